import type { Database, SqlParameter } from '#engine/store/database.ts';
import { noteJoinedRow, ownedTables } from '#engine/store/queries/identities.ts';
import { rowId } from './row-id.ts';
import type { TurnIndex } from './turn-index.ts';

export type Columns = Record<string, SqlParameter>;
export type Written = 'new' | 'updated' | 'same';

/** What one import does, for its writers: the database, its id, a maker of ids, and the images that let it be taken back. */
export type WriteContext = {
  db: Database;
  importId: string;
  newId: () => string;
  /** Next position in `import_change`. */
  nextChange: () => number;
  turnIndex: TurnIndex;
  /** The customer who stands for a joined record, by the record's id. */
  joinedCustomers: ReadonlyMap<string, string>;
};

/** Columns of which some are not known: undefined and null say nothing. */
export type Facts = Record<string, SqlParameter | undefined>;

/** How the columns of a row meet one that is there: `set` replaces, `fill` only where nothing is known, `merge` joins JSON objects. */
export type RowChange = { key: Columns; set?: Facts; fill?: Facts; merge?: Record<string, Record<string, unknown>> };

/**
 * Adds a row, or updates the one with the same key. What is absent (null) stays as it is. The values before and after
 * go into `import_change`, so that the import can be undone whole. What a joined record is told to have goes to the
 * customer who stands for it, with a note of whose it was.
 */
export function upsert(context: WriteContext, table: string, row: RowChange): { id: string; written: Written } {
  const stated = row.set?.['customer_id'] ?? row.fill?.['customer_id'];
  const keptId = typeof stated === 'string' ? context.joinedCustomers.get(stated) : undefined;
  if (typeof stated !== 'string' || keptId === undefined) return upsertRow(context, table, row);
  const given = (facts: Facts | undefined): Facts => (facts !== undefined && 'customer_id' in facts ? { ...facts, customer_id: keptId } : facts ?? {});
  const result = upsertRow(context, table, { ...row, set: given(row.set), fill: given(row.fill) });
  const owned = ownedTables.find((name) => name === table);
  if (owned !== undefined) noteJoinedRow(context.db, { table: owned, rowId: result.id, customerId: stated });
  return result;
}

function upsertRow(context: WriteContext, table: string, row: RowChange): { id: string; written: Written } {
  const { db, importId } = context;
  const existing = db.get<Columns & { id: string }>(
    `SELECT * FROM ${table} WHERE ${Object.keys(row.key).map((column) => `${column} = ?`).join(' AND ')}`, Object.values(row.key),
  );
  if (!existing) {
    const merged = Object.entries(row.merge ?? {}).map(([column, value]): [string, SqlParameter] => [column, JSON.stringify(value)]);
    return insertCells(context, table, [...Object.entries(row.key), ...known(row.fill), ...known(row.set), ...merged]);
  }
  const changed = changesOf(existing, row);
  if (changed.length === 0) return { id: existing.id, written: 'same' };
  if (existing['import_id'] !== importId) {
    const before = Object.fromEntries(changed.map(([column]) => [column, existing[column] ?? null]));
    remember(context, { table, rowId: existing.id, before, after: Object.fromEntries(changed) });
  }
  db.run(`UPDATE ${table} SET ${changed.map(([column]) => `${column} = ?`).join(', ')} WHERE id = ?`, [...changed.map(([, value]) => value), existing.id]);
  return { id: existing.id, written: existing['import_id'] === importId ? 'same' : 'updated' };
}

function known(facts: Facts | undefined): [string, SqlParameter][] {
  return Object.entries(facts ?? {}).filter((entry): entry is [string, SqlParameter] => entry[1] !== undefined && entry[1] !== null);
}

function changesOf(existing: Columns, row: RowChange): [string, SqlParameter][] {
  const set = known(row.set);
  const fill = known(row.fill).filter(([column]) => existing[column] === null);
  const merge = Object.entries(row.merge ?? {}).map(([column, value]): [string, SqlParameter] => {
    const before = JSON.parse(String(existing[column] ?? '{}')) as Record<string, unknown>;
    return [column, JSON.stringify({ ...before, ...value })];
  });
  return [...set, ...fill, ...merge].filter(([column, value]) => normal(value) !== existing[column]);
}

/** Adds a row with a new id under this import. */
export function insert(context: WriteContext, table: string, values: Columns): { id: string; written: Written } {
  return insertCells(context, table, Object.entries(values));
}

/**
 * The same for columns with their values, of which the last one of a name counts. Not an object: one put together for every
 * row has a shape of its own, which the garbage collector finds late, and a table has half a million rows.
 */
function insertCells(context: WriteContext, table: string, cells: readonly [string, SqlParameter][]): { id: string; written: Written } {
  const id = table === 'code' ? context.newId() : rowId(context.newId());
  const all = new Map<string, SqlParameter>([['id', id], ...cells, ['import_id', context.importId]]);
  context.db.run(`INSERT INTO ${table} (${[...all.keys()].join(', ')}) VALUES (${'?, '.repeat(all.size - 1)}?)`, [...all.values()]);
  return { id, written: 'new' };
}

/** Keeps what a change overwrote, and what it wrote, for undo and redo. */
export function remember(context: WriteContext, change: { table: string; rowId: string; before: unknown; after: unknown }): void {
  context.db.run('INSERT INTO import_change (import_id, position, table_name, row_id, before, after) VALUES (?, ?, ?, ?, ?, ?)',
    [context.importId, context.nextChange(), change.table, change.rowId, JSON.stringify(change.before), change.after === null ? null : JSON.stringify(change.after)]);
}

/** As SQLite gives it back. */
function normal(value: SqlParameter): SqlParameter {
  return typeof value === 'boolean' ? Number(value) : value;
}
