import type { Envelope, Unit } from '#shared/model/envelope.ts';
import type { TFunction } from 'i18next';

/** What writing a figure needs: the language of numbers, and the texts of the `figure` namespace. */
export type Writing = { locale: string; t: TFunction };

const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = numberFormats.get(key);
  if (known) return known;
  const format = new Intl.NumberFormat(locale, options);
  numberFormats.set(key, format);
  return format;
}

/** A whole number with separators: `3,214`. */
export function countText(value: number, locale: string): string {
  return numberFormat(locale, { maximumFractionDigits: 0 }).format(value);
}

/** A number with at most `digits` decimals. */
export function decimalText(value: number, locale: string, digits = 1): string {
  return numberFormat(locale, { maximumFractionDigits: digits }).format(value);
}

/** A number with exactly `digits` decimals, so that those of a column stand under each other: `67.0`, `55.2`. */
export function fixedText(value: number, locale: string, digits = 1): string {
  return numberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

/** A share 0..1 as a percentage: `62%`; one decimal where whole percents would hide it: `0.4%`, `99.9%`. */
export function shareText(value: number, locale: string): string {
  const hidesIt = (value !== 0 && Math.abs(value) < 0.01) || (value < 1 && value >= 0.995);
  return numberFormat(locale, { style: 'percent', maximumFractionDigits: hidesIt ? 1 : 0 }).format(value);
}

/** A difference with its sign: `+18`, `−4`, `0`. */
export function signedText(value: number, locale: string): string {
  const rounded = Math.abs(value) < 0.5 && value !== 0 ? Math.round(value * 10) / 10 : Math.round(value);
  return numberFormat(locale, { signDisplay: 'exceptZero', maximumFractionDigits: 1 }).format(rounded).replace('-', '−');
}

/** Milliseconds as a clock: `2:14`, `1:02:14`. */
export function durationText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (n: number): string => String(n).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${options.dateStyle} ${options.timeStyle}`;
  const known = dateFormats.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(locale, options);
  dateFormats.set(key, format);
  return format;
}

/** A day: `18 Nov 2026` in the order of the locale. @param at ISO 8601 UTC */
export function dateText(at: string, locale: string): string {
  return dateFormat(locale, { dateStyle: 'medium' }).format(new Date(at));
}

/** A day with its time: `18 Nov 2026, 09:12`. @param at ISO 8601 UTC */
export function dateTimeText(at: string, locale: string): string {
  return dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
}

/** The time of day: `14:02`. @param at ISO 8601 UTC */
export function timeText(at: string, locale: string): string {
  return dateFormat(locale, { timeStyle: 'short' }).format(new Date(at));
}

/** Bytes: `1.9 MB`. */
export function sizeText(bytes: number, locale: string): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const unit = units[step] ?? 'byte';
  return numberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: step === 0 ? 0 : 1 }).format(bytes / 1000 ** step);
}

/** A bare value in its unit, without n. Prefer `envelopeText`: a figure is never shown without n. */
export function valueText(value: number, unit: Unit, { locale, t }: Writing): string {
  switch (unit) {
    case 'share': return shareText(value, locale);
    case 'points': return t('figure:points', { count: Math.abs(Math.round(value)), value: signedText(value, locale) });
    case 'seconds': return durationText(value * 1000);
    case 'count': return countText(value, locale);
    case 'score': return fixedText(value, locale);
    case 'currency': return countText(value, locale);
    case 'ratio': return fixedText(value, locale, 2);
    case 'wpm': return t('figure:wordsPerMinute', { value: countText(value, locale) });
  }
}

/** The value of an envelope, or in words why there is none. */
export function envelopeValueText(envelope: Envelope, writing: Writing): string {
  if (envelope.value !== null) return valueText(envelope.value, envelope.unit, writing);
  return writing.t(`figure:reason.${envelope.reason ?? 'NO_DATA'}`);
}

/** A figure in one line, with its n: `62% (n = 1,102)`, `Too few to show (n = 3)`. */
export function envelopeText(envelope: Envelope, writing: Writing): string {
  const n = countText(envelope.n, writing.locale);
  const value = envelopeValueText(envelope, writing);
  return envelope.value === null ? writing.t('figure:reasonWithN', { reason: value, n }) : writing.t('figure:withN', { value, n });
}

/** The interval of a figure in words, or null where there is none. */
export function intervalText(envelope: Envelope, writing: Writing): string | null {
  if (envelope.ci === null) return null;
  const [lo, hi] = [envelope.ci.lo, envelope.ci.hi].map((bound) => (envelope.unit === 'points' ? signedText(bound, writing.locale) : valueText(bound, envelope.unit, writing)));
  return writing.t('figure:interval', { conf: shareText(envelope.ci.conf, writing.locale), lo, hi });
}
