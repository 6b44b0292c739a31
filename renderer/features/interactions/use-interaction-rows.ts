import { useQueries } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { orpc } from '#renderer/app/connection.ts';
import type { ListContext } from '#renderer/stores/navigation.ts';
import type { InteractionRow } from '#shared/model/interaction.ts';

const pageSize = 100;

type Rows = { total: number; pages: ReadonlyMap<number, readonly InteractionRow[]> };
const noRows: Rows = { total: 0, pages: new Map() };

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

/** The rows of a list, fetched a hundred at a time around what is in view; the old rows stay while new ones are on their way. */
export function useInteractionRows({ filter, sort }: ListContext): InteractionRows {
  const [range, setRange] = useState({ first: 0, last: 0 });
  const onVisible = useCallback((first: number, last: number) => setRange((old) => (old.first === first && old.last === last ? old : { first, last })), []);
  const listKey = JSON.stringify([filter, sort]);
  useEffect(() => setRange({ first: 0, last: 0 }), [listKey]);

  const wanted = useMemo(() => {
    const [from, to] = [Math.floor(range.first / pageSize), Math.floor((range.last + pageSize / 2) / pageSize)];
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  }, [range]);
  const answers = useQueries({
    queries: wanted.map((page) => orpc.interactions.page.queryOptions({ input: { filter, ...(sort ? { sort } : {}), offset: page * pageSize, limit: pageSize } })),
  });

  const kept = useRef<{ listKey: string; rows: Rows } | null>(null);
  const current = useMemo((): Rows | null => {
    const known = answers.flatMap((answer, index) => (answer.data ? [{ page: wanted[index] ?? 0, ...answer.data }] : []));
    const total = known[0]?.total;
    if (total === undefined) return null;
    const before = kept.current?.listKey === listKey ? kept.current.rows.pages : noRows.pages;
    return { total, pages: new Map([...before, ...known.map(({ page, rows }) => [page, rows] as const)]) };
  }, [answers, wanted, listKey]);
  useEffect(() => {
    if (current) kept.current = { listKey, rows: current };
  }, [current, listKey]);

  const shown = current ?? kept.current?.rows ?? null;
  const rowAt = useCallback((index: number) => shown?.pages.get(Math.floor(index / pageSize))?.[index % pageSize], [shown]);
  return {
    total: shown?.total ?? null,
    rowAt,
    onVisible,
    isStale: current === null && shown !== null,
    error: answers.find((answer) => answer.error)?.error ?? null,
    retry: () => answers.forEach((answer) => void (answer.error ? answer.refetch() : undefined)),
  };
}
