import { useEffect } from 'react';
import { prepareListen } from '#renderer/features/listen/session/fetch-ahead.ts';
import { useLastListened } from '#renderer/stores/last-listened.ts';
import { loadListen } from './screens.ts';

/** While the page has nothing to do it fetches what a supervisor does next: the Listen screen, with the interaction listened to last. */
export function useListenAhead(projectId: string | null): void {
  useEffect(() => {
    if (projectId === null) return undefined;
    const idle = requestIdleCallback(() => {
      void loadListen();
      const last = useLastListened.getState().byProject[projectId];
      if (last !== undefined) prepareListen({ interactionId: last.interactionId });
    });
    return () => cancelIdleCallback(idle);
  }, [projectId]);
}
