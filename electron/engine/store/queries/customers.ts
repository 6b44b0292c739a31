import type { Database } from '../database.ts';
import { asOfSql } from './as-of.ts';

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
    `SELECT count(*) AS contacts, count(*) - count(customer_id) AS unlinked FROM interaction WHERE started_at >= ? AND started_at <= ${asOfSql}`, [since]) ?? { contacts: 0, unlinked: 0 };
}

export type Margin = { margin: number; isRevenue: boolean };

/** What these customers brought between two days; amounts stand in where no margin is known. Nothing where currencies are mixed: they are never added up. */
export function yearMargins(db: Database, ids: readonly string[], { after, until }: { after: string; until: string }): { margins: Map<string, Margin>; currency: string | null } {
  const rows = db.all<{ id: string; margin: number; unknown: number; first: string | null; last: string | null }>(
    `SELECT customer_id AS id, total(CASE kind WHEN 'return' THEN -abs(coalesce(margin, amount)) ELSE coalesce(margin, amount) END) AS margin, sum(margin IS NULL) AS unknown, min(currency) AS first, max(currency) AS last
     FROM purchase WHERE customer_id ${inList} AND date > ? AND date <= ? AND kind IN ('purchase','renewal','return') GROUP BY 1`, [JSON.stringify(ids), after, `${until}~`]);
  const currencies = new Set(rows.flatMap(({ first, last }) => [first, last]));
  if (currencies.size > 1) return { margins: new Map(), currency: null };
  return { margins: new Map(rows.map(({ id, margin, unknown }) => [id, { margin, isRevenue: unknown > 0 }])), currency: rows[0]?.first ?? null };
}

/** Customers of whom anything is known by a moment: an answer, or what a listener marked as bad. */
export function knownBy(db: Database, at: string): Set<string> {
  const rows = db.all<{ id: string }>(
    `SELECT DISTINCT i.customer_id AS id FROM survey_response r CROSS JOIN interaction i ON i.id = r.interaction_id WHERE i.customer_id IS NOT NULL AND i.started_at <= ?1
     UNION SELECT i.customer_id FROM tag g CROSS JOIN interaction i ON i.id = g.interaction_id WHERE g.severity >= 2 AND i.customer_id IS NOT NULL AND i.started_at <= ?1`, [at]);
  return new Set(rows.map(({ id }) => id));
}

/** Customers who had bought by a day, and the day they left, if they have. */
export function customersFrom(db: Database, day: string): { id: string; leftOn: string | null }[] {
  return db.all<{ id: string; leftOn: string | null }>(
    `SELECT c.id, (SELECT min(p.date) FROM purchase p WHERE p.kind = 'cancellation' AND p.customer_id = c.id) AS leftOn
     FROM customer c WHERE EXISTS (SELECT 1 FROM purchase p WHERE p.customer_id = c.id AND p.date <= ?)`, [`${day}~`],
  );
}
