import type { Database } from './database.ts';

/** Work over the whole project, cut into steps after each of which the database is whole; others can be heard in between. */
export type Steps = Generator<undefined, void>;

/** All steps at once, where nothing may come in between: within a command. */
export function runAtOnce(steps: Steps): void {
  for (let step = steps.next(); step.done !== true;) step = steps.next();
}

/** One step after the other, with a breath after each. `breathe` may throw to stop it. */
export async function runInBreaths(steps: Steps, breathe: () => Promise<void>): Promise<void> {
  for (let step = steps.next(); step.done !== true; step = steps.next()) await breathe();
}

/** Ranges of rowids that cover a table, so many in each; both ends belong to it. */
export function* rowRanges(db: Database, table: string, size: number): Generator<readonly [from: number, to: number], void> {
  const ends = db.get<{ first: number | null; last: number | null }>(`SELECT (SELECT min(rowid) FROM ${table}) AS first, (SELECT max(rowid) FROM ${table}) AS last`);
  if (ends?.first === null || ends?.first === undefined || ends.last === null) return;
  for (let from = ends.first; from <= ends.last; from += size) yield [from, from + size - 1];
}
