import type { Envelope } from '#shared/model/envelope.ts';
import type { Plot, PlotOf, PlotStep } from '#shared/model/plot.ts';
import { scoreAxis, shortened } from '#shared/plots/drawing.ts';
import { shortMonth, stepsOf } from '#shared/plots/line-drawings.ts';
import { moneyText, percentText, unitText } from '#shared/plots/plot-figures.ts';
import { count } from '../figures.ts';
import type { Colours } from './layout.ts';
import type { ChartSeries, NativeChart } from './native-chart.ts';

const quiet = '737D8C';

/** A plot as a chart of PowerPoint's own, with its figures in the sheet; `size` of its words in points, `width` in inches. */
export function plotChart(plot: Plot, colour: Colours, { size, width }: { size: number; width: number }): NativeChart {
  switch (plot.kind) {
    case 'control': return controlChart(plot, colour, size);
    case 'quadrant': return quadrantChart(plot, colour, size);
    case 'waterfall': return waterfallChart(plot, colour, { size, width });
    case 'survival': return survivalChart(plot, colour, size);
    case 'pareto': return paretoChart(plot, colour, size);
    case 'bars': return valuesChart(plot, colour, size);
    case 'square': return squareChart(plot, colour, size);
  }
}

const formats: Partial<Record<Envelope['unit'], string>> = { share: '0%', points: '0', count: '#,##0', seconds: '#,##0" s"', wpm: '0' };
const formatOf = (unit: Envelope['unit']): string => formats[unit] ?? '0.0';

/** Months as a line between centre and limits. */
function controlChart({ months, centre, unit }: PlotOf<'control'>, colour: Colours, size: number): NativeChart {
  const dashed = (name: string, values: (number | null)[], look: string): ChartSeries => ({ name, values, colour: look, form: 'line', isDashed: true });
  const limits: ChartSeries[] = [
    ...(centre === null ? [] : [dashed('Centre', months.map(() => centre), quiet)]),
    ...(months.every((month) => month.ucl === null) ? [] : [dashed('Upper limit', months.map((month) => month.ucl), 'A9B1BC'), dashed('Lower limit', months.map((month) => month.lcl), 'A9B1BC')]),
  ];
  const signals: ChartSeries[] = months.some((month) => month.isSignal) ? [{ name: 'Signal', values: months.map((month) => month.isSignal ? month.value : null), colour: colour.customer, form: 'marks', symbol: 'circle' }] : [];
  const highest = Math.max(...months.map((month) => Math.max(month.value, month.ucl ?? month.value)));
  return {
    head: 'Month', rows: months.map((month) => shortMonth(month.label)), size, hasLegend: limits.length > 0,
    series: [{ name: unit === 'share' ? 'Share' : 'Value', values: months.map((month) => month.value), colour: colour.bar, form: 'line', symbol: 'circle' }, ...limits, ...signals],
    columns: [{ name: 'n', values: months.map((month) => month.n) }],
    x: { format: 'General', every: Math.ceil(months.length / 8) },
    y: { format: formatOf(unit), ...(unit === 'share' ? { min: 0, max: Math.min(1, Math.ceil(Math.max(0.1, highest) * 10) / 10) } : {}) },
  };
}

/** Groups by their two scores; the threshold as two lines through the field. */
function quadrantChart({ groups, threshold }: PlotOf<'quadrant'>, colour: Colours, size: number): NativeChart {
  const [across, up] = [scoreAxis([threshold, ...groups.map((group) => group.technical)]), scoreAxis([threshold, ...groups.map((group) => group.emotional)])];
  const blank = groups.map(() => null);
  const order = groups.toSorted((a, b) => b.emotional - a.emotional);
  return {
    head: 'Technical', rows: [...groups.map((group) => group.technical), threshold, threshold, across.min, across.max], size, hasLegend: false,
    series: [
      { name: 'Emotional', values: [...groups.map((group) => group.emotional), null, null, null, null], colour: colour.bar, form: 'marks', symbol: 'circle',
        // Names of neighbours take turns on either side, so that they do not lie on each other.
        labels: { format: '0', sides: groups.map((group) => order.indexOf(group) % 2 === 0 ? 'r' : 'l'), words: [...groups.map((group) => shortened(group.label, 24)), null, null, null, null] } },
      { name: 'Threshold, technical', values: [...blank, up.min, up.max, null, null], colour: quiet, form: 'line', isDashed: true },
      { name: 'Threshold, emotional', values: [...blank, null, null, threshold, threshold], colour: quiet, form: 'line', isDashed: true },
    ],
    columns: [{ name: 'n', values: [...groups.map((group) => group.n), null, null, null, null] }],
    x: { format: '0', ...across, step: 10, title: `Technical, ${across.min} to ${across.max}` }, y: { format: '0', ...up, step: 10, title: `Emotional, ${up.min} to ${up.max}` },
  };
}

/** A step between two levels as stacked bars: what lies under it takes its room unseen; what lies below zero hangs down. */
function standing({ from, to }: PlotStep): { base: number; above: number; below: number } {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  if (low >= 0) return { base: low, above: high - low, below: 0 };
  return high <= 0 ? { base: high, above: 0, below: low - high } : { base: 0, above: high, below: low };
}

