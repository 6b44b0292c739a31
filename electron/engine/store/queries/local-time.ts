import type { Database } from '../database.ts';

/** Minutes that `zone` is ahead of UTC at a moment. */
function offsetMinutes(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric',
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((p) => p.type === type)?.value);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return Math.round((local - Math.floor(at / 60_000) * 60_000) / 60_000);
}

const dayMs = 86_400_000;

/** The moments between two times at which the zone's offset changes, found to the minute. */
function offsetChanges(zone: string, from: number, to: number): { at: number; minutes: number }[] {
  const changes: { at: number; minutes: number }[] = [];
  let before = offsetMinutes(zone, from);
  for (let day = from; day < to; day += dayMs) {
    const after = offsetMinutes(zone, day + dayMs);
    if (after === before) continue;
    let [low, high] = [day, day + dayMs];
    while (high - low > 60_000) {
      const middle = Math.floor((low + high) / 120_000) * 60_000;
      if (offsetMinutes(zone, middle) === before) low = middle;
      else high = middle;
    }
    changes.push({ at: high, minutes: after });
    before = after;
  }
  return changes;
}

/**
 * The expression for `i.started_at` as a month of the centre's own calendar, `YYYY-MM`. Times are stored in UTC, and a
 * call at half past midnight belongs to the local day; SQLite knows no zones, so the offsets of the project's span are
 * written out.
 */
export function localMonthSql(db: Database, zone: string): string {
  if (zone === 'UTC') return 'substr(i.started_at, 1, 7)';
  const span = db.get<{ first: string | null; last: string | null }>('SELECT min(started_at) AS first, max(started_at) AS last FROM interaction');
  if (!span?.first || !span.last) return 'substr(i.started_at, 1, 7)';
  const [from, to] = [Date.parse(span.first) - dayMs, Date.parse(span.last) + dayMs];
  const first = offsetMinutes(zone, from);
  const cases = offsetChanges(zone, from, to).reverse()
    .map(({ at, minutes }) => `WHEN i.started_at >= '${new Date(at).toISOString().slice(0, 19)}' THEN '${minutes} minutes'`);
  const shift = cases.length === 0 ? `'${first} minutes'` : `CASE ${cases.join(' ')} ELSE '${first} minutes' END`;
  return `strftime('%Y-%m', i.started_at, ${shift})`;
}

/** The UTC moment at which a day of the centre's calendar begins, as stored. */
export function localDayStart(day: string, zone: string): string {
  const naive = Date.parse(`${day}T00:00:00Z`);
  const first = naive - offsetMinutes(zone, naive) * 60_000;
  return new Date(naive - offsetMinutes(zone, first) * 60_000).toISOString().slice(0, 19);
}
