import { countText, dateText, type Writing } from '#renderer/ui/figure-text.ts';
import type { ThreadEntry } from '#shared/model/customer.ts';
import { laneOf, type Zoom } from './lane-cells.ts';

const [yearDays, monthDays] = [365, 30];

/** How long nothing happened: whole years, with the months beside them under three years. */
export function quietText(days: number, { t, locale }: Writing): string {
  const years = Math.floor(days / yearDays);
  const months = Math.floor((days % yearDays) / monthDays);
  const yearsText = t('customers:quiet.years', { count: years, n: countText(years, locale) });
  return years < 3 && months > 0 ? t('customers:quiet.both', { years: yearsText, months: t('customers:quiet.months', { count: months, n: countText(months, locale) }) }) : t('customers:quiet.alone', { time: yearsText });
}

/** The name of a stretch of time: `1994`, `Q1 2026`, `Jun 2026`, `16 Jun 2026`. */
export function unitText(start: string, zoom: Zoom, { t, locale }: Writing): string {
  const [year = '', month = '01'] = start.split('-');
  if (zoom === 'decades') return year;
  if (zoom === 'years') return t('customers:quarter', { quarter: String(Math.floor((Number(month) - 1) / 3) + 1), year });
  if (zoom === 'months') return new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(start));
  return dateText(start, locale);
}

/** What a cell of the map holds, in words. */
export function cellText(entries: readonly ThreadEntry[], time: string, { t, locale }: Writing): string {
  const [first] = entries;
  if (!first) return t('customers:cell.nothing', { time });
  const bad = entries.filter((entry) => entry.kind === 'contact' && entry.bad.length > 0).length;
  const text = t('customers:cell.what', { time, lane: t(`customers:lane.${laneOf(first)}`), n: countText(entries.length, locale) });
  return bad === 0 ? text : t('customers:cell.bad', { text, n: countText(bad, locale) });
}
