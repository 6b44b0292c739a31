import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { orpc } from '#renderer/app/connection.ts';
import type { AtRiskRow } from '#shared/model/customer.ts';

export type RiskTier = 'critical' | 'high' | 'watch';
const pageSize = 100;

function pageOptions(tier: RiskTier | undefined, page: number) {
  return orpc.customers.atRisk.queryOptions({ input: { ...(tier === undefined ? {} : { tier }), offset: page * pageSize, limit: pageSize } });
}

/** The at-risk list, fetched a hundred at a time around what is in view. */
export function useRiskRows(tier: RiskTier | undefined) {
  const [[first, last], setSeen] = useState<readonly [number, number]>([0, 0]);
  const onVisible = useCallback((from: number, to: number) => setSeen([from, to]), []);
  const start = useQuery({ ...pageOptions(tier, 0), placeholderData: keepPreviousData });
  const [from, to] = [Math.max(1, Math.floor(first / pageSize)), Math.floor((last + pageSize / 2) / pageSize)];
  const wanted = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  const further = useQueries({ queries: wanted.map((page) => pageOptions(tier, page)) });
  const pages = new Map([[0, start.data?.rows], ...further.map((answer, index) => [wanted[index] ?? 0, answer.data?.rows] as const)]);
  return {
    answer: start.data ?? null, error: start.error, isStale: start.isPlaceholderData, retry: () => void start.refetch(), onVisible,
    rowAt: (index: number): AtRiskRow | undefined => pages.get(Math.floor(index / pageSize))?.[index % pageSize],
  };
}
