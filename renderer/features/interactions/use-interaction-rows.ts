import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { orpc } from '#renderer/app/connection.ts';
import type { ListContext } from '#renderer/stores/navigation.ts';
import type { InteractionRow } from '#shared/model/interaction.ts';

const pageSize = 100;

export type InteractionRows = {
  /** Null until the first answer. */
  total: number | null;
  rowAt: (index: number) => InteractionRow | undefined;
  onVisible: (first: number, last: number) => void;
  /** The rows shown still belong to the question before. */
  isStale: boolean;
  error: unknown;
  retry: () => void;
};

/** The name of a list: the same filter and order, the same name. */
export const listIdOf = ({ filter, sort }: ListContext): string => JSON.stringify([filter, sort]);

function pageOptions({ filter, sort }: ListContext, page: number) {
  return orpc.interactions.page.queryOptions({ input: { filter, ...(sort ? { sort } : {}), offset: page * pageSize, limit: pageSize } });
}

/** The rows of a list, fetched a hundred at a time around what is in view; the old first page stays while a new list is on its way. */
export function useInteractionRows(list: ListContext): InteractionRows {
  const listId = listIdOf(list);
  const [seen, setSeen] = useState({ listId, first: 0, last: 0 });
  const [first, last] = seen.listId === listId ? [seen.first, seen.last] : [0, 0];
  const onVisible = useCallback((from: number, to: number) => setSeen({ listId, first: from, last: to }), [listId]);

  const start = useQuery({ ...pageOptions(list, 0), placeholderData: keepPreviousData });
  const wanted = useMemo(() => {
    const [from, to] = [Math.max(1, Math.floor(first / pageSize)), Math.floor((last + pageSize / 2) / pageSize)];
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  }, [first, last]);
  const further = useQueries({ queries: wanted.map((page) => pageOptions(list, page)) });

  const pages = new Map([[0, start.data?.rows], ...further.map((answer, index) => [wanted[index] ?? 0, answer.data?.rows] as const)]);
  const failed = [start, ...further].filter((answer) => answer.error !== null);
  return {
    total: start.data?.total ?? null,
    rowAt: (index) => pages.get(Math.floor(index / pageSize))?.[index % pageSize],
    onVisible,
    isStale: start.isPlaceholderData,
    error: failed[0]?.error ?? null,
    retry: () => failed.forEach((answer) => void answer.refetch()),
  };
}
