import { Component, type ReactNode } from 'react';
import { ErrorState } from '#renderer/ui/error-state.tsx';

type State = { error: unknown };

/** A screen that throws shows what happened and can be tried again; the rest of the window goes on. */
export class ScreenBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    const message = error instanceof Error ? error.message : null;
    return <ErrorState failure={{ code: 'UNEXPECTED', message }} onRetry={() => this.setState({ error: null })} />;
  }
}
