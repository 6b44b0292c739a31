import { skipToken, useQuery } from '@tanstack/react-query';
import { orpc } from '#renderer/app/connection.ts';
import type { InteractionFilter, SegmentField } from '#shared/model/interaction-filter.ts';

/** One metric in depth: whole, parts, months, spread. The answer before stays until the new one is there, if it was about the same metric and parts. */
export function useExploration({ name, by, filter }: { name: string | null; by: SegmentField; filter: InteractionFilter }) {
  return useQuery({ ...orpc.metrics.explore.queryOptions({ input: name === null ? skipToken : { name, by, filter } }), placeholderData: (before, query) => (isAbout(query?.queryKey, { name, by }) ? before : undefined) });
}

/** Was that question about the same metric in the same parts? Its answer does not say. */
function isAbout(queryKey: readonly unknown[] | undefined, wish: { name: string | null; by: SegmentField }): boolean {
  const asked = queryKey?.find((part): part is { input: { name?: string; by?: string } } => typeof part === 'object' && part !== null && 'input' in part);
  return asked?.input.name === wish.name && asked.input.by === wish.by;
}
export type Exploration = NonNullable<ReturnType<typeof useExploration>['data']>;
