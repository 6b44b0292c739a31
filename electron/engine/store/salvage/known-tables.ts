import type { Database, SqlValue } from '../database.ts';
import type { Cell } from './pages.ts';

/** A column of this name and kind, and where it leads. */
export type Column = {
  readonly name: string;
  readonly type: string;
  readonly isNullable: boolean;
  readonly parent: { readonly table: string; readonly column: string } | null;
};

/** A table as today's Earshot makes it. Columns that came later stand last, so that rows of older projects fit as well. */
export type KnownTable = {
  readonly name: string;
  readonly columns: readonly Column[];
  /** The column that is the row's number, hence not in the row; -1 if there is none. */
  readonly keyColumn: number;
  readonly isWithoutRowid: boolean;
};

/** Waveforms are measured again from the recordings, and nothing could tell a damaged one from a sound one. */
const leftOut = new Set(['media_peaks']);

/** The tables of a database as the migrations make it, without the text index, which is made again from the turns. */
export function knownTables(db: Database): KnownTable[] {
  const tables = db.all<{ name: string; sql: string }>(
    `SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE 'turn\\_text\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
  );
  return tables.filter(({ name }) => !leftOut.has(name)).map(({ name, sql }) => describe(db, name, /WITHOUT ROWID\s*$/.test(sql)));
}

function describe(db: Database, name: string, isWithoutRowid: boolean): KnownTable {
  const columns = db.all<{ name: string; type: string; notnull: number; pk: number }>(`PRAGMA table_info("${name}")`);
  const parents = db.all<{ from: string; table: string; to: string }>(`PRAGMA foreign_key_list("${name}")`);
  const keys = columns.filter(({ pk }) => pk > 0);
  const isNumbered = !isWithoutRowid && keys.length === 1 && keys[0]?.type === 'INTEGER';
  return {
    name,
    isWithoutRowid,
    keyColumn: isNumbered ? columns.findIndex(({ pk }) => pk > 0) : -1,
    columns: columns.map((column) => {
      const parent = parents.find(({ from }) => from === column.name);
      return {
        name: column.name,
        type: column.type,
        isNullable: column.notnull === 0 && column.pk === 0,
        parent: parent === undefined ? null : { table: parent.table, column: parent.to },
      };
    }),
  };
}

/** The values of a row by the table's columns, or null if the row cannot be one of this table. */
export function fitRow(table: KnownTable, { rowid, values }: Cell): SqlValue[] | null {
  if (values.length > table.columns.length || (rowid === -1) !== table.isWithoutRowid) return null;
  const row: SqlValue[] = [];
  for (const [index, column] of table.columns.entries()) {
    const value = values[index] ?? null;
    if (index === table.keyColumn) {
      if (values[index] !== null) return null;
      row.push(rowid);
    } else if (value === null ? column.isNullable : isOfType(value, column.type)) row.push(value);
    else return null;
  }
  return row;
}

function isOfType(value: SqlValue, type: string): boolean {
  if (type === 'TEXT') return typeof value === 'string';
  if (type === 'INTEGER') return Number.isInteger(value);
  return type === 'REAL' ? typeof value === 'number' : value instanceof Uint8Array;
}

const time = /^\d{4}-\d\d-\d\dT\d\d:/;
const day = /^\d{4}-\d\d(-\d\d|$)/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const forms: readonly (readonly [name: RegExp, form: RegExp])[] = [
  [/(^|_)at$/, time],
  [/^(month|since|date)$|_on$|_month$/, day],
  [/^id$|(^|_)(import|interaction|customer|agent|code|evaluation|statement|round|item|response|queue)_id$/, uuid],
  [/^(fields|facts|summary|mapping|definition|answers|content|strata|filter|examples|beliefs|receipt|snapshot|listening|link_candidates|clip_ids|payload|records)$/, /^[[{]/],
];

/** How well values look like what a table's columns are called, 0 to 1; for telling tables of the same build apart. */
export function likeness(table: KnownTable, rows: readonly (readonly SqlValue[])[]): number {
  let [looked, fit] = [0, 0];
  for (const row of rows) {
    for (const [index, { name, type }] of table.columns.entries()) {
      const value = row[index];
      if (type !== 'TEXT' || typeof value !== 'string') continue;
      const form = forms.find(([names]) => names.test(name))?.[1];
      looked += 1;
      // A column with no form of its own should not look like one that has.
      if (form === undefined ? !uuid.test(value) && !time.test(value) : form.test(value)) fit += 1;
    }
  }
  return looked === 0 ? 0 : fit / looked;
}
