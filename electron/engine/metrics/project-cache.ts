import type { Database } from '#engine/store/database.ts';

type Entry = { stamp: string; value: unknown };

/** What was computed for each open project; gone with it. */
const projects = new WeakMap<Database, Map<string, Entry>>();

/**
 * Another after every command and import: the head of the log, and how much there is of what an import under way has
 * brought so far. The last turn stands for their number: adding them up would read every interaction at every question.
 */
export function stampOf(db: Database): string {
  return JSON.stringify(db.get(
    `SELECT (SELECT hash FROM command_log ORDER BY seq DESC LIMIT 1) AS head, (SELECT count(*) FROM evaluation) AS evaluations,
       (SELECT max(key) FROM turn) AS turns, (SELECT count(*) FROM interaction) AS interactions`,
  ));
}

/** The value under a name, computed again only after the project changed. `name` holds every limit that it depends on. */
export function cachedFor<T>(db: Database, name: string, compute: () => T): T {
  return cachedUnder(db, { name, stamp: stampOf(db) }, compute);
}

/** The value under a name, computed again only after its stamp changed: for what not every command moves. */
export function cachedUnder<T>(db: Database, { name, stamp }: { name: string; stamp: string }, compute: () => T): T {
  const entries = projects.get(db) ?? new Map<string, Entry>();
  projects.set(db, entries);
  const known = entries.get(name);
  if (known?.stamp === stamp) return known.value as T;
  const value = compute();
  entries.set(name, { stamp, value });
  return value;
}

/** Leaves the value under a name out, so that it is computed again: for work that failed. */
export function forget(db: Database, name: string): void {
  projects.get(db)?.delete(name);
}
