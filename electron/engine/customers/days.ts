const dayMs = 86_400_000;
const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The number that so many digits from a place stand for; NaN where one of them is no digit. */
function digits(text: string, from: number, count: number): number {
  let value = 0;
  for (let place = from; place < from + count; place += 1) {
    const digit = text.charCodeAt(place) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/**
 * Days since 1970 of the day that a text begins with (`YYYY-MM-DD`); NaN for anything else, and for the 29th of February, which
 * the slow way decides. Source of the count: Hinnant, chrono-compatible low-level date algorithms, `days_from_civil`.
 */
function daysFromCivil(text: string): number {
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  const last = monthDays[month - 1];
  if (last === undefined || !(day >= 1 && day <= last) || Number.isNaN(year) || text[4] !== '-' || text[7] !== '-') return Number.NaN;
  // Years begin in March, so that a leap day is the last of one.
  const counted = month > 2 ? year : year - 1;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return counted * 365 + Math.floor(counted / 4) - Math.floor(counted / 100) + Math.floor(counted / 400) + ofYear - 719_468;
}

/** Milliseconds since midnight of `…Thh:mm:ssZ` or `…Thh:mm:ss.mmmZ`; NaN for any other form. */
function msOfDay(text: string): number {
  const hasMs = text.length === 24;
  if (!hasMs && text.length !== 20) return Number.NaN;
  const hour = digits(text, 11, 2);
  const minute = digits(text, 14, 2);
  const second = digits(text, 17, 2);
  const ms = hasMs ? digits(text, 20, 3) : 0;
  const isPlain = text[10] === 'T' && text[13] === ':' && text[16] === ':' && (!hasMs || text[19] === '.') && text.endsWith('Z');
  return isPlain && hour < 24 && minute < 60 && second < 60 ? ((hour * 60 + minute) * 60 + second) * 1000 + ms : Number.NaN;
}

/**
 * Milliseconds since 1970 of a stored time; NaN for what is no time. The usual forms are read digit by digit: there are as
 * many as contacts, and `Date.parse` takes several times as long. It decides about every other form.
 */
export function momentOf(at: string): number {
  const ms = daysFromCivil(at) * dayMs + (at.length === 10 ? 0 : msOfDay(at));
  return Number.isNaN(ms) ? Date.parse(at) : ms;
}

/** Days since 1970 of a stored time, with the part of the day; NaN for what is no time. */
export function dayOf(at: string): number {
  return momentOf(at) / dayMs;
}

/** A stored time moved by days, as a day `YYYY-MM-DD`. */
export function dayBefore(at: string, days: number): string {
  return new Date(Date.parse(at) - days * dayMs).toISOString().slice(0, 10);
}
