import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { orpc } from '#renderer/app/connection.ts';
import type { Envelope } from '#shared/model/envelope.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';

type Wish = { names: readonly string[]; filter: InteractionFilter; /** The metric that is looked at is asked for first; the list waits for it. */ isEnabled: boolean };

/** The figures of the list, one question each, so that none of them holds up another answer. */
export function useMetricValues({ names, filter, isEnabled }: Wish): Readonly<Record<string, Envelope>> {
  return useQueries({
    queries: names.map((name) => ({ ...orpc.metrics.get.queryOptions({ input: { names: [name], filter } }), placeholderData: keepPreviousData, enabled: isEnabled })),
    combine: (results) => Object.assign({}, ...results.map((result) => result.data ?? {})) as Record<string, Envelope>,
  });
}
