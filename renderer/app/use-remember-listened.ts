import { useEffect } from 'react';
import { useLastListened } from '#renderer/stores/last-listened.ts';
import { useNavigation } from '#renderer/stores/navigation.ts';

/** Notes which interaction was listened to last, for "Continue" on Home. */
export function useRememberListened(projectId: string | null): void {
  const place = useNavigation((state) => state.place);
  useEffect(() => {
    if (projectId === null || place.screen !== 'listen' || place.params.interactionId === undefined) return;
    useLastListened.getState().remember(projectId, { interactionId: place.params.interactionId, atMs: place.params.atMs ?? null });
  }, [projectId, place]);
}
