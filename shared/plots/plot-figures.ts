import type { Envelope } from '../model/envelope.ts';

/** `25,000`: grouped, so that a count never looks like the number of an account. */
export function groupedCount(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 0 });
}

/** `36%`; `none` for nothing. */
export function percentText(share: number | null): string {
  return share === null ? 'none' : `${Math.round(100 * share)}%`;
}

/** `−£12,400`, in whole units; the code where the currency has no sign of its own. */
export function moneyText(amount: number, currency: string | null): string {
  const whole = Math.round(Math.abs(amount));
  const text = currency === null ? groupedCount(whole) : !/^[A-Z]{3}$/i.test(currency) ? `${currency} ${groupedCount(whole)}` : new Intl.NumberFormat('en-GB', { style: 'currency', currency, maximumFractionDigits: 0 }).format(whole);
  return `${amount < 0 && whole !== 0 ? '−' : ''}${text}`;
}

/** A figure in its own unit, as a mark of a chart says it. */
export function unitText(value: number, unit: Envelope['unit']): string {
  if (unit === 'share') return percentText(value);
  const digits = ['count', 'seconds', 'points', 'wpm', 'currency'].includes(unit) ? 0 : Math.abs(value) < 10 ? 2 : 1;
  const text = Math.abs(value).toLocaleString('en-GB', { maximumFractionDigits: digits });
  return `${value < 0 && /[1-9]/.test(text) ? '−' : ''}${text}${unit === 'seconds' ? ' s' : ''}`;
}

/** `33% to 46%`; `none` where there is no interval. */
export function rangeText(lo: number | null, hi: number | null, unit: Envelope['unit']): string {
  return lo === null || hi === null ? 'none' : `${unitText(lo, unit)} to ${unitText(hi, unit)}`;
}
