import type { Database } from '../database.ts';
import type { Sql } from './segment-sql.ts';

/** Making a formatter takes far longer than using it. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone) ?? new Intl.DateTimeFormat('en-US', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric',
  });
  clocks.set(zone, known);
  return known;
}

/** Minutes that `zone` is ahead of UTC at a moment. */
function offsetMinutes(zone: string, at: number): number {
  const parts = clockOf(zone).formatToParts(at);
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

/** A wrong date, a thousand years off, shall not cost a search through its days. */
const [earliest, latest] = [Date.UTC(1970, 0, 1), Date.UTC(2100, 0, 1)];

/**
 * The expression for `i.started_at` as a month of the centre's own calendar, `YYYY-MM`. Times are stored in UTC, and a
 * call at half past midnight belongs to the local day; SQLite knows no zones, so the offsets of the project's span are
 * written out. A date without a time is a day of that calendar already.
 */
export function localMonthSql(db: Database, zone: string): string {
  if (zone === 'UTC') return 'substr(i.started_at, 1, 7)';
  const span = db.get<{ first: string | null; last: string | null }>('SELECT min(started_at) AS first, max(started_at) AS last FROM interaction');
  if (!span?.first || !span.last) return 'substr(i.started_at, 1, 7)';
  const [from, to] = [Math.max(Date.parse(span.first), earliest) - dayMs, Math.min(Date.parse(span.last), latest) + dayMs];
  const first = offsetMinutes(zone, from);
  const cases = offsetChanges(zone, from, to).reverse()
    .map(({ at, minutes }) => `WHEN i.started_at >= '${new Date(at).toISOString().slice(0, 19)}' THEN '${minutes} minutes'`);
  const shift = cases.length === 0 ? `'${first} minutes'` : `CASE ${cases.join(' ')} ELSE '${first} minutes' END`;
  return `CASE WHEN length(i.started_at) <= 10 THEN substr(i.started_at, 1, 7) ELSE strftime('%Y-%m', i.started_at, ${shift}) END`;
}

/** A moment's month in the centre's calendar, `YYYY-MM`. */
export function localMonth(at: Date, zone: string): string {
  return new Date(at.getTime() + offsetMinutes(zone, at.getTime()) * 60_000).toISOString().slice(0, 7);
}

/** The UTC moment at which a day of the centre's calendar begins, as stored: the first minute whose local date it is. */
export function localDayStart(day: string, zone: string): string {
  const naive = Date.parse(`${day}T00:00:00Z`);
  const isDay = (at: number) => new Date(at + offsetMinutes(zone, at) * 60_000).toISOString().slice(0, 10) >= day;
  // Offsets lie between -12 and +14 hours, and the local date never goes back within these hours.
  let [before, from] = [naive - 15 * 3_600_000, naive + 13 * 3_600_000];
  while (from - before > 60_000) {
    const middle = Math.floor((before + from) / 120_000) * 60_000;
    if (isDay(middle)) from = middle;
    else before = middle;
  }
  return new Date(from).toISOString().slice(0, 19);
}

/**
 * From a day of the centre's calendar on, and before it; over `i.started_at`. A date without a time sorts before every
 * time of its day, which west of Greenwich is before the day begins: it is named apart.
 */
export function dayBoundsSql(day: string, zone: string): { onOrAfter: Sql; before: Sql } {
  if (zone === 'UTC') return { onOrAfter: { sql: 'i.started_at >= ?', parameters: [day] }, before: { sql: 'i.started_at < ?', parameters: [day] } };
  const start = localDayStart(day, zone);
  return {
    onOrAfter: { sql: 'i.started_at >= ? OR i.started_at = ?', parameters: [start, day] },
    before: { sql: 'i.started_at < ? AND i.started_at <> ?', parameters: [start, day] },
  };
}
