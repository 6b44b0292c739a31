import type { Database, SqlValue } from '../database.ts';
import type { KnownTable } from './known-tables.ts';
import type { RowSink } from './read-tables.ts';

/** The tables of a new, empty project, filled with rows that were read. Foreign keys are looked at when all are in. */
export class NewProject implements RowSink {
  constructor(private readonly db: Database) {}

  take(table: KnownTable, rows: readonly (readonly SqlValue[])[]): { fresh: number; again: number; unfit: number } {
    const taken = { fresh: 0, again: 0, unfit: 0 };
    if (rows.length === 0) return taken;
    const insert = this.db.prepare(insertSql(table));
    try {
      this.db.transaction(() => {
        for (const row of rows) taken[this.#insert(insert, row)] += 1;
      });
    } finally {
      insert.free();
    }
    return taken;
  }

  wouldTake(table: KnownTable, rows: readonly (readonly SqlValue[])[]): number {
    let fresh = 0;
    try {
      this.db.transaction(() => {
        fresh = this.take(table, rows).fresh;
        throw new NotMeant();
      });
    } catch (error) {
      if (!(error instanceof NotMeant)) throw error;
    }
    return fresh;
  }

  holds(table: KnownTable, row: readonly SqlValue[]): boolean {
    const same = table.columns.map(({ name }) => `"${name}" IS ?`).join(' AND ');
    return this.db.get(`SELECT 1 FROM "${table.name}" WHERE ${same}`, row) !== undefined;
  }

  references(table: KnownTable, rows: readonly (readonly SqlValue[])[]): number {
    let [asked, found] = [0, 0];
    for (const [index, { parent }] of table.columns.entries()) {
      if (parent === null) continue;
      for (const row of rows) {
        const value = row[index] ?? null;
        if (value === null) continue;
        asked += 1;
        if (this.db.get(`SELECT 1 FROM "${parent.table}" WHERE "${parent.column}" = ?`, [value]) !== undefined) found += 1;
      }
    }
    return asked === 0 ? 1 : found / asked;
  }

  #insert(insert: { run(row: readonly SqlValue[]): number }, row: readonly SqlValue[]): 'fresh' | 'again' | 'unfit' {
    try {
      insert.run(row);
      return 'fresh';
    } catch (error) {
      const { message } = error as Error;
      if (message.includes('UNIQUE constraint')) return 'again';
      // The checks of the table are the last word on whether a row is one of its own.
      if (message.includes('constraint') || message.includes('cannot store')) return 'unfit';
      throw error;
    }
  }
}

class NotMeant extends Error {}

function insertSql({ name, columns }: KnownTable): string {
  return `INSERT INTO "${name}" (${columns.map((column) => `"${column.name}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
}
