/**
 * Dates as whole days since 1970-01-01, so that the generator never asks what day it is. `Date` is used for arithmetic only,
 * always with an argument.
 */
const dayMs = 86_400_000;

/** The day number of an ISO date, `2026-08-03`. */
export function dayOf(isoDate: string): number {
  return Math.round(Date.parse(`${isoDate}T00:00:00Z`) / dayMs);
}

/** `2026-08-03`. */
export function isoDate(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** `2026-08`. */
export function isoMonth(day: number): string {
  return isoDate(day).slice(0, 7);
}

/** 0 is Monday, 6 is Sunday (day 0, 1970-01-01, was a Thursday). */
export function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Day of the year, the 1st of January is 1. */
export function dayOfYear(day: number): number {
  return day - dayOf(`${isoDate(day).slice(0, 4)}-01-01`) + 1;
}

function lastSunday(isoDateOfMonthEnd: string): number {
  const end = dayOf(isoDateOfMonthEnd);
  return end - ((weekday(end) + 1) % 7);
}

/** Summer time in the United Kingdom runs from the last Sunday of March to the last Sunday of October. */
function isSummerTime(day: number): boolean {
  const year = isoDate(day).slice(0, 4);
  return day >= lastSunday(`${year}-03-31`) && day < lastSunday(`${year}-10-31`);
}

/** A moment in London: local day and seconds after local midnight, as ISO 8601 with its offset. */
export function londonTime(day: number, secondOfDay: number): string {
  const carried = day + Math.floor(secondOfDay / 86_400);
  const second = ((secondOfDay % 86_400) + 86_400) % 86_400;
  const clock = [Math.floor(second / 3600), Math.floor(second / 60) % 60, Math.floor(second) % 60]
    .map((part) => String(part).padStart(2, '0')).join(':');
  return `${isoDate(carried)}T${clock}${isSummerTime(carried) ? '+01:00' : '+00:00'}`;
}

/** Seconds as `mm:ss`; an hour and more as `hh:mm:ss`. */
export function clockOf(seconds: number): string {
  const whole = Math.floor(seconds);
  const parts = [Math.floor(whole / 60) % 60, whole % 60];
  if (whole >= 3600) parts.unshift(Math.floor(whole / 3600));
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

export const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
export const monthNames = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
] as const;

/** The first day of the extract. */
export const firstDay = dayOf('2023-11-01');
/** Since this Monday every contact is in the extract and coded. */
export const fullCoverageDay = dayOf('2026-05-11');
/** The Monday on which paper bills began to cost a fee. */
export const feeDay = dayOf('2026-08-03');
/** Coaching of the right-but-cold agent. */
export const coachingDay = dayOf('2026-09-01');
/** The last day of the extract. */
export const lastDay = dayOf('2026-10-31');
