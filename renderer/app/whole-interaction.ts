import { queryOptions } from '@tanstack/react-query';
import { wholeInteraction } from '#shared/contract/interactions.ts';
import { client, orpc } from './connection.ts';

/** Asks for one interaction; its turns are unpacked once, as they come in, and kept so. */
export function wholeQuery(input: { id: string; isBlind?: boolean }) {
  return queryOptions({
    queryKey: orpc.interactions.get.queryKey({ input }),
    queryFn: async ({ signal }) => wholeInteraction(await client.interactions.get(input, { signal })),
  });
}
