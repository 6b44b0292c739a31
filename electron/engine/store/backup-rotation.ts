const recentKept = 10;
const daysKept = 7;
const weeksKept = 4;
const dayMs = 86_400_000;

export type DatedBackup = { readonly name: string; readonly atMs: number; readonly size: number };

/**
 * The backups to keep: the 10 newest, the newest of each of the last 7 days that have one, the newest of each of the
 * last 4 such weeks (Monday to Sunday, UTC); oldest first out while they exceed `sizeCap` bytes, but never the newest.
 */
export function backupsToKeep<B extends DatedBackup>(backups: readonly B[], sizeCap: number): B[] {
  const newestFirst = backups.toSorted((a, b) => b.atMs - a.atMs || (a.name < b.name ? 1 : -1));
  const kept = new Set([
    ...newestFirst.slice(0, recentKept),
    ...newestOfEach(newestFirst, daysKept, (backup) => Math.floor(backup.atMs / dayMs)),
    // 1 January 1970 was a Thursday: three days make weeks begin on Monday.
    ...newestOfEach(newestFirst, weeksKept, (backup) => Math.floor((backup.atMs / dayMs + 3) / 7)),
  ]);
  const fitting: B[] = [];
  let total = 0;
  for (const backup of newestFirst) {
    if (!kept.has(backup)) continue;
    total += backup.size;
    if (fitting.length > 0 && total > sizeCap) break;
    fitting.push(backup);
  }
  return fitting;
}

function newestOfEach<B>(newestFirst: readonly B[], periods: number, periodOf: (backup: B) => number): B[] {
  const newest = new Map<number, B>();
  for (const backup of newestFirst) {
    const period = periodOf(backup);
    if (!newest.has(period)) newest.set(period, backup);
  }
  return [...newest.values()].slice(0, periods);
}
