import { localDayStart } from '#engine/store/queries/local-time.ts';

/** A week of the centre's calendar, from a Monday; `from` is inclusive, in ms of UTC. */
export type Week = { readonly start: string; readonly fromMs: number };

const dayMs = 86_400_000;
const weekMs = 7 * dayMs;
/** A week counts as whole when the data reach into its last days: few centres are open on Sundays. */
const openDaysLeft = 2;

/** The Monday of the week that a day belongs to. */
export function mondayOf(day: string): string {
  const ms = Date.parse(day.slice(0, 10));
  return addDays(day, -((new Date(ms).getUTCDay() + 6) % 7));
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day.slice(0, 10)) + days * dayMs).toISOString().slice(0, 10);
}

/** The day of a stored moment in the centre's calendar. */
export function localDay(at: string, zone: string): string {
  if (at.length <= 10) return at;
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(Date.parse(at));
}

const startMs = (day: string, zone: string): number => Date.parse(zone === 'UTC' ? `${day}T00:00:00Z` : `${localDayStart(day, zone)}Z`);

/** The latest `count` complete weeks up to the last contact, oldest first. A running week is never among them. */
export function completeWeeks({ lastAt, now, zone, count }: { lastAt: string; now: Date; zone: string; count: number }): Week[] {
  const lastDay = localDay(lastAt, zone);
  const running = mondayOf(lastDay);
  const end = addDays(running, 7);
  const isComplete = startMs(end, zone) <= now.getTime() && Date.parse(lastDay) >= Date.parse(end) - (openDaysLeft + 1) * dayMs;
  const last = isComplete ? running : addDays(running, -7);
  return Array.from({ length: count }, (_, index) => addDays(last, -7 * (count - 1 - index))).map((start) => ({ start, fromMs: startMs(start, zone) }));
}

/** The first moment after a week, ms of UTC. */
export function endOf(week: Week, zone: string): number {
  return startMs(addDays(week.start, 7), zone);
}

/** The position of a moment's week, or -1 outside of them. Weeks with a change of the clock are an hour longer or shorter. */
export function weekIndex(weeks: readonly Week[], endMs: number, at: string): number {
  const ms = Date.parse(at);
  const [first] = weeks;
  if (!first || ms < first.fromMs || ms >= endMs) return -1;
  const guess = Math.min(weeks.length - 1, Math.floor((ms - first.fromMs) / weekMs));
  if (ms < (weeks[guess]?.fromMs ?? 0)) return guess - 1;
  return ms >= (weeks[guess + 1]?.fromMs ?? Infinity) ? guess + 1 : guess;
}
