import type { BadWhy } from '#shared/model/customer.ts';
import type { Database } from '../database.ts';
import { asOfSql } from './as-of.ts';
import { isLowSql, repeatContacts, repeatDays } from './experience-sql.ts';
import { isValidAnswerSql } from './scores.ts';
import { tuples } from './tuples.ts';

export type BadContact = { key: number; id: string; customer: string; at: string; why: BadWhy };
type Found = readonly [key: number, id: string, customer: string, at: string, why: BadWhy];

type Scope = { readonly where: string; readonly tags: string; readonly complaints: string; readonly repeats: string };

/**
 * The order of the joins is fixed: of all customers a range of days or the few severe tags come first, of one customer its contacts.
 * Groups of all customers come from their index in its own order: collecting those of a range of days takes twice as long.
 */
const everybody: Scope = {
  where: 'i.started_at >= ?1 AND i.started_at < ?3 AND ?2 IS NULL', tags: 'tag g CROSS JOIN interaction i ON i.id = g.interaction_id',
  complaints: 'code k CROSS JOIN tag g ON g.code_id = k.id CROSS JOIN interaction i ON i.id = g.interaction_id',
  repeats: 'interaction i INDEXED BY interaction_repeat',
};
const oneCustomer: Scope = {
  where: 'i.customer_id = ?2 AND i.started_at >= ?1 AND i.started_at < ?3', tags: 'interaction i CROSS JOIN tag g ON g.interaction_id = i.id',
  complaints: 'interaction i CROSS JOIN tag g ON g.interaction_id = i.id CROSS JOIN code k ON k.id = g.code_id',
  repeats: 'interaction i',
};

/** Contacts that count towards a repeat; all columns lie in the index of repeats, so no row of a contact is read. */
const repeatable = (where: string) => `${where.replace('?1', `date(?1, '-${repeatDays + 1} days')`)}
  AND i.started_at <= ${asOfSql} AND i.direction IS NOT 'outbound' AND i.customer_id IS NOT NULL`;

/** What makes contacts bad (metric specification 5), one row a reason; `?1` is the first day that is looked at, `?3` the one after the last, `?2` a customer or NULL. */
const badSql = ({ where, tags, complaints, repeats }: Scope) => `
  SELECT i.key, m.kind AS why FROM interaction i CROSS JOIN survey_response r ON r.interaction_id = i.id
    CROSS JOIN survey_answer s ON s.response_id = r.id CROSS JOIN survey_item m ON m.id = s.item_id
    WHERE ${where} AND m.kind IN ('csat','ces','nps','resolved') AND m.scale_max > m.scale_min AND ${isValidAnswerSql} AND ${isLowSql}
  UNION SELECT i.key, 'severity' FROM ${tags} WHERE g.severity >= 2 AND ${where}
  UNION SELECT i.key, 'complaint' FROM ${complaints} WHERE k.kind = 'event' AND lower(k.name) LIKE '%complain%' AND ${where}
  UNION SELECT c.key, 'repeat' FROM (
    SELECT i.key, i.started_at, lag(i.started_at, ${repeatContacts - 1}) OVER (PARTITION BY i.customer_id, i.reason ORDER BY i.started_at, i.key) AS earlier
    FROM (SELECT i.customer_id AS customer, i.reason FROM ${repeats} WHERE ${repeatable(where)} GROUP BY 1, 2 HAVING count(*) >= ${repeatContacts}) g
      CROSS JOIN interaction i WHERE i.customer_id = g.customer AND i.reason IS g.reason AND ${repeatable(where)}) c
    WHERE c.earlier IS NOT NULL AND c.started_at >= ?1 AND julianday(c.started_at) - julianday(c.earlier) <= ${repeatDays}`;

/** The bad contacts of customers from a day on and before another, each with every reason; of all customers or of one. */
export function badContacts(db: Database, { since, before = '9999', customer = null }: { since: string; before?: string; customer?: string | null }): BadContact[] {
  return tuples<Found>(db, {
    columns: ['i.key', 'i.id', 'i.customer_id', 'i.started_at', 'b.why'], order: 'i.started_at, i.key, b.why',
    from: `(${badSql(customer === null ? everybody : oneCustomer)}) b CROSS JOIN interaction i ON i.key = b.key WHERE i.customer_id IS NOT NULL AND i.started_at <= ${asOfSql}`,
  }, [since, customer, before]).map(([key, id, owner, at, why]) => ({ key, id, customer: owner, at, why }));
}

/** The latest contact that is not dated in the future; null in an empty project. */
export function lastContactAt(db: Database): string | null {
  return db.get<{ at: string | null }>(`SELECT max(started_at) AS at FROM interaction WHERE started_at <= ${asOfSql}`)?.at ?? null;
}

/** The latest purchase that is not dated in the future: up to here it is known who bought and who left. */
export function lastPurchaseOn(db: Database): string | null {
  return db.get<{ at: string | null }>(`SELECT max(date) AS at FROM purchase WHERE date <= ${asOfSql}`)?.at?.slice(0, 10) ?? null;
}
