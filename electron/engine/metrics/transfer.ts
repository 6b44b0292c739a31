import { interactionWhere } from '#engine/store/queries/interaction-where.ts';
import type { Metric, MetricContext } from './metric.ts';
import { shareEnvelope } from './shares.ts';

/** Share of handled contacts with at least one transfer between agents; an unknown count is missing, not 0. */
export const transfer: Metric = {
  name: 'transfer', unit: 'share', direction: 'down', isHeadline: false,
  compute({ db, definitions, filter }) {
    const where = interactionWhere(filter, definitions);
    const { x, n, total } = db.get<{ x: number; n: number; total: number }>(
      `SELECT coalesce(sum(i.transfers > 0), 0) AS x, count(i.transfers) AS n, count(*) AS total FROM interaction i
       WHERE coalesce(i.abandoned, 0) = 0 AND ${where.sql}`, where.parameters,
    ) ?? { x: 0, n: 0, total: 0 };
    return shareEnvelope({ x, n, inScope: total, reason: total === 0 ? 'NO_DATA' : 'ZERO_DENOMINATOR', excluded: { missing: total - n }, evidence: { ...filter, transferred: true } });
  },
};

type Assessed = { assessed: number; repeated: number; atRisk: number; repeatedAtRisk: number };

/**
 * Contacts that a person listened to and coded, how many of them carry an event or behaviour whose name speaks of
 * repeating ("Repeated information", "Had to repeat"), and how many were at risk of it: transferred, or not the first
 * contact of their episode.
 */
function assessed({ db, definitions, filter }: MetricContext): Assessed {
  const where = interactionWhere(filter, definitions);
  return db.get<Assessed>(
    `SELECT count(*) AS assessed, coalesce(sum(repeated), 0) AS repeated, coalesce(sum(risk), 0) AS atRisk, coalesce(sum(risk AND repeated), 0) AS repeatedAtRisk
     FROM (SELECT
         EXISTS (SELECT 1 FROM tag g JOIN code k ON k.id = g.code_id WHERE g.interaction_id = i.id AND k.kind <> 'cause' AND lower(k.name) LIKE '%repeat%') AS repeated,
         (coalesce(i.transfers, 0) > 0 OR EXISTS (SELECT 1 FROM interaction p WHERE p.customer_id = i.customer_id AND p.key <> i.key AND p.started_at < i.started_at
           AND (p.reason IS i.reason) AND julianday(i.started_at) - julianday(p.started_at) <= ?)) AS risk
       FROM interaction i WHERE i.tag_count > 0 AND ${where.sql})`, [definitions.episodeGapDays, ...where.parameters],
  ) ?? { assessed: 0, repeated: 0, atRisk: 0, repeatedAtRisk: 0 };
}

/** Repeat-information rate: contacts in which the customer had to say again what was already said, of those at risk, and of all assessed. */
export const repeatInformation: readonly Metric[] = [
  {
    name: 'repeat-information', unit: 'share', direction: 'down', isHeadline: true,
    compute(context) {
      const counts = assessed(context);
      return shareEnvelope({
        x: counts.repeatedAtRisk, n: counts.atRisk, reason: counts.assessed === 0 ? 'NO_DATA' : 'ZERO_DENOMINATOR', flags: ['of_the_coded'], evidence: { ...context.filter, tagged: true },
      });
    },
  },
  {
    name: 'repeat-information-all', unit: 'share', direction: 'down', isHeadline: false,
    compute(context) {
      const counts = assessed(context);
      return shareEnvelope({ x: counts.repeated, n: counts.assessed, flags: ['of_the_coded'], evidence: { ...context.filter, tagged: true } });
    },
  },
];
