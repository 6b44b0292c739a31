import { EarshotError } from '#shared/errors.ts';
import type { Database } from '#engine/store/database.ts';
import { standsFor } from '#engine/store/queries/identities.ts';
import { type Erased, eraseRows } from './erase-rows.ts';

type Customer = { id: string; externalId: string; name: string | null; interactions: number };

const nothing = (): Erased => ({ removed: {}, ids: new Set(), references: [] });

/** Customers whose number or name holds the words, those with most contacts first. */
export function findCustomers(db: Database, words: string): Customer[] {
  const like = `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return db.all<Customer>(
    `SELECT c.id, c.external_id AS externalId, c.name, (SELECT count(*) FROM interaction i WHERE i.customer_id = c.id) AS interactions
     FROM customer c WHERE c.external_id LIKE ?1 ESCAPE '\\' OR c.name LIKE ?1 ESCAPE '\\' ORDER BY interactions DESC, c.external_id LIMIT 50`, [like],
  );
}

/** Removes a customer with every record that was joined, and everything about them. @throws EarshotError NOT_FOUND */
export function eraseCustomer(db: Database, customerId: string): { erased: Erased; words: (string | null)[] } {
  const keptId = standsFor(db, customerId);
  const records = db.all<{ id: string; externalId: string; name: string | null }>(
    'SELECT id, external_id AS externalId, name FROM customer WHERE id = ?1 OR id IN (SELECT customer_id FROM customer_joined WHERE kept_id = ?1)', [keptId]);
  if (records.length === 0) throw new EarshotError('NOT_FOUND', 'This customer is not there any more.');
  const ids = JSON.stringify(records.map(({ id }) => id));
  const ofThem = 'IN (SELECT value FROM json_each(?))';
  const externalIds = db.all<{ external_id: string }>(`SELECT external_id FROM interaction WHERE customer_id ${ofThem}`, [ids]).map((row) => row.external_id);
  const erased = nothing();
  eraseByExternalId(db, { column: 'customer_external_id', values: records.map(({ externalId }) => externalId) }, erased);
  eraseByExternalId(db, { column: 'interaction_external_id', values: externalIds }, erased);
  eraseRows(db, { table: 'customer', where: `id ${ofThem}`, parameters: [ids] }, erased);
  return { erased, words: [...records.flatMap(({ name, externalId }) => [name, externalId]), ...externalIds] };
}

/** Rows that only name the number: surveys that were never linked, scores of a call that never came. */
function eraseByExternalId(db: Database, { column, values }: { column: string; values: readonly string[] }, erased: Erased): void {
  const tables = db.all<{ name: string }>(
    "SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c ON c.name = ? WHERE m.type = 'table'", [column],
  );
  for (const { name } of tables) eraseRows(db, { table: name, where: `${column} IN (SELECT value FROM json_each(?))`, parameters: [JSON.stringify(values)] }, erased);
}

/** Removes interactions that started before a day, with everything about them. */
export function eraseOlderThan(db: Database, before: string): { erased: Erased; words: (string | null)[] } {
  const externalIds = db.all<{ external_id: string }>('SELECT external_id FROM interaction WHERE started_at < ?', [before]).map((row) => row.external_id);
  const erased = nothing();
  eraseByExternalId(db, { column: 'interaction_external_id', values: externalIds }, erased);
  eraseRows(db, { table: 'interaction', where: 'started_at < ?', parameters: [before] }, erased);
  return { erased, words: externalIds };
}

/** The day before which nothing is kept, ISO date; null when everything is. */
export function retentionLimit(now: Date, keepMonths: number | null): string | null {
  if (keepMonths === null) return null;
  const day = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - keepMonths, 1));
  const lastOfMonth = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
  day.setUTCDate(Math.min(now.getUTCDate(), lastOfMonth));
  return day.toISOString().slice(0, 10);
}
