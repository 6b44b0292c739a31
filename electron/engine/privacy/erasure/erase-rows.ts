import type { Database, SqlParameter } from '#engine/store/database.ts';

type Reference = { readonly table: string; readonly column: string; readonly parent: string; readonly parentColumn: string; readonly hasNoRowid: number };
export type Erased = {
  /** Rows by table. */
  readonly removed: Record<string, number>;
  /** Ids of removed rows: whatever else names one of them goes, too. */
  readonly ids: Set<string>;
  /** Where removed recordings lay. */
  readonly references: string[];
};

/** Which columns lead to which tables, as the schema says: a table that is added later is found by itself. */
function references(db: Database): Reference[] {
  return db.all<Reference>(
    `SELECT m.name AS "table", f."from" AS "column", f."table" AS parent, coalesce(f."to", 'id') AS parentColumn,
       (SELECT t.wr FROM pragma_table_list(m.name) t) AS hasNoRowid
     FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'`,
  );
}

/**
 * Deletes rows with everything that refers to them, children first; the full-text index and waveforms go along.
 * `where` is a condition on the table's own columns.
 */
export function eraseRows(db: Database, from: { table: string; where: string; parameters: readonly SqlParameter[] }, erased: Erased): void {
  const rows = db.all<{ place: number }>(`SELECT rowid AS place FROM ${from.table} WHERE ${from.where}`, from.parameters).map((row) => row.place);
  eraseByRowid(db, { table: from.table, rowids: rows, links: references(db) }, erased);
}

type Batch = { readonly table: string; readonly rowids: readonly number[]; readonly links: readonly Reference[] };

/** Parents that are shared by many are never deleted with one of their children; they stand on the other side of a link. */
function eraseByRowid(db: Database, { table, rowids, links }: Batch, erased: Erased): void {
  if (rowids.length === 0) return;
  const list = JSON.stringify(rowids);
  const here = 'rowid IN (SELECT value FROM json_each(?))';
  for (const link of links.filter(({ parent, table: child }) => parent === table && child !== 'command_log')) {
    if (link.hasNoRowid === 1) {
      const gone = db.run(`DELETE FROM ${link.table} WHERE ${link.column} IN (SELECT ${link.parentColumn} FROM ${table} WHERE ${here})`, [list]);
      if (gone > 0) erased.removed[link.table] = (erased.removed[link.table] ?? 0) + gone;
      continue;
    }
    const children = db.all<{ place: number }>(
      `SELECT rowid AS place FROM ${link.table} WHERE ${link.column} IN (SELECT ${link.parentColumn} FROM ${table} WHERE ${here})`, [list],
    ).map((row) => row.place);
    eraseByRowid(db, { table: link.table, rowids: children, links }, erased);
  }
  remember(db, { table, list }, erased);
  if (table === 'turn') db.run(`DELETE FROM turn_text WHERE docid IN (SELECT key FROM turn WHERE ${here})`, [list]);
  const gone = db.run(`DELETE FROM ${table} WHERE ${here}`, [list]);
  if (gone > 0) erased.removed[table] = (erased.removed[table] ?? 0) + gone;
}

function remember(db: Database, { table, list }: { table: string; list: string }, erased: Erased): void {
  const columns = new Set(db.all<{ name: string }>('SELECT name FROM pragma_table_info(?)', [table]).map(({ name }) => name));
  if (columns.has('id')) {
    for (const { id } of db.all<{ id: string }>(`SELECT id FROM ${table} WHERE rowid IN (SELECT value FROM json_each(?))`, [list])) erased.ids.add(String(id));
  }
  if (table === 'interaction') for (const { key } of db.all<{ key: number }>('SELECT key FROM interaction WHERE rowid IN (SELECT value FROM json_each(?))', [list])) erased.ids.add(`key:${key}`);
  if (table === 'media') erased.references.push(...db.all<{ reference: string }>('SELECT reference FROM media WHERE rowid IN (SELECT value FROM json_each(?))', [list]).map(({ reference }) => reference));
}
