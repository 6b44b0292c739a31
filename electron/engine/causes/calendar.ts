import { localDayStart } from '#engine/store/queries/local-time.ts';

/** Periods of the centre's calendar one after the other: `names[k]` begins at `starts[k]` (ms, UTC) and ends where the next one begins; one start more than names. */
export type Calendar = { readonly names: readonly string[]; readonly starts: readonly number[] };

const dayMs = 86_400_000;
const startOf = (day: string, zone: string): number => (zone === 'UTC' ? Date.parse(`${day}T00:00:00Z`) : Date.parse(`${localDayStart(day, zone)}Z`));
const dayText = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The month after `YYYY-MM`. */
export function monthAfter(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7);
}

/** Months from the first to the last, both `YYYY-MM`; at most a hundred years of them. */
export function monthCalendar(first: string, last: string, zone: string): Calendar {
  const names: string[] = [];
  for (let month = first; month <= last && names.length < 1200; month = monthAfter(month)) names.push(month);
  const starts = [...names, monthAfter(names.at(-1) ?? last)].map((month) => startOf(`${month}-01`, zone));
  return { names, starts };
}

/** The last `count` whole weeks, Monday to Sunday, that were over at `end` (ms). Each is named by its Monday. */
export function weekCalendar(end: number, count: number, zone: string): Calendar {
  const monday = (ms: number): number => Math.floor((ms / dayMs - 4) / 7) * 7 * dayMs + 4 * dayMs;
  let last = monday(end + 14 * 3_600_000);
  while (startOf(dayText(last), zone) > end) last -= 7 * dayMs;
  const mondays = Array.from({ length: count + 1 }, (_, at) => dayText(last - (count - at) * 7 * dayMs));
  return { names: mondays.slice(0, -1), starts: mondays.map((day) => startOf(day, zone)) };
}

/** The period in which a moment lies, or -1. */
export function periodAt({ starts }: Calendar, at: number): number {
  let [low, high] = [0, starts.length - 1];
  if (!(at >= (starts[low] ?? Infinity)) || at >= (starts[high] ?? -Infinity)) return -1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (at >= (starts[middle] ?? 0)) low = middle;
    else high = middle;
  }
  return low;
}

/** The span of a filter's days in ms, UTC: from inclusive, to exclusive. */
export function daySpan({ from, to }: { from?: string | undefined; to?: string | undefined }, zone: string): readonly [from: number, to: number] {
  return [from === undefined ? -Infinity : startOf(from, zone), to === undefined ? Infinity : startOf(dayText(Date.parse(`${to}T00:00:00Z`) + dayMs), zone)];
}
