import type { Envelope } from '#shared/model/envelope.ts';

/** Whole percent below 1,000, one decimal from there (metric specification 0.2). */
export function percent(figure: Envelope): string {
  if (figure.value === null) return 'not available';
  return `${(100 * figure.value).toFixed(figure.n < 1000 ? 0 : 1)}%`;
}

/** `25,000`: grouped, so that a count never looks like the number of an account. */
export function count(value: number): string {
  return value.toLocaleString('en-GB');
}

/** A share with its interval: `12% (95%: 10 to 14)`. */
export function percentWithInterval(figure: Envelope): string {
  if (figure.value === null || !figure.ci) return percent(figure);
  return `${percent(figure)} (95%: ${(100 * figure.ci.lo).toFixed(0)} to ${(100 * figure.ci.hi).toFixed(0)})`;
}

/** Points with their interval: `43 points (95%: 37 to 49)`. */
export function points(figure: Envelope): string {
  if (figure.value === null) return 'not available';
  const value = Math.abs(figure.value).toFixed(0);
  if (!figure.ci) return `${value} points`;
  const [lo, hi] = figure.value < 0 ? [-figure.ci.hi, -figure.ci.lo] : [figure.ci.lo, figure.ci.hi];
  return `${value} points (95%: ${lo.toFixed(0)} to ${hi.toFixed(0)})`;
}

/** `August 2026`; the month alone is enough for a board and says nothing about a person. */
export function monthName(iso: string): string {
  return new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${iso.slice(0, 7)}-15T12:00:00Z`));
}

export function period(firstAt: string | null, lastAt: string | null): string {
  if (firstAt === null || lastAt === null) return 'no dated interactions';
  const [from, to] = [monthName(firstAt), monthName(lastAt)];
  return from === to ? from : `${from} to ${to}`;
}
