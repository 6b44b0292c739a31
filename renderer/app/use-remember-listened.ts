import { useEffect } from 'react';
import { useLastListened } from '#renderer/stores/last-listened.ts';
import { useNavigation } from '#renderer/stores/navigation.ts';

/** Notes which interaction was listened to last, for "Continue" on Home. */
export function useRememberListened(projectId: string | null): void {
  useEffect(() => {
    if (projectId === null) return undefined;
    const remember = ({ place }: ReturnType<typeof useNavigation.getState>): void => {
      if (place.screen !== 'listen' || place.params.interactionId === undefined) return;
      useLastListened.getState().remember(projectId, { interactionId: place.params.interactionId, atMs: place.params.atMs ?? null });
    };
    remember(useNavigation.getState());
    // Listened to, not drawn from: the frame around the screens stands still while the place changes.
    return useNavigation.subscribe(remember);
  }, [projectId]);
}
