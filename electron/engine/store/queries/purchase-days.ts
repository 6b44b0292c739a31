import type { Database } from '../database.ts';
import { tuples } from './tuples.ts';

/**
 * What one customer bought and returned on one day: `value` at its margin (the amount where none is known), how many
 * purchases, and of how many purchases and returns no margin is known. `customer` is the number of their row.
 */
export type PurchaseDay = readonly [customer: number, day: string, value: number, bought: number, unknown: number, firstCurrency: string | null, lastCurrency: string | null];

function daysOf(db: Database, { customers, parameters, until }: { customers: string; parameters: readonly (string | number)[]; until: string }): PurchaseDay[] {
  return tuples<PurchaseDay>(db, {
    columns: ['d.customer', 'd.day', 'd.value', 'd.bought', 'd.unknown', 'd.first', 'd.last'], order: 'd.customer, d.day',
    from: `(SELECT c.rowid AS customer, substr(p.date, 1, 10) AS day, total(CASE p.kind WHEN 'return' THEN -abs(coalesce(p.margin, p.amount)) ELSE coalesce(p.margin, p.amount) END) AS value,
        sum(p.kind = 'purchase') AS bought, sum(p.margin IS NULL) AS unknown, min(p.currency) AS first, max(p.currency) AS last
      FROM customer c CROSS JOIN purchase p ON p.customer_id = c.id WHERE ${customers} AND p.date <= ? AND +p.kind IN ('purchase','return') GROUP BY 1, 2) d`,
  }, [...parameters, `${until}~`]);
}

/** Of the customers whose rows lie in a range, both ends included, in order of customers and days. */
export function purchaseDaysOfRows(db: Database, rows: readonly [from: number, to: number], until: string): PurchaseDay[] {
  return daysOf(db, { customers: 'c.rowid BETWEEN ? AND ?', parameters: rows, until });
}

/** Of one customer, in order of days. */
export function purchaseDaysOfCustomer(db: Database, id: string, until: string): PurchaseDay[] {
  return daysOf(db, { customers: 'c.id = ?', parameters: [id], until });
}

/** Whether anybody is on record as having cancelled. */
export function someoneCancels(db: Database): boolean {
  return db.get("SELECT 1 FROM purchase WHERE kind = 'cancellation' LIMIT 1") !== undefined;
}

/** The day of the first purchase of all; null without any. */
export function firstPurchaseOn(db: Database): string | null {
  return db.get<{ day: string }>("SELECT date AS day FROM purchase INDEXED BY purchase_date WHERE kind = 'purchase' ORDER BY date LIMIT 1")?.day.slice(0, 10) ?? null;
}
