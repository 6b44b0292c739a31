import { useEffect, useRef, type ReactNode } from 'react';
import './screen.css';

type ScreenProps = {
  title: string;
  /** Under the title: one line of what is shown. */
  summary?: ReactNode;
  /** Buttons at the top right; the primary one last. */
  actions?: ReactNode;
  /** `fill`: the content fills the window and scrolls inside itself (tables, the player). */
  layout?: 'flow' | 'fill';
  /** False when the screen places focus itself on arrival. */
  takesFocus?: boolean;
  children: ReactNode;
};

/** The frame of a screen: heading, actions, content. On arrival focus goes to the heading, so that it is read and never lost. */
export function Screen({ title, summary, actions, layout = 'flow', takesFocus = true, children }: ScreenProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  return (
    <div className="screen" data-layout={layout}>
      <header className="screen-header">
        <div className="grow">
          <h1 ref={heading} tabIndex={-1}>{title}</h1>
          {summary === undefined ? null : <div className="screen-summary">{summary}</div>}
        </div>
        {actions === undefined ? null : <div className="screen-actions">{actions}</div>}
      </header>
      <div className="screen-content">{children}</div>
    </div>
  );
}
