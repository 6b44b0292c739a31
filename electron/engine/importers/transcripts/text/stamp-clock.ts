import type { Stamp, StampDay } from '#engine/importers/transcripts/text/time-stamp.ts';

/** What the stamps of one file mean: positions in a recording, or the time of day (then `startedAt` if the day is certain). */
export type StampReading = { kind: 'none' | 'offset' | 'clock'; startedAt: string | null; startMs: (number | null)[]; endMs: (number | null)[] };

const dayMs = 86_400_000;
/** A recording that starts this late is a clock: nobody's first words come after five minutes (`9:15`) or an hour (`09:15:02`). */
const lateStartMs = { 2: 5 * 60_000, 3: 3_600_000 } as const;

/** Reads all stamps of a file together, since one alone cannot tell `9:15` (minutes) from `9:15` (morning). */
export function readStamps(stamps: readonly (Stamp | null)[]): StampReading {
  const first = stamps.find((stamp) => stamp !== null) ?? null;
  if (first === null) return { kind: 'none', startedAt: null, startMs: stamps.map(() => null), endMs: stamps.map(() => null) };
  if (!isClock(stamps, first)) {
    return { kind: 'offset', startedAt: null, startMs: stamps.map((stamp) => stamp?.ms ?? null), endMs: stamps.map((stamp) => stamp?.endMs ?? null) };
  }
  return clockReading(stamps, first);
}

function isClock(stamps: readonly (Stamp | null)[], first: Stamp): boolean {
  if (stamps.some((stamp) => stamp?.isClock === true)) return true;
  const fitsDay = stamps.every((stamp) => stamp === null || clockMs(stamp) < dayMs);
  return fitsDay && first.ms >= lateStartMs[first.parts];
}

/** Minutes and seconds become hours and minutes. */
function clockMs(stamp: Stamp): number {
  return stamp.parts === 2 ? stamp.ms * 60 : stamp.ms;
}

function clockReading(stamps: readonly (Stamp | null)[], first: Stamp): StampReading {
  const order = dayOrder(stamps);
  const days = stamps.map((stamp) => (stamp === null || stamp.day === null ? null : dayNumber(stamp.day, order)));
  const origin = clockMs(first);
  let day = 0;
  let previous = origin;
  const startMs = stamps.map((stamp, index) => {
    if (stamp === null) return null;
    const ms = clockMs(stamp);
    const stated = days[index] ?? null;
    const base = days.find((number) => number !== null) ?? null;
    if (stated !== null && base !== null) day = stated - base;
    else if (ms < previous - dayMs / 2) day++;
    previous = ms;
    return day * dayMs + ms - origin;
  });
  return { kind: 'clock', startedAt: startOf(first, order), startMs, endMs: stamps.map(() => null) };
}

type DayOrder = 'dmy' | 'mdy' | null;

/** Day before month or the other way: certain only when some number is above 12; never guessed. */
function dayOrder(stamps: readonly (Stamp | null)[]): DayOrder {
  const open = stamps.flatMap((stamp) => (stamp?.day?.order === 'open' ? [stamp.day] : []));
  if (open.some((day) => day.first > 12)) return 'dmy';
  return open.some((day) => day.second > 12) ? 'mdy' : null;
}

function dayNumber(day: StampDay, order: DayOrder): number | null {
  const [month, date] = day.order === 'ymd' || order === 'mdy' ? [day.first, day.second] : [day.second, day.first];
  return day.order === 'open' && order === null ? null : Date.UTC(day.year, month - 1, date) / dayMs;
}

/** ISO 8601; without a zone in the file it is local time and says so by having none. */
function startOf(first: Stamp, order: DayOrder): string | null {
  const number = first.day === null ? null : dayNumber(first.day, order);
  const local = number === null ? Number.NaN : number * dayMs + clockMs(first);
  if (!Number.isFinite(local)) return null;
  const iso = new Date(local).toISOString();
  if (first.zone === null) return iso.slice(0, 19);
  const offset = /^([+-])(\d{2}):?(\d{2})$/.exec(first.zone);
  const minutes = offset === null ? 0 : (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3]));
  return new Date(local - minutes * 60_000).toISOString();
}
