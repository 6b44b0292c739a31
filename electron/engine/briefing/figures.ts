import type { BriefingQuote } from '#shared/model/briefing.ts';
import type { Envelope } from '#shared/model/envelope.ts';
import { shortened } from '#shared/plots/drawing.ts';

/** Whole percent below 1,000, one decimal from there (metric specification 0.2). */
export function percent(figure: Envelope): string {
  if (figure.value === null) return 'not available';
  return `${(100 * figure.value).toFixed(figure.n < 1000 ? 0 : 1)}%`;
}

/** A name as a sentence of a slide says it; notes, tables and claims have the whole one. */
export function inSentence(name: string): string {
  return shortened(name, 56);
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

/** Who said it, when, and where it can be heard. */
export function sourceOf(quote: BriefingQuote): string {
  const when = quote.when === '' ? '' : `, ${monthName(quote.when)}`;
  return `${quote.isAgainst ? 'Against the message: ' : ''}${quote.who}${when} · ${quote.externalId}${quote.startMs === null ? '' : ` at ${clock(quote.startMs)}`}`;
}

/** 134000 -> `2:14`. */
export function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
