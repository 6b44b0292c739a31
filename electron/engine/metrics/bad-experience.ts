import { badExperienceCounts, type ExperienceEvent } from '#shared/stats/bad-experience.ts';
import { interactionWhere } from '#engine/store/queries/interaction-where.ts';
import type { Metric, MetricContext } from './metric.ts';
import { shareEnvelope } from './shares.ts';

/**
 * Everything that says something about how an interaction went for its customer, bad or not: answers (satisfaction of 2
 * of 5 or less, effort of 3 of 7 or less, recommendation of 4 of 10 or less, "not resolved") and tags of severity 2 or
 * more, and the third contact about one issue within 14 days.
 */
export function experienceEvents({ db, definitions, filter, now }: MetricContext): ExperienceEvent[] {
  const where = interactionWhere(filter, definitions);
  const today = now.toISOString();
  const rows = db.all<{ customer: string; day: number; reason: string | null; isBad: number }>(
    `SELECT i.customer_id AS customer, julianday(i.started_at) AS day, i.reason, CASE m.kind
         WHEN 'csat' THEN (s.value - m.scale_min) / (m.scale_max - m.scale_min) <= 0.25 WHEN 'ces' THEN s.value <= 3
         WHEN 'nps' THEN s.value <= 4 ELSE s.value = m.scale_min END AS isBad
       FROM survey_answer s JOIN survey_item m ON m.id = s.item_id JOIN survey_response r ON r.id = s.response_id JOIN interaction i ON i.id = r.interaction_id
       WHERE i.customer_id IS NOT NULL AND i.started_at <= ?1 AND m.kind IN ('csat','ces','nps','resolved') AND s.value IS NOT NULL
     UNION ALL
     SELECT i.customer_id, julianday(i.started_at), i.reason, 1 FROM tag g JOIN interaction i ON i.id = g.interaction_id
       WHERE i.customer_id IS NOT NULL AND i.started_at <= ?1 AND g.severity >= 2
     UNION ALL
     SELECT i.customer_id, julianday(i.started_at), i.reason, 1 FROM interaction i
       WHERE i.customer_id IS NOT NULL AND i.started_at <= ?1 AND (SELECT count(*) FROM interaction p WHERE p.customer_id = i.customer_id AND p.reason IS i.reason
         AND p.started_at <= i.started_at AND julianday(i.started_at) - julianday(p.started_at) <= 14) >= 3`, [today],
  );
  const inFilter = Object.keys(filter).length === 0 ? null
    : new Set(db.all<{ id: string }>(`SELECT DISTINCT i.customer_id AS id FROM interaction i WHERE ${where.sql}`, where.parameters).map((row) => row.id));
  return rows.filter((row) => inFilter === null || inFilter.has(row.customer)).map((row) => ({ ...row, isBad: row.isBad === 1 }));
}

/** Share of customers with any signal who had at least one bad experience in the look-back. No signal is unknown, not good. */
export const badExperience: Metric = {
  name: 'bad-experience', unit: 'share', direction: 'down', isHeadline: false,
  compute(context) {
    const { db, definitions, filter, now } = context;
    const asOfDay = db.get<{ day: number | null }>('SELECT max(julianday(started_at)) AS day FROM interaction WHERE started_at <= ?', [now.toISOString()])?.day ?? 0;
    const counts = badExperienceCounts(experienceEvents(context), { asOfDay, lookBackDays: definitions.lookBackDays, episodeGapDays: definitions.episodeGapDays });
    const customers = db.get<{ n: number }>('SELECT count(DISTINCT customer_id) AS n FROM interaction')?.n ?? 0;
    return shareEnvelope({ x: [...counts.values()].filter((count) => count > 0).length, n: counts.size, inScope: Math.max(customers, counts.size), evidence: filter });
  },
};
