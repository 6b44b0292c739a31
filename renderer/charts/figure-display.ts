import { countText, decimalText, durationText, envelopeValueText, shareText, signedText, valueText, type Writing } from '#renderer/ui/figure-text.ts';
import type { Envelope } from '#shared/model/envelope.ts';

/**
 * How much of a figure may be shown (metric specification 0.2): nothing, because there is no value; nothing, because
 * fewer than 5 stand behind it (noise, and privacy); in grey with its counts; or in full from 30 on.
 */
export type Display = 'none' | 'hidden' | 'few' | 'full';

export const hiddenBelow = 5;
export const greyBelow = 30;

export function displayOf({ value, n, reason = null }: Pick<Envelope, 'value' | 'n'> & { reason?: Envelope['reason'] }): Display {
  if (n > 0 && n < hiddenBelow && (value !== null || reason === 'BELOW_MIN_N')) return 'hidden';
  if (value === null) return 'none';
  return n < greyBelow ? 'few' : 'full';
}

/** A figure as it may be written: its value or the words in its place, its interval, its n. */
export type Figure = { display: Display; value: string; interval: string | null; n: string };

/** The words of a figure; the one place where charts, tables and sentences take them from, so that all say the same. */
export function figureOf(envelope: Envelope, writing: Writing): Figure {
  const display = displayOf(envelope);
  const isShown = display === 'few' || display === 'full';
  return {
    display, value: valueWords(envelope, display, writing), interval: isShown ? intervalWords(envelope, writing) : null,
    n: display === 'hidden' ? writing.t('charts:fewerThan', { n: hiddenBelow }) : countText(envelope.n, writing.locale),
  };
}

function valueWords(envelope: Envelope, display: Display, writing: Writing): string {
  if (display === 'hidden') return writing.t('charts:hidden', { n: hiddenBelow });
  if (display === 'none') return envelopeValueText(envelope, writing);
  if (display === 'few' && envelope.unit === 'share' && envelope.x !== undefined) {
    return writing.t('charts:shareOf', { share: plainValue(envelope, writing), x: countText(envelope.x, writing.locale), n: countText(envelope.n, writing.locale) });
  }
  return plainValue(envelope, writing);
}

/** The bare value in its unit; share and points to whole units. */
function plainValue({ value, unit }: Envelope, writing: Writing): string {
  if (value === null) return '';
  return unit === 'seconds' ? secondsText(value, writing) : valueText(value, unit, writing);
}

/** Under a minute in seconds, with a decimal under ten; from there as a clock: `0.9 s`, `22 s`, `5:11`. */
export function secondsText(seconds: number, { t, locale }: Writing): string {
  if (seconds >= 60) return durationText(seconds * 1000);
  return t('charts:seconds', { value: decimalText(seconds, locale, seconds < 10 ? 1 : 0) });
}

/** `33 to 46`, without the confidence; the column or the caption says that. */
function intervalWords({ ci, unit }: Envelope, writing: Writing): string | null {
  if (ci === null) return null;
  const bound = (value: number): string => (unit === 'points' ? signedText(Math.round(value), writing.locale) : boundText(value, unit, writing));
  return writing.t('charts:range', { lo: bound(ci.lo), hi: bound(ci.hi) });
}

function boundText(value: number, unit: Envelope['unit'], { locale, t }: Writing): string {
  if (unit === 'share') return shareText(value, locale);
  if (unit === 'seconds') return secondsText(value, { locale, t });
  if (unit === 'wpm') return decimalText(value, locale, 0);
  return valueText(value, unit, { locale, t });
}

/** An envelope's value on an axis: shares as percent 0-100, everything else as it is. */
export function axisValue(value: number, unit: Envelope['unit']): number {
  return unit === 'share' ? value * 100 : value;
}
