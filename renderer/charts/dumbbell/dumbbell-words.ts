import type { ChartTable } from '#renderer/charts/chart-table.ts';
import { countText, type Writing } from '#renderer/ui/figure-text.ts';
import type { DumbbellRow } from './dumbbell-rows.ts';

/** What the rows are of: `Queue`, and the names of the two sides. */
export type DumbbellNames = { of: string; company: string; customer: string };

/** The same numbers as the dumbbell draws, and those of the rows that it cannot draw. */
export function dumbbellTable(rows: readonly DumbbellRow[], names: DumbbellNames, { t }: Writing): ChartTable {
  return {
    columns: [
      { id: 'label', label: names.of },
      { id: 'company', label: names.company, align: 'end' }, { id: 'companyInterval', label: t('charts:interval95'), align: 'end' },
      { id: 'customer', label: names.customer, align: 'end' }, { id: 'customerInterval', label: t('charts:interval95'), align: 'end' },
      { id: 'gap', label: t('charts:dumbbell.gap'), align: 'end' }, { id: 'gapInterval', label: t('charts:interval95'), align: 'end' },
      { id: 'n', label: t('charts:n'), align: 'end' },
    ],
    rows: rows.map(({ id, label, figures: { company, customer, gap }, evidence }) => ({
      id, evidence,
      cells: [label, company.value, company.interval ?? '', customer.value, customer.interval ?? '', gap.value, gap.interval ?? '', gap.n],
    })),
  };
}

/** Finding, extremes and n of the dumbbell, row by row, in sentences. */
export function dumbbellDescription(rows: readonly DumbbellRow[], names: DumbbellNames, writing: Writing): string {
  const { t, locale } = writing;
  const drawn = rows.filter((row) => row.words === null);
  const others = rows.filter((row) => row.words !== null);
  return [
    t('charts:dumbbell.description', { count: drawn.length, n: countText(drawn.length, locale), company: names.company, customer: names.customer }),
    ...drawn.map(({ label, figures }) => t('charts:dumbbell.rowDescription', {
      label, company: figures.company.value, customer: figures.customer.value, gap: figures.gap.value, n: figures.gap.n, interval: figures.gap.interval ?? t('charts:noInterval'),
    })),
    ...(others.length === 0 ? [] : [t('charts:dumbbell.othersDescription', { count: others.length, names: new Intl.ListFormat(locale).format(others.map((row) => row.label)) })]),
  ].join(' ');
}
