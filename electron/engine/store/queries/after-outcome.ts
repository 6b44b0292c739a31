import type { AfterEvent, OutcomeBy } from '#shared/model/afterwards.ts';
import type { Database } from '../database.ts';
import { asOfSql } from './as-of.ts';
import { customersSince, firstCancellations, whoBought } from './customers.ts';
import { tuples } from './tuples.ts';

export type IndexContact = {
  customer: string; at: string; outcome: 'bad' | 'neutral' | 'good'; reason: string | null; channel: string; since: string | null;
  /** Margin of the year before and contacts of the year before (0 of a neutral one: only bad and good are compared), day of the event after. */
  spend: number; contacts: number; eventOn: string | null;
};

type Found = readonly [customer: string, at: string, outcome: IndexContact['outcome'], reason: string | null, channel: string, spend: number, contacts: number, boughtOn: string | null];

/** By a figure that stands at the contact itself; the index of what was judged holds every column, in the order of customers. */
const judged = (column: string, outcome: string) => `SELECT i.*, ${outcome} AS outcome FROM interaction i INDEXED BY interaction_judged WHERE i.${column} IS NOT NULL`;

/** Contacts with their outcome, NULL where it is not known. Satisfaction by the stored score (0-100): 1-2 of 5 is bad, 4-5 good. */
const outcomesSql: Record<OutcomeBy, string> = {
  satisfaction: judged('customer_score', "CASE WHEN i.customer_score <= 25 THEN 'bad' WHEN i.customer_score >= 75 THEN 'good' ELSE 'neutral' END"),
  quality: judged('company_passed', "CASE i.company_passed WHEN 1 THEN 'good' ELSE 'bad' END"),
  resolved: `SELECT i.*, o.outcome FROM
    (SELECT r.interaction_id, CASE WHEN min(s.value) = max(s.value) THEN CASE WHEN s.value = CASE m.direction WHEN 'down' THEN m.scale_min ELSE m.scale_max END THEN 'good' ELSE 'bad' END END AS outcome
      FROM survey_item m CROSS JOIN survey_answer s ON s.item_id = m.id CROSS JOIN survey_response r ON r.id = s.response_id
      WHERE m.kind = 'resolved' AND s.value IS NOT NULL AND r.interaction_id IS NOT NULL GROUP BY 1) o CROSS JOIN interaction i ON i.id = o.interaction_id`,
};

/**
 * The first contact of each customer with a known outcome (beside `min` SQLite takes the other columns from the row of the
 * minimum), and what is compared before it. `eventOn` is the next new purchase: an order of the same day was placed before.
 */
const firstSql = (by: OutcomeBy) => `
  (WITH f AS MATERIALIZED (SELECT x.customer, x.at, x.reason, x.channel, x.outcome, date(x.at, '-365 days') AS yearBefore FROM (
    SELECT o.customer_id AS customer, min(o.started_at) AS at, o.reason, o.channel, o.outcome FROM (${outcomesSql[by]}) o
    WHERE o.outcome IS NOT NULL AND o.customer_id IS NOT NULL AND o.started_at <= ${asOfSql} GROUP BY o.customer_id) x)
  SELECT * FROM f) f`;

/** What only bad and good are compared by; looking it up takes as long as all the rest. */
const compared = (sql: string) => `CASE f.outcome WHEN 'neutral' THEN 0 ELSE ${sql} END`;

/** Purchases of an index contact's customer in the year before it, new and renewed. */
const spendSql = `(SELECT total(coalesce(p.margin, p.amount)) FROM purchase p
  WHERE p.customer_id = f.customer AND p.date <= f.at AND p.date > f.yearBefore AND +p.kind IN ('purchase','renewal'))`;
const contactsSql = '(SELECT count(*) FROM interaction e WHERE e.customer_id = f.customer AND e.started_at < f.at AND e.started_at >= f.yearBefore)';
const boughtSql = "(SELECT min(p.date) FROM purchase p WHERE p.kind = 'purchase' AND p.customer_id = f.customer AND p.date > date(f.at))";

/**
 * The first interaction of each customer whose outcome is known, and when the event came after it. Who had left before or
 * never bought is left out.
 */
export function indexContacts(db: Database, { by, event }: { by: OutcomeBy; event: AfterEvent }): IndexContact[] {
  const found = tuples<Found>(db, { columns: ['f.customer', 'f.at', 'f.outcome', 'f.reason', 'f.channel', compared(spendSql), compared(contactsSql), event === 'retention' ? 'NULL' : boughtSql], from: firstSql(by) });
  const [leftOn, since] = [firstCancellations(db), customersSince(db)];
  // Who spent something has bought: only the others are looked up.
  const bought = whoBought(db, found.flatMap(([customer, , , , , spend]) => (spend === 0 ? [customer] : [])));
  return found.flatMap(([customer, at, outcome, reason, channel, spend, contacts, boughtOn]): IndexContact[] => {
    const left = leftOn.get(customer) ?? null;
    const isFollowed = (left ?? '9999') > at && (spend !== 0 || bought.has(customer));
    return isFollowed ? [{ customer, at, outcome, reason, channel, since: since.get(customer) ?? null, spend, contacts, eventOn: event === 'retention' ? left : boughtOn }] : [];
  });
}
