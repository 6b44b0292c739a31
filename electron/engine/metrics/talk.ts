import { envelope } from '#shared/model/envelope.ts';
import { bootstrap } from '#shared/stats/bootstrap.ts';
import { mean } from '#shared/stats/descriptive.ts';
import { interactionWhere } from '#engine/store/queries/interaction-where.ts';
import { groupBy } from './group-by.ts';
import type { Metric, MetricContext } from './metric.ts';
import { smallSample } from './shares.ts';

type Talk = { customer: string | null; id: string; agentMs: number; customerMs: number; agentWords: number };
const seed = 19_740_101;

/** Speaking time per interaction, from turns with times and sure roles. */
function talks({ db, definitions, filter }: MetricContext): Talk[] {
  const where = interactionWhere(filter, definitions);
  const words = "(length(trim(t.text)) - length(replace(trim(t.text), ' ', '')) + 1)";
  return db.all<Talk>(
    `SELECT i.customer_id AS customer, i.id, sum(CASE t.role WHEN 'agent' THEN t.end_ms - t.start_ms ELSE 0 END) AS agentMs,
       sum(CASE t.role WHEN 'customer' THEN t.end_ms - t.start_ms ELSE 0 END) AS customerMs, sum(CASE t.role WHEN 'agent' THEN ${words} ELSE 0 END) AS agentWords
     FROM interaction i JOIN turn t ON t.interaction_key = i.key
     WHERE i.role_status <> 'unsure' AND i.channel = 'phone' AND t.end_ms > t.start_ms AND ${where.sql} GROUP BY i.key`, where.parameters,
  );
}

function perInteraction(name: string, unit: 'share' | 'wpm', valueOf: (talk: Talk) => number | null): Metric {
  return {
    name, unit, direction: 'context', isHeadline: false,
    compute(context) {
      const known = talks(context).flatMap((talk) => {
        const value = valueOf(talk);
        return value === null ? [] : [{ ...talk, value }];
      });
      const clusters = [...groupBy(known, (talk) => talk.customer ?? talk.id).values()].map((own) => own.map((talk) => talk.value));
      const { ci } = bootstrap(clusters, (units) => mean(units.flat()), { seed, resamples: 500 });
      const n = known.length;
      return envelope({
        unit, value: mean(known.map((talk) => talk.value)), n, denominator: n, reason: n === 0 ? 'NO_DATA' : null,
        ci: ci && n > 1 ? { lo: ci[0], hi: ci[1], conf: 0.95, method: `cluster-bootstrap seed ${seed}` } : null,
        flags: smallSample(n, clusters.length < n ? ['clustered'] : []), evidence: { ...context.filter, channel: 'phone' },
      });
    },
  };
}

/** The agent's share of all speaking time, and the agent's pace; calls with under 10 s of agent speech have no pace. */
export const talk: readonly Metric[] = [
  perInteraction('talk-share', 'share', (t) => (t.agentMs + t.customerMs === 0 ? null : t.agentMs / (t.agentMs + t.customerMs))),
  perInteraction('pace', 'wpm', (t) => (t.agentMs < 10_000 ? null : t.agentWords / (t.agentMs / 60_000))),
];
