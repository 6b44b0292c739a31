import type { Definitions } from '#shared/model/gap.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import type { Database } from '#engine/store/database.ts';
import { isPossibleSql } from '#engine/store/queries/as-of.ts';
import { companyGoodSql, customerGoodSql, interactionWhere } from '#engine/store/queries/interaction-where.ts';

/** Everything that is known of an interaction whether its customer answered or not; flags are 0 and 1. */
export type Contact = {
  answered: number; invited: number; customerGood: number | null; companyGood: number | null; customerId: string | null; agent: string | null;
  qa: number | null; handleSeconds: number | null; transferred: number | null; repeated: number | null;
  channel: string; queue: string | null; reason: string | null; value: number | null; tenureDays: number | null;
};

/** All interactions of the filter that are not dated in the future. A contact within the episode gap of an earlier one is a repeat. */
export function readContacts(db: Database, definitions: Definitions, filter: InteractionFilter): Contact[] {
  const where = interactionWhere(filter, definitions);
  const drawn = (value: string) => `CASE WHEN i.company_purpose IS NOT 'targeted' THEN ${value} END`;
  return db.all<Contact>(
    `SELECT i.customer_from_top IS NOT NULL AS answered, ${customerGoodSql(filter.topBox ?? definitions.topBox)} AS customerGood,
       EXISTS (SELECT 1 FROM survey_invitation v WHERE v.interaction_id = i.id) AS invited, ${drawn(companyGoodSql(definitions))} AS companyGood,
       i.customer_id AS customerId, coalesce(a.name, a.external_id) AS agent, ${drawn('i.company_score')} AS qa, (i.talk_ms + i.hold_ms + i.acw_ms) / 1000.0 AS handleSeconds,
       i.transfers > 0 AS transferred, i.channel, i.queue, i.reason, m.value,
       CASE WHEN i.customer_id IS NOT NULL AND i.started_at IS NOT NULL THEN coalesce(p.gap <= ${Number(definitions.episodeGapDays)}, 0) END AS repeated,
       julianday(i.started_at) - julianday(c.since) AS tenureDays
     FROM interaction i LEFT JOIN customer c ON c.id = i.customer_id LEFT JOIN agent a ON a.id = i.agent_id
     LEFT JOIN (SELECT key, julianday(started_at) - lag(julianday(started_at)) OVER (PARTITION BY customer_id ORDER BY started_at) AS gap
       FROM interaction WHERE customer_id IS NOT NULL AND started_at IS NOT NULL) p ON p.key = i.key
     LEFT JOIN (SELECT customer_id, sum(coalesce(margin, amount)) AS value FROM purchase GROUP BY customer_id) m ON m.customer_id = i.customer_id
     WHERE ${isPossibleSql('i.started_at')} AND ${where.sql}`, where.parameters,
  );
}
