import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { QueryClient } from '@tanstack/react-query';
import type { InteractionWhole } from '#shared/contract/interactions.ts';
import type { Contract } from '#shared/contract/index.ts';
import { EngineLink } from './link.ts';
import type { Shell } from './shell.ts';

export type EngineClient = ContractRouterClient<Contract>;

const nouns = [
  'project', 'imports', 'interactions', 'media', 'codebook', 'tags', 'evaluations', 'surveys', 'gap', 'causes', 'metrics', 'briefing', 'coaching', 'privacy', 'jobs', 'calibration', 'customers', 'signals', 'training', 'empathy',
] as const satisfies readonly (keyof Contract)[];

/** One answer is kept until the engine says that its noun changed; nothing waits for a network, nothing is retried. */
function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** Everything that the page needs to talk to the engine: `client` to call, `orpc` for query options and keys. */
export function connectEngine(shell: Shell) {
  const link = new EngineLink(() => shell.openPipe());
  const client: EngineClient = createORPCClient(link);
  const orpc = createTanstackQueryUtils(client);
  const queryClient = createQueryClient();
  return { link, client, orpc, queryClient };
}
export type EngineConnection = ReturnType<typeof connectEngine>;

/**
 * Marks answers as stale when the engine says that their noun changed. The only listener to `project.changes`; it runs
 * until the signal aborts and rejects with EngineLostError when the engine goes away.
 */
export async function followChanges(engine: EngineConnection, options: { signal: AbortSignal; onSaved?: (savedAt: string) => void }): Promise<void> {
  for await (const change of await engine.client.project.changes(undefined, { signal: options.signal })) {
    options.onSaved?.(change.savedAt);
    if (change.nouns.includes('tags') && !change.nouns.includes('interactions')) await freshMoments(engine);
    const stale = nouns.filter((noun) => change.nouns.includes(noun));
    await Promise.all(stale.map((noun) => engine.queryClient.invalidateQueries({ queryKey: engine.orpc[noun].key() })));
  }
}

/**
 * What was marked has changed, and nothing else of any interaction: the open ones get their marks anew without their
 * turns, lists and counts are asked for again.
 */
async function freshMoments({ queryClient, orpc, client }: EngineConnection): Promise<void> {
  const { page, facets, neighbours, get } = orpc.interactions;
  const open = queryClient.getQueryCache().findAll({ queryKey: get.key() });
  await Promise.all([
    ...[page, facets, neighbours].map((part) => queryClient.invalidateQueries({ queryKey: part.key() })),
    ...open.map(async (query) => {
      const whole = query.state.data as InteractionWhole | undefined;
      // What nobody looks at is asked for whole when somebody does.
      if (whole === undefined || query.getObserversCount() === 0) return queryClient.invalidateQueries({ queryKey: query.queryKey, exact: true });
      const moments = await client.interactions.moments({ id: whole.interaction.id });
      queryClient.setQueryData<InteractionWhole>(query.queryKey, (now) => now && { ...now, ...moments });
      return undefined;
    }),
  ]);
}
