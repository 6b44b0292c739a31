import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { orpc } from '#renderer/app/connection.ts';

/** What the project's interactions can be narrowed and split by. */
export function useFacets(): { queues: readonly { value: string | null; n: number }[]; otherFields: readonly string[] } {
  const { data } = useQuery({ ...orpc.interactions.facets.queryOptions({ input: { filter: {} } }), placeholderData: keepPreviousData });
  return { queues: data?.fields.find(({ field }) => field === 'queue')?.values ?? [], otherFields: data?.otherFields ?? [] };
}
