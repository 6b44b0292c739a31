import type { Trait } from '#shared/model/likely-caller.ts';
import type { Database } from '../database.ts';
import { asOfSql } from './as-of.ts';
import { isNotJoinedSql } from './identities.ts';

/** Customers who are still customers, with everything that could set them apart; products are those of the year before `since`. */
export function traitsOfCustomers(db: Database, since: string): { id: string; traits: Trait[] }[] {
  const customers = db.all<{ id: string; segment: string | null; fields: string }>(
    `SELECT c.id, c.segment, c.fields FROM customer c
     WHERE NOT EXISTS (SELECT 1 FROM purchase p WHERE p.kind = 'cancellation' AND p.customer_id = c.id) AND ${isNotJoinedSql('c.id')}`);
  const products = new Map<string, Set<string>>();
  for (const { id, product } of db.iterate<{ id: string; product: string }>(
    "SELECT customer_id AS id, product FROM purchase WHERE kind IN ('purchase','renewal') AND product IS NOT NULL AND date >= date(?, '-365 days') GROUP BY 1, 2", [since])) {
    products.set(id, (products.get(id) ?? new Set()).add(product));
  }
  return customers.map(({ id, segment, fields }) => ({
    id,
    traits: [
      ...Object.entries(JSON.parse(fields) as Record<string, string>).map(([name, value]): Trait => ({ kind: 'field', name, value })),
      ...(segment === null ? [] : [{ kind: 'segment' as const, name: 'segment', value: segment }]),
      ...[...(products.get(id) ?? [])].map((product): Trait => ({ kind: 'product', name: 'product', value: product })),
    ],
  }));
}

/** Customers with a contact about a cause from a moment on, in either direction: they called, or were told. */
export function customersWithCause(db: Database, codeId: string, since: string): Set<string> {
  return new Set(db.all<{ id: string }>(
    `SELECT DISTINCT i.customer_id AS id FROM tag g CROSS JOIN interaction i ON i.id = g.interaction_id
     WHERE g.code_id = ? AND i.customer_id IS NOT NULL AND i.started_at >= ? AND i.started_at <= ${asOfSql}`, [codeId, since]).map(({ id }) => id));
}
