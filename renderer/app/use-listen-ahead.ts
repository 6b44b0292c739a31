import { useEffect } from 'react';
import { prepareListen } from '#renderer/features/listen/session/fetch-ahead.ts';
import { useLastListened } from '#renderer/stores/last-listened.ts';
import type { ListContext } from '#renderer/stores/navigation.ts';
import { loadListen } from './screens.ts';

/** Who goes down a list with a key held passes rows without resting on them. */
const restMs = 100;

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

/** Fetches the interaction that a person rests on in a list, so that it is there when they open it. */
export function useRestedAhead(interactionId: string | undefined, list: ListContext): void {
  useEffect(() => {
    if (interactionId === undefined) return undefined;
    const rested = setTimeout(() => prepareListen({ interactionId, list }), restMs);
    return () => clearTimeout(rested);
  }, [interactionId, list]);
}
