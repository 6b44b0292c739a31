import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { orpc } from '#renderer/app/connection.ts';
import type { InteractionFilter, SegmentField } from '#shared/model/interaction-filter.ts';

/** One metric in depth: whole, parts, months, spread. The answer before stays until the new one is there. */
export function useExploration({ name, by, filter }: { name: string | null; by: SegmentField; filter: InteractionFilter }) {
  return useQuery({ ...orpc.metrics.explore.queryOptions({ input: name === null ? skipToken : { name, by, filter } }), placeholderData: keepPreviousData });
}
export type Exploration = NonNullable<ReturnType<typeof useExploration>['data']>;