/** Money from step to step, as stacked columns. */
function waterfallChart({ steps, currency }: PlotOf<'waterfall'>, colour: Colours, { size, width }: { size: number; width: number }): NativeChart {
  // What a step has of the width beside the axis, so that the sums above neighbours do not meet.
  const place = (72 * (width - 0.8)) / Math.max(1, steps.length);
  const letters = Math.max(...steps.map((step) => moneyText(step.amount, currency).length)) + 1;
  const labelSize = Math.max(6, Math.min(size - 1, Math.floor(place / (letters * 0.62))));
  const bars = steps.map(standing);
  const colours = steps.map(({ kind }) => kind === 'earned' ? colour.accent : kind === 'lost' ? colour.customer : colour.bar);
  const words = (isAbove: boolean) => steps.map((step, at) => (bars[at]?.above !== 0) === isAbove ? moneyText(step.amount, currency) : null);
  return {
    head: 'Step', rows: steps.map((step) => shortened(step.label, 34)), size, hasLegend: false, isStacked: true, gap: 50,
    series: [
      { name: 'Under it', values: bars.map((bar) => bar.base), colour: 'FFFFFF', form: 'bar', isClear: true },
      { name: 'Above zero', values: bars.map((bar) => bar.above), colour: colour.bar, form: 'bar', pointColours: colours },
      { name: 'Below zero', values: bars.map((bar) => bar.below), colour: colour.bar, form: 'bar', pointColours: colours },
      // A line that is not seen carries the words above each bar; stacked bars have no outer end.
      { name: 'Label', values: bars.map((bar) => bar.base > 0 || bar.above > 0 ? bar.base + bar.above : Math.min(0, bar.base)), colour: 'FFFFFF', form: 'line', isClear: true, labels: { format: '#,##0', sides: ['t'], size: labelSize, words: steps.map((_step, at) => words(true)[at] ?? words(false)[at] ?? null) } },
    ],
    columns: [{ name: 'Amount', values: steps.map((step) => step.amount) }],
    x: { format: 'General', size: size - 3 }, y: { format: '#,##0' },
  };
}

/** One stepped line a group over days. */
function survivalChart({ days, groups }: PlotOf<'survival'>, colour: Colours, size: number): NativeChart {
  // Points lie by day, so that every group's steps share the first column: each day twice, before and after its step.
  const doubled = days.flatMap((day, at) => at === 0 ? [day] : [day, day]);
  const along = (shares: readonly (number | null)[]) => days.flatMap((_day, at) => at === 0 ? [shares[0] ?? null] : [shares[at] === null ? null : shares[at - 1] ?? null, shares[at] ?? null]);
  const lowest = Math.min(1, ...groups.flatMap((group) => stepsOf(days, group.shares).map(([, share]) => share)));
  const min = Math.min(0.8, Math.floor(lowest * 5) / 5);
  const colours = [colour.bar, colour.customer, colour.company];
  return {
    head: 'Day', rows: doubled, size, hasLegend: true,
    series: groups.map((group, at) => ({ name: `${group.label} (n ${count(group.n)})`, values: along(group.shares), colour: colours[at % 3] ?? colour.bar, form: 'line', isDashed: at > 0 })),
    columns: [], x: { format: '0', min: 0, max: days.at(-1) ?? 548, step: 183, title: 'Days after the interaction' }, y: { format: '0%', min, max: 1, title: min > 0 ? `From ${percentText(min)}` : 'Share' },
  };
}

/** Shares of one whole and what they reach together, on one axis. */
function paretoChart({ rows, currency }: PlotOf<'pareto'>, colour: Colours, size: number): NativeChart {
  return {
    head: 'Cause', rows: rows.map((row) => shortened(row.label, 40)), size, hasLegend: true, gap: 40,
    series: [
      { name: 'Share', values: rows.map((row) => row.share), colour: colour.bar, form: 'bar', labels: { format: '0%', sides: ['outEnd'] } },
      { name: 'Together', values: rows.map((row) => row.cumulative), colour: colour.customer, form: 'line', symbol: 'circle', labels: { format: '0%', sides: ['t'], words: rows.map((row, at) => at === 0 ? null : percentText(row.cumulative)) } },
    ],
    columns: [{ name: currency === null ? 'Contacts' : `Cost, ${currency}`, values: rows.map((row) => row.amount) }],
    x: { format: 'General', size: size - 3 }, y: { format: '0%', min: 0, max: 1, step: 0.2 },
  };
}

/** A figure by part as lying bars. */
function valuesChart({ rows, unit, title }: PlotOf<'bars'>, colour: Colours, size: number): NativeChart {
  return {
    head: 'Part', rows: rows.map((row) => `${shortened(row.label, 44)} (n\u00a0${count(row.n)})`), size, hasLegend: false, isLying: true,
    series: [{ name: title, values: rows.map((row) => row.value), colour: colour.bar, form: 'bar', labels: { format: formatOf(unit), sides: ['outEnd'], words: rows.map((row) => unitText(row.value, unit)) } }],
    columns: [{ name: 'n', values: rows.map((row) => row.n) }, { name: '95% from', values: rows.map((row) => row.lo) }, { name: '95% to', values: rows.map((row) => row.hi) }],
    x: { format: 'General' }, y: { format: formatOf(unit), isHidden: true },
  };
}

/** What customers said of what we passed and of what we did not. */
function squareChart({ both, companyOnly, customerOnly, neither }: PlotOf<'square'>, colour: Colours, size: number): NativeChart {
  const part = (name: string, values: number[], look: string): ChartSeries => ({ name, values, colour: look, form: 'bar', labels: { format: '#,##0', sides: ['outEnd'] } });
  return {
    head: 'We', rows: ['We said good', 'We did not'], size, hasLegend: true, isLying: true,
    series: [part('Customers said good', [both, customerOnly], colour.bar), part('Customers did not', [companyOnly, neither], colour.customer)],
    columns: [], x: { format: 'General' }, y: { format: '#,##0', min: 0, isHidden: true },
  };
}
