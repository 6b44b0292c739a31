import type { Database } from '../database.ts';
import { isPossibleSql } from './as-of.ts';

/** What service cost in a month, in whole cents, and the minutes paid for and practically available; null where nobody said. */
export type CostMonth = { month: string; cents: number; paidMinutes: number | null; practicalMinutes: number | null };

/** Costs by month, `YYYY-MM`, in order. Each row is rounded to the cent by itself, so that the months add up to the rows. */
export function costMonths(db: Database): CostMonth[] {
  return db.all<CostMonth>(
    `SELECT substr(month, 1, 7) AS month, CAST(sum(round(amount * 100)) AS INTEGER) AS cents, sum(paid_minutes) AS paidMinutes, sum(practical_capacity_minutes) AS practicalMinutes
     FROM cost GROUP BY 1 ORDER BY 1`,
  );
}

/** Currencies of costs and of credits, each once; more than one cannot be added up. */
export function moneyCurrencies(db: Database): string[] {
  return db.all<{ currency: string }>(
    `SELECT currency FROM cost UNION SELECT currency FROM purchase WHERE kind = 'credit' AND currency IS NOT NULL ORDER BY 1`,
  ).map((row) => row.currency);
}

/** Money given back: whole cents, the day, and what it was for. */
export type Credit = { customer: string; date: string; cents: number; product: string | null };

/** Credits by customer and day; files write them with either sign. */
export function credits(db: Database): Credit[] {
  return db.all<Credit>(
    `SELECT p.customer_id AS customer, p.date, CAST(round(abs(p.amount) * 100) AS INTEGER) AS cents, p.product
     FROM purchase p WHERE p.kind = 'credit' AND p.amount <> 0 AND ${isPossibleSql('p.date')} ORDER BY p.customer_id, p.date`,
  );
}
