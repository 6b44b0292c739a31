import { useCommandHandlers } from '#renderer/app/commands/handlers.ts';
import { orpc } from '#renderer/app/connection.ts';
import { whenIdle } from '#renderer/engine/when-idle.ts';
import { announce } from '#renderer/stores/announcements.ts';
import { useNavigation, type ScreenParams } from '#renderer/stores/navigation.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsBlindByDefault } from './customer-shown.ts';
import { fetchAhead } from './fetch-ahead.ts';

/** Where the interaction stands in the list that it was opened from. Positions count from 1. Not fresh: still of the one before. */
export type Neighbours = { readonly previousId: string | null; readonly nextId: string | null; readonly position: number | null; readonly total: number; readonly isFresh: boolean };

const alone: Neighbours = { previousId: null, nextId: null, position: null, total: 0, isFresh: false };

/** Knows the interactions before and after, fetches them ahead, and moves to them by command. */
export function useNeighbours(params: ScreenParams['listen'], id: string): Neighbours {
  const { t } = useTranslation('listen');
  const { filter, sort } = params.list ?? { filter: {} };
  const { data, isPlaceholderData } = useQuery(orpc.interactions.neighbours.queryOptions({ input: { id, filter, ...(sort ? { sort } : {}) }, placeholderData: keepPreviousData }));
  const neighbours = useMemo(() => (data ? { ...data, isFresh: !isPlaceholderData } : alone), [data, isPlaceholderData]);
  const { previousId, nextId } = neighbours;
  const isBlind = useIsBlindByDefault();
  // The one that is open comes first, then the next one: it is the likelier.
  useEffect(() => whenIdle(() => {
    if (nextId !== null) fetchAhead(nextId, isBlind);
    if (previousId !== null) fetchAhead(previousId, isBlind);
  }), [nextId, previousId, isBlind]);
  const open = (next: string | null): void => {
    if (next === null) return announce(t('said.endOfList'));
    const { atMs: _at, turnSeq: _turn, ...kept } = params;
    useNavigation.getState().replace('listen', { ...kept, interactionId: next });
  };
  useCommandHandlers({ 'listen.next': () => open(nextId), 'listen.previous': () => open(previousId) });
  return neighbours;
}
