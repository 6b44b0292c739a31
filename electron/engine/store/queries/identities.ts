import type { IdentityField, IdentityGroup, IdentityRecord, JoinedCustomer } from '#shared/model/identity.ts';
import type { Database } from '../database.ts';

/** Tables whose rows belong to a customer, by `customer_id`. */
export const ownedTables = ['interaction', 'survey_response', 'survey_invitation', 'purchase'] as const;

/** Leaves out the records that stand for a customer who is counted already; `id` is the column of the customer's id. */
export const isNotJoinedSql = (id: string): string => `NOT EXISTS (SELECT 1 FROM customer_joined cj WHERE cj.customer_id = ${id})`;

/** A value as it is compared: e-mail addresses and numbers are written in many ways, letters' case and blanks around do not count. */
const comparedSql = 'lower(trim(CAST(j.value AS TEXT)))';
const stated = `SELECT c.id, j.key AS field, ${comparedSql} AS value FROM customer c, json_each(c.fields) j WHERE j.type IN ('text','integer') AND ${comparedSql} <> ''`;

/** What this customer states in a field, as it is compared. */
export function statedValue(db: Database, customerId: string, field: string): string | null {
  return db.get<{ value: string }>(`SELECT value FROM (${stated} AND c.id = ? AND j.key = ?)`, [customerId, field])?.value ?? null;
}

/** An amount with a decimal point or comma, as `20.20`: two customers may owe the same and are still two. */
const isAmount = `value NOT GLOB '*[^0-9.,]*' AND value GLOB '*[0-9][.,][0-9]*' AND value NOT GLOB '*[.,]*[.,]*'`;

/** Fields that could be a key: most records have a value of their own in them, some share one, and it is no field of amounts. */
export function identityFields(db: Database): IdentityField[] {
  return db.all<IdentityField>(
    `WITH said AS (${stated} AND ${isNotJoinedSql('c.id')}), shared AS (SELECT field, value, count(*) AS n FROM said GROUP BY 1, 2)
     SELECT field, sum(n) AS customers, count(*) AS "values", count(*) FILTER (WHERE n > 1) AS groups, coalesce(sum(n) FILTER (WHERE n > 1), 0) AS records
     FROM shared GROUP BY field HAVING "values" * 2 > customers AND groups > 0 AND coalesce(sum(n) FILTER (WHERE ${isAmount}), 0) * 2 < customers ORDER BY groups DESC, field`);
}

type RecordSql = Omit<IdentityRecord, 'isKept'> & { isKept: number };

const compared = ['name', 'since', 'segment', 'region'] as const;

/** Which of the stated things differ; what is not stated says nothing. */
function differing(records: readonly IdentityRecord[]): IdentityGroup['differs'] {
  return compared.filter((column) => new Set(records.flatMap((record) => record[column]?.trim().toLowerCase() ?? [])).size > 1);
}

/** Records that share a value of the field, largest groups first; in each the one to keep first: with others in it already, else with the most contacts. */
export function identityGroups(db: Database, { field, offset, limit }: { field: string; offset: number; limit: number }): { total: number; groups: IdentityGroup[] } {
  const shared = `WITH said AS (${stated} AND j.key = ?1 AND ${isNotJoinedSql('c.id')}), shared AS (SELECT value, count(*) AS n, json_group_array(id) AS ids FROM said GROUP BY 1 HAVING n > 1)`;
  const total = db.get<{ n: number }>(`${shared} SELECT count(*) AS n FROM shared`, [field])?.n ?? 0;
  const groups = db.all<{ value: string; ids: string }>(`${shared} SELECT value, ids FROM shared ORDER BY n DESC, value LIMIT ?2 OFFSET ?3`, [field, limit, offset]);
  return { total, groups: groups.map(({ value, ids }) => groupOf(value, recordsOf(db, ids))) };
}

function groupOf(value: string, records: IdentityRecord[]): IdentityGroup {
  return { value, records, differs: differing(records) };
}

function recordsOf(db: Database, ids: string): IdentityRecord[] {
  return db.all<RecordSql>(
    `SELECT c.id, c.external_id AS externalId, c.name, c.since, c.segment, c.region, (SELECT count(*) FROM interaction i WHERE i.customer_id = c.id) AS contacts,
       (SELECT count(*) FROM purchase p WHERE p.customer_id = c.id) AS purchases, EXISTS (SELECT 1 FROM customer_joined cj WHERE cj.kept_id = c.id) AS isKept
     FROM customer c WHERE c.id IN (SELECT value FROM json_each(?)) ORDER BY isKept DESC, contacts DESC, purchases DESC, externalId`, [ids],
  ).map((row) => ({ ...row, isKept: row.isKept === 1 }));
}

/** Joined records, those of one customer or all, latest first. */
export function joinedCustomers(db: Database, keptId: string | null): JoinedCustomer[] {
  return db.all<JoinedCustomer>(
    `SELECT c.id, c.external_id AS externalId, c.name, k.id AS keptId, k.external_id AS keptExternalId, k.name AS keptName, j.field, j.value, j.at, j.actor,
       (SELECT count(*) FROM customer_joined_row r WHERE r.customer_id = c.id) AS "rows"
     FROM customer_joined j JOIN customer c ON c.id = j.customer_id JOIN customer k ON k.id = j.kept_id
     WHERE ?1 IS NULL OR j.kept_id = ?1 ORDER BY j.at DESC, c.external_id`, [keptId]);
}

/** Whom joined records were joined into, by the joined record's id. */
export function keptByJoined(db: Database): Map<string, string> {
  return new Map(db.all<{ customer_id: string; kept_id: string }>('SELECT customer_id, kept_id FROM customer_joined').map((row) => [row.customer_id, row.kept_id]));
}

/** The record that stands for a customer: the one it was joined into, or itself. */
export function standsFor(db: Database, customerId: string): string {
  return db.get<{ kept_id: string }>('SELECT kept_id FROM customer_joined WHERE customer_id = ?', [customerId])?.kept_id ?? customerId;
}

/** Notes whose a row was said to be, before it goes to the customer who stands for that record. */
export function noteJoinedRow(db: Database, row: { table: (typeof ownedTables)[number]; rowId: string; customerId: string }): void {
  db.run('INSERT INTO customer_joined_row (table_name, row_id, customer_id) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET customer_id = ?3', [row.table, row.rowId, row.customerId]);
}
