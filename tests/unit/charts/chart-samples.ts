import { screenTheme, type ChartTheme } from '#renderer/charts/chart-theme.ts';
import type { ChartTable } from '#renderer/charts/chart-table.ts';
import { startTexts, type LocaleId } from '#renderer/locales/i18n.ts';
import type { Writing } from '#renderer/ui/figure-text.ts';
import { envelope, type Envelope } from '#shared/model/envelope.ts';
import type { GapSegment } from '#shared/model/gap.ts';

/** The texts of the page, as it writes them. */
export function aWriting(locale: LocaleId = 'en'): Writing {
  return { t: startTexts(locale).t, locale: 'en' };
}

export const theme: ChartTheme = screenTheme((name) => name, 'sans-serif');
export const canvas = { theme, width: 900 };

/** A share with an interval of five points to each side. */
export function aShare(x: number, n: number): Envelope {
  const value = n === 0 ? null : x / n;
  return envelope({ unit: 'share', value, x, n, denominator: n, ci: value === null ? null : { lo: Math.max(0, value - 0.05), hi: Math.min(1, value + 0.05), conf: 0.95, method: 'wilson' }, evidence: {} });
}

export function points(value: number | null, n: number, half = 6): Envelope {
  return envelope({ unit: 'points', value, n, denominator: n, ci: value === null ? null : { lo: value - half, hi: value + half, conf: 0.95, method: 'newcombe-paired' }, evidence: { queue: 'any' } });
}

/** A part with so many interactions, of which so many are good for each side. */
export function aSegment(segment: string | null, { n, company, customer }: { n: number; company: number; customer: number }): GapSegment {
  return {
    segment, company: aShare(company, n), customer: aShare(customer, n), isDifferent: true,
    gap: points(n === 0 ? null : (100 * (company - customer)) / n, n),
  };
}

/** The text of one cell of a table. */
export function cellOf(table: ChartTable, row: string, column: string): string {
  const at = table.columns.findIndex(({ id }) => id === column);
  const found = table.rows.find(({ id }) => id === row)?.cells[at];
  if (found === undefined) throw new Error(`The table has no cell ${row} / ${column}.`);
  return found;
}

type Drawn = { name?: unknown; data?: readonly unknown[] };

/** The items of a named series of an option. */
export function seriesData(option: { series?: unknown }, name: string): readonly unknown[] {
  const series = (Array.isArray(option.series) ? option.series : [option.series]) as readonly Drawn[];
  const found = series.find((one) => one.name === name);
  if (!found?.data) throw new Error(`The chart has no series ${name}.`);
  return found.data;
}

/** The numbers of an item: a bare list, or the `value` of an object. */
export function numbersOf(item: unknown): number[] {
  const value = typeof item === 'object' && item !== null && 'value' in item ? item.value : item;
  return (Array.isArray(value) ? value : [value]).map(Number);
}

export const nameOf = (item: unknown): string => (item as { name: string }).name;
