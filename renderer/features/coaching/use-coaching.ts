import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { orpc } from '#renderer/app/connection.ts';

/** Everybody who can be coached. */
export function usePeople() {
  return useQuery(orpc.coaching.people.queryOptions());
}

/** One person's sheet; while another period is on its way the old one stays. */
export function usePerson(input: { agentId: string; from: string | null; to: string | null }) {
  return useQuery({ ...orpc.coaching.person.queryOptions({ input }), placeholderData: keepPreviousData });
}
