import { countText } from '#renderer/ui/figure-text.ts';

const formats = new Map<string, Intl.NumberFormat>();

/** Money as the locale writes it: `£1,764`; with `exact` to the cent. A currency that nobody named, or that is none, is left out. */
export function moneyText(amount: number, currency: string | null, { locale, isExact = false }: { locale: string; isExact?: boolean }): string {
  const digits = isExact ? 2 : 0;
  const key = `${locale} ${currency} ${digits}`;
  let format = formats.get(key);
  if (format === undefined) {
    const plain = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    try {
      format = new Intl.NumberFormat(locale, currency === null ? plain : { ...plain, style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
    } catch {
      format = new Intl.NumberFormat(locale, plain);
    }
    formats.set(key, format);
  }
  return format.format(amount).replace(/^-/, '−');
}

/** Contacts split over their causes: whole where they are, else with one decimal. */
export function contactsText(contacts: number, locale: string): string {
  return Math.abs(contacts - Math.round(contacts)) < 0.05 ? countText(contacts, locale) : new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(contacts);
}
