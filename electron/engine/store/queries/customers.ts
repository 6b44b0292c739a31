import type { Database } from '../database.ts';
import { asOfSql } from './as-of.ts';
import { tuples } from './tuples.ts';

export type CustomerHead = { id: string; externalId: string; name: string | null; since: string | null; segment: string | null };

const inList = 'IN (SELECT value FROM json_each(?))';

/** Customers by their ids. */
export function customersById(db: Database, ids: readonly string[]): Map<string, CustomerHead> {
  const rows = db.all<CustomerHead>(`SELECT id, external_id AS externalId, name, since, segment FROM customer WHERE id ${inList}`, [JSON.stringify(ids)]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** How many contacts each of these customers had from a day on. */
export function contactsSince(db: Database, ids: readonly string[], since: string): Map<string, number> {
  const rows = db.all<{ id: string; n: number }>(
    `SELECT customer_id AS id, count(*) AS n FROM interaction WHERE customer_id ${inList} AND started_at >= ? AND started_at <= ${asOfSql} GROUP BY 1`, [JSON.stringify(ids), since]);
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/** Contacts from a day on, and how many of them carry no customer. */
export function linkageSince(db: Database, since: string): { contacts: number; unlinked: number } {
  return db.get<{ contacts: number; unlinked: number }>(
    `SELECT (SELECT count(*) FROM interaction WHERE started_at >= ?1 AND started_at <= ${asOfSql}) AS contacts,
       (SELECT count(*) FROM interaction WHERE customer_id IS NULL AND started_at >= ?1 AND started_at <= ${asOfSql}) AS unlinked`, [since]) ?? { contacts: 0, unlinked: 0 };
}

type MarginSql = readonly [place: number, margin: number, unknown: number, first: string | null, last: string | null];
export type Margin = { margin: number; isRevenue: boolean };

/** What these customers brought between two days; amounts stand in where no margin is known. Nothing where currencies are mixed: they are never added up. */
export function yearMargins(db: Database, ids: readonly string[], { after, until }: { after: string; until: string }): { margins: Map<string, Margin>; currency: string | null } {
  // The plus keeps the kind out of the choice of index: customer and day lead to fewer rows. A customer is told by the place in the list.
  const rows = tuples<MarginSql>(db, {
    columns: ['place', 'margin', 'unknown', 'first', 'last'],
    from: `(SELECT j.key AS place, total(CASE kind WHEN 'return' THEN -abs(coalesce(margin, amount)) ELSE coalesce(margin, amount) END) AS margin, sum(margin IS NULL) AS unknown, min(currency) AS first, max(currency) AS last
      FROM json_each(?) j CROSS JOIN purchase ON customer_id = j.value WHERE date > ? AND date <= ? AND +kind IN ('purchase','renewal','return') GROUP BY 1)`,
  }, [JSON.stringify(ids), after, `${until}~`]);
  const currencies = new Set(rows.flatMap(([, , , first, last]) => [first, last]));
  if (currencies.size > 1) return { margins: new Map(), currency: null };
  return { margins: new Map(rows.map(([place, margin, unknown]) => [ids[place] ?? '', { margin, isRevenue: unknown > 0 }])), currency: rows[0]?.[3] ?? null };
}

/** A column as one text, because there are as many rows as customers: a row at a time takes many times as long. No id or day holds a line break. */
function linesOf(db: Database, sql: string, parameters: readonly string[] = []): string[] {
  const { texts } = db.get<{ texts: string | null }>(sql, parameters) ?? { texts: null };
  return texts === null ? [] : texts.split('\n');
}

/** Lines of an id, a blank and what belongs to it. */
const keyed = (lines: readonly string[]): Map<string, string> => new Map(lines.map((line) => {
  const blank = line.indexOf(' ');
  return [line.slice(0, blank), line.slice(blank + 1)];
}));

/** Customers of whom anything is known by a moment: an answer, or what a listener marked as bad. */
export function knownBy(db: Database, at: string): Set<string> {
  return new Set(linesOf(db,
    `SELECT group_concat(id, char(10)) AS texts FROM (
       SELECT i.customer_id AS id FROM survey_response r CROSS JOIN interaction i ON i.id = r.interaction_id WHERE i.started_at <= ?1
       UNION ALL SELECT i.customer_id FROM tag g CROSS JOIN interaction i ON i.id = g.interaction_id WHERE g.severity >= 2 AND i.started_at <= ?1)`, [at]));
}

/** The day on which customers left, of those who have; of all or of one. */
export function firstCancellations(db: Database, customer: string | null = null): Map<string, string> {
  const rows = db.all<{ id: string; leftOn: string }>(
    `SELECT customer_id AS id, min(date) AS leftOn FROM purchase WHERE kind = 'cancellation' ${customer === null ? '' : 'AND customer_id = ?'} GROUP BY 1`, customer === null ? [] : [customer]);
  return new Map(rows.map(({ id, leftOn }) => [id, leftOn]));
}

/** Since when customers are customers, of those of whom it is known. */
export function customersSince(db: Database): Map<string, string> {
  return keyed(linesOf(db, "SELECT group_concat(id || ' ' || since, char(10)) AS texts FROM customer WHERE since IS NOT NULL"));
}

/** Which of these customers ever bought anything. */
export function whoBought(db: Database, ids: readonly string[]): Set<string> {
  return new Set(linesOf(db,
    'SELECT group_concat(j.value, char(10)) AS texts FROM json_each(?) j WHERE EXISTS (SELECT 1 FROM purchase p WHERE p.customer_id = j.value)', [JSON.stringify(ids)]));
}

/** The day of the first purchase of any kind, of those who made one; of all or of one. */
export function firstPurchases(db: Database, customer: string | null = null): Map<string, string> {
  return keyed(linesOf(db,
    `SELECT group_concat(c.id || ' ' || (SELECT min(p.date) FROM purchase p WHERE p.customer_id = c.id), char(10)) AS texts FROM customer c ${customer === null ? '' : 'WHERE c.id = ?'}`,
    customer === null ? [] : [customer]));
}

/** Whether customers stay by contract: somebody renewed, and somebody could leave. */
export function renewsContracts(db: Database): boolean {
  return db.get("SELECT 1 FROM purchase WHERE kind = 'renewal' LIMIT 1") !== undefined;
}
