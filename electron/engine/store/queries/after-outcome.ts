import type { AfterEvent, OutcomeBy } from '#shared/model/afterwards.ts';
import type { Database } from '../database.ts';
import { asOfSql } from './as-of.ts';

export type IndexContact = {
  customer: string; at: string; outcome: 'bad' | 'neutral' | 'good'; reason: string | null; channel: string; since: string | null;
  /** Margin of the year before, contacts of the year before, days to the event after. */
  spend: number; contacts: number; eventOn: string | null;
};

/** Satisfaction by the stored score (0-100): 1-2 of 5 is bad, 4-5 good. */
const outcomeSql: Record<OutcomeBy, string> = {
  satisfaction: "CASE WHEN i.customer_score IS NULL THEN NULL WHEN i.customer_score <= 25 THEN 'bad' WHEN i.customer_score >= 75 THEN 'good' ELSE 'neutral' END",
  resolved: `(SELECT CASE WHEN min(s.value) = max(s.value) THEN CASE WHEN s.value = CASE m.direction WHEN 'down' THEN m.scale_min ELSE m.scale_max END THEN 'good' ELSE 'bad' END END
    FROM survey_response r JOIN survey_answer s ON s.response_id = r.id JOIN survey_item m ON m.id = s.item_id WHERE r.interaction_id = i.id AND m.kind = 'resolved' AND s.value IS NOT NULL)`,
  quality: "CASE WHEN i.company_passed = 1 THEN 'good' WHEN i.company_passed = 0 THEN 'bad' END",
};

const known: Record<OutcomeBy, string> = {
  satisfaction: 'i.customer_score IS NOT NULL', resolved: 'EXISTS (SELECT 1 FROM survey_response r WHERE r.interaction_id = i.id)', quality: 'i.company_passed IS NOT NULL',
};

/**
 * The first interaction of each customer whose outcome is known, and when the event came after it. Who had left before is
 * left out; an order of the same day was placed before.
 */
export function indexContacts(db: Database, { by, event }: { by: OutcomeBy; event: AfterEvent }): IndexContact[] {
  const kind = event === 'retention' ? 'cancellation' : 'purchase';
  return db.all<IndexContact>(
    `SELECT i.customer_id AS customer, i.started_at AS at, f.outcome, i.reason, i.channel, c.since,
       (SELECT total(coalesce(p.margin, p.amount)) FROM purchase p WHERE p.customer_id = i.customer_id AND p.date <= i.started_at AND p.date > date(i.started_at, '-365 days') AND p.kind IN ('purchase','renewal')) AS spend,
       (SELECT count(*) FROM interaction e WHERE e.customer_id = i.customer_id AND e.started_at < i.started_at AND e.started_at >= date(i.started_at, '-365 days')) AS contacts,
       (SELECT min(p.date) FROM purchase p WHERE p.kind = '${kind}' AND p.customer_id = i.customer_id AND p.date > date(i.started_at)) AS eventOn
     FROM (SELECT x.key, x.outcome, row_number() OVER (PARTITION BY x.customer_id ORDER BY x.started_at, x.key) AS place
         FROM (SELECT i.key, i.customer_id, i.started_at, ${outcomeSql[by]} AS outcome FROM interaction i
           WHERE i.customer_id IS NOT NULL AND i.started_at <= ${asOfSql} AND ${known[by]}) x WHERE x.outcome IS NOT NULL) f
       CROSS JOIN interaction i ON i.key = f.key JOIN customer c ON c.id = i.customer_id
     WHERE f.place = 1 AND NOT EXISTS (SELECT 1 FROM purchase p WHERE p.kind = 'cancellation' AND p.customer_id = i.customer_id AND p.date <= i.started_at)
       AND EXISTS (SELECT 1 FROM purchase p WHERE p.customer_id = i.customer_id)`);
}
