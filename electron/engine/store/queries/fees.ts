import { FeeScenarioSaved } from '#shared/model/fee.ts';
import type { Database, SqlParameter } from '../database.ts';
import { isNotJoinedSql } from './identities.ts';
import { fieldPath } from './segment-sql.ts';

type Row = { id: string; name: string; beliefs: string; seed: number; saved_at: string; saved_by: string; basis: string | null };

const toScenario = ({ beliefs, basis, saved_at: savedAt, saved_by: savedBy, ...row }: Row): FeeScenarioSaved =>
  FeeScenarioSaved.parse({ ...row, beliefs: JSON.parse(beliefs) as unknown, basis: basis === null ? null : JSON.parse(basis) as unknown, savedAt, savedBy });

/** Saved scenarios by name. */
export function listFees(db: Database): FeeScenarioSaved[] {
  return db.all<Row>('SELECT * FROM fee_scenario ORDER BY name').map(toScenario);
}

export function findFee(db: Database, by: { id: string } | { name: string }): FeeScenarioSaved | undefined {
  const row = 'id' in by ? db.get<Row>('SELECT * FROM fee_scenario WHERE id = ?', [by.id]) : db.get<Row>('SELECT * FROM fee_scenario WHERE name = ?', [by.name]);
  return row && toScenario(row);
}

/** A customer as the fee simulator needs one. Dates as stored; margin of the year before the start. */
export type FeeCustomer = { id: string; isCharged: number; leftAt: string | null; margin: number | null };

/** Every customer who had not left before `start`, and whether they are charged: all, or those with a value in a field of theirs. */
export function feeCustomers(db: Database, start: string, charged: { field: string; value: string } | null): FeeCustomer[] {
  const isCharged = charged === null ? '1' : "coalesce(CAST(json_extract(c.fields, ?) AS TEXT) = ?, 0)";
  const parameters: SqlParameter[] = charged === null ? [] : [fieldPath(charged.field), charged.value];
  return db.all<FeeCustomer>(
    `SELECT * FROM (SELECT c.id, ${isCharged} AS isCharged, (SELECT min(p.date) FROM purchase p WHERE p.customer_id = c.id AND p.kind = 'cancellation') AS leftAt,
       (SELECT sum(p.margin) FROM purchase p WHERE p.customer_id = c.id AND p.kind IN ('purchase','renewal') AND p.date <= ? AND julianday(p.date) > julianday(?) - 365) AS margin
     FROM customer c WHERE ${isNotJoinedSql('c.id')}) WHERE leftAt IS NULL OR leftAt >= ?`, [...parameters, start, start, start],
  );
}

/** The imported fields of customers with few values, which could say who is charged. */
export function chargeFields(db: Database): { field: string; values: string[] }[] {
  const rows = db.all<{ field: string; value: string }>(
    `SELECT j.key AS field, CAST(j.value AS TEXT) AS value FROM customer c, json_each(c.fields) j WHERE j.type IN ('text','integer','true','false') GROUP BY 1, 2 ORDER BY 1, 2`,
  );
  const fields = new Map<string, string[]>();
  for (const { field, value } of rows) fields.set(field, [...fields.get(field) ?? [], value]);
  return [...fields].filter(([, values]) => values.length >= 2 && values.length <= 12).map(([field, values]) => ({ field, values }));
}
