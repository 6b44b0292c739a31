import { countText } from '#renderer/ui/figure-text.ts';

/** An amount in its currency without pennies: `£861`; a bare number where the currency is not known. */
export function moneyText(value: number, currency: string | null, locale: string): string {
  if (currency === null || !/^[A-Z]{3}$/.test(currency)) return countText(value, locale);
  return new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 }).format(value);
}

/** A planning number, to two significant digits: `£12,000`. */
export function roundMoneyText(value: number, currency: string | null, locale: string): string {
  return moneyText(Number(value.toPrecision(2)), currency, locale);
}
