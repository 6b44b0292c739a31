import type { Database, SqlParameter } from '#engine/store/database.ts';
import type { Parts, Thing } from '#shared/commands/edit.ts';
import { CommandRefused } from '../handler.ts';

/** Refuses when an id names no row. */
export function mustFind<T>(row: T | undefined, what: string): T {
  if (row === undefined) throw new CommandRefused('NOT_FOUND', `There is no such ${what} any more.`);
  return row;
}

/** The parts of a row; null where it is gone, so that the command refuses by itself. */
export function partsIfThere<R>(parts: Pick<Thing<R>, 'of'>, row: R | undefined): Parts | null {
  return row === undefined ? null : parts.of(row);
}

/** Inserts one row given by column. Column names come from the program, never from outside. */
export function insertRow(db: Database, table: string, row: Record<string, SqlParameter>): void {
  const columns = Object.keys(row);
  db.run(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`, Object.values(row));
}

/** Changes the given columns of one row. */
export function updateRow(db: Database, { table, id }: { table: string; id: string }, row: Record<string, SqlParameter>): void {
  const columns = Object.keys(row);
  db.run(`UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`, [...Object.values(row), id]);
}
