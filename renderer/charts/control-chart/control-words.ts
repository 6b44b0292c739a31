import type { ChartTable } from '#renderer/charts/chart-table.ts';
import { countText, type Writing } from '#renderer/ui/figure-text.ts';
import type { ControlMonth } from './control-months.ts';

/** The months as a table: value, interval, n, limits, and in words whether a month is a signal or still runs. */
export function controlTable(months: readonly ControlMonth[], { value, limitText }: { value: string; limitText: (limit: number) => string }, { t }: Writing): ChartTable {
  const hasLimits = months.some((month) => month.ucl !== null);
  return {
    columns: [
      { id: 'month', label: t('charts:field.month') }, { id: 'value', label: value, align: 'end' }, { id: 'interval', label: t('charts:interval95'), align: 'end' },
      { id: 'n', label: t('charts:n'), align: 'end' }, ...(hasLimits ? [{ id: 'limits', label: t('charts:control.limits'), align: 'end' as const }] : []), { id: 'note', label: t('charts:note') },
    ],
    rows: months.map((month) => ({
      id: month.month, evidence: month.evidence,
      cells: [
        month.label, month.figure.value, month.figure.interval ?? '', month.figure.n,
        ...(hasLimits ? [month.lcl === null || month.ucl === null ? '' : t('charts:range', { lo: limitText(month.lcl), hi: limitText(month.ucl) })] : []),
        noteOf(month, t),
      ],
    })),
  };
}

function noteOf(month: ControlMonth, t: Writing['t']): string {
  if (!month.isComplete) return t('charts:control.running');
  return month.isSignal ? t('charts:control.signal') : '';
}

/** Range, last month and signals in sentences. */
export function controlDescription(months: readonly ControlMonth[], finding: string, writing: Writing): string {
  const { t, locale } = writing;
  const shown = months.filter((month) => month.value !== null);
  const full = shown.filter((month) => !month.isFaint);
  const ranged = full.length > 1 ? full : shown;
  const lowest = ranged.toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0))[0];
  const highest = ranged.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))[0];
  const running = months.filter((month) => !month.isComplete);
  return [
    finding,
    t('charts:control.count', { count: shown.length, n: countText(shown.length, locale) }),
    ...(lowest && highest ? [t('charts:control.extremes', { low: lowest.figure.value, lowMonth: lowest.label, high: highest.figure.value, highMonth: highest.label })] : []),
    ...running.map((month) => t('charts:control.runningMonth', { month: month.label })),
  ].join(' ');
}

/** What the chart says of its months: which stand out, or that none does, or that there are too few for limits. */
export function controlFinding(months: readonly ControlMonth[], { t, locale }: Writing): string {
  if (months.every((month) => month.value === null)) return t('charts:control.tooFewAll');
  if (months.every((month) => month.ucl === null)) return t('charts:control.noLimits');
  const signals = months.filter((month) => month.isSignal);
  if (signals.length === 0) return t('charts:control.noSignal');
  return t('charts:control.signals', { count: signals.length, months: new Intl.ListFormat(locale).format(signals.map((month) => month.label)) });
}
