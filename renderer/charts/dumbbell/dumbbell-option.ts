import type { CustomSeriesOption, CustomSeriesRenderItem, CustomSeriesRenderItemAPI, CustomSeriesRenderItemReturn } from 'echarts';
import type { ChartCanvas } from '#renderer/charts/chart.tsx';
import type { MarkPaint } from '#renderer/charts/chart-theme.ts';
import type { ChartOption } from '#renderer/charts/echarts-core.ts';
import { cutLabel, labelWidth } from '#renderer/charts/label-width.ts';
import { whisker } from '#renderer/charts/whisker.ts';
import type { DumbbellMark, DumbbellRow } from './dumbbell-rows.ts';

export type DumbbellHeadings = { gap: string; n: string; unit: 'percent' | 'score' };

const rowHeight = 44;
const top = 30;
const bottom = 28;
const markSize = 13;
/** Whiskers lie above and below the connector, so that two that overlap stay two. */
const whiskerShift = { company: -9, customer: 9 } as const;

/** CSS pixels that so many rows need. */
export const dumbbellHeight = (rows: number): number => top + bottom + rowHeight * Math.max(1, rows);

/**
 * Position on one fixed scale, 0-100: a filled square for the company, a circle for the customer, the connector between
 * them, a whisker each, and the gap with its interval and n as columns at the end of the row.
 */
export function dumbbellOption(rows: readonly DumbbellRow[], headings: DumbbellHeadings, { theme, width }: ChartCanvas): ChartOption {
  const isNarrow = width < 560;
  const labels = labelWidth(rows.map((row) => row.label), isNarrow ? 110 : 170);
  const columns = { gap: labelWidth([headings.gap, ...rows.map((row) => gapWords(row, isNarrow))], 260), n: labelWidth([headings.n, ...rows.map((row) => row.figures.gap.n)], 90) };
  const label = (value: number): string => (headings.unit === 'percent' ? `${value}%` : String(value));
  const text = { fontFamily: theme.font, fontSize: 12, color: theme.text2 };
  const rich = {
    gap: { width: columns.gap, align: 'right' as const, color: theme.text, fontSize: 13, fontFamily: theme.font },
    faint: { width: columns.gap, align: 'right' as const, color: theme.text3, fontSize: 13, fontFamily: theme.font },
    n: { width: columns.n, align: 'right' as const, color: theme.text2, fontSize: 12, fontFamily: theme.font },
  };
  const endMargin = rows.some((row) => row.company?.isFaint === true || row.customer?.isFaint === true) ? 86 : 46;
  return {
    // Words of few (`80% (20 of 25)`) reach beyond the scale.
    grid: { left: labels + 44, right: columns.gap + columns.n + endMargin + 6, top, bottom },
    xAxis: {
      type: 'value', min: 0, max: 100, interval: isNarrow ? 50 : 25, axisLabel: { ...text, formatter: label, color: theme.text3 },
      splitLine: { lineStyle: { color: theme.grid } }, axisLine: { show: false }, axisTick: { show: false },
    },
    yAxis: [
      {
        type: 'category', inverse: true, data: rows.map((row) => cutLabel(row.label, labels)), axisLine: { show: false }, axisTick: { show: false },
        axisLabel: { interval: 0, ...text, fontSize: 13, color: theme.text, width: labels, overflow: 'break', lineHeight: 15, margin: 42 },
      },
      {
        type: 'category', inverse: true, position: 'right', data: rows.map((row) => endColumns(row, isNarrow)), axisLine: { show: false }, axisTick: { show: false },
        axisLabel: { margin: endMargin, interval: 0, rich }, name: `{gap|${headings.gap}}{n|${headings.n}}`, nameLocation: 'start', nameGap: 12,
        nameTextStyle: { align: 'left', padding: [0, 0, 0, endMargin], rich: { gap: { ...rich.gap, color: theme.text2, fontSize: 12 }, n: rich.n } },
      },
    ],
    series: [
      { type: 'custom', name: 'connector', data: rows.map((row, at) => spanOf(row, at)), encode: { x: [1, 2], y: 0 }, silent: true, z: 1, renderItem: connector(theme.axis) },
      side('company', rows, { paint: theme.company, symbol: 'rect', page: theme.page, text: theme.text, faint: theme.faint, font: theme.font }),
      side('customer', rows, { paint: theme.customer, symbol: 'circle', page: theme.page, text: theme.text, faint: theme.faint, font: theme.font }),
      { type: 'custom', name: 'words', data: rows.flatMap((row, at) => (row.words === null ? [] : [{ value: [at, 0], name: row.id }])), encode: { x: 1, y: 0 }, silent: true, z: 3, renderItem: words(rows, theme.text3, theme.font) },
    ],
  };
}

function endColumns({ figures, words }: DumbbellRow, isNarrow: boolean): string {
  const style = words === null && figures.gap.display === 'full' ? 'gap' : 'faint';
  return `{${style}|${gapWords({ figures, words }, isNarrow)}}{n|${figures.gap.n}}`;
}

function gapWords({ figures: { gap }, words }: Pick<DumbbellRow, 'figures' | 'words'>, isNarrow: boolean): string {
  if (words !== null) return '';
  return gap.interval === null || isNarrow ? gap.value : `${gap.value} [${gap.interval}]`;
}

function spanOf({ company, customer }: DumbbellRow, at: number): number[] {
  return company === null || customer === null ? [at, Number.NaN, Number.NaN] : [at, company.at, customer.at];
}

function connector(colour: string): CustomSeriesRenderItem {
  return (_, api) => {
    const [x1, y = 0] = api.coord([api.value(1), api.value(0)]);
    const [x2] = api.coord([api.value(2), api.value(0)]);
    if (x1 === undefined || x2 === undefined || Number.isNaN(x1) || Number.isNaN(x2)) return null;
    return { type: 'line', shape: { x1, y1: y, x2, y2: y }, style: { stroke: colour, lineWidth: 3, opacity: 0.45 } };
  };
}

type SidePaint = { paint: MarkPaint; symbol: 'rect' | 'circle'; page: string; text: string; faint: string; font: string };

/** The marks of one side with whisker and value. `data` carries the row's place, the value and its interval. */
function side(name: 'company' | 'customer', rows: readonly DumbbellRow[], paint: SidePaint): CustomSeriesOption {
  const other = name === 'company' ? 'customer' : 'company';
  const drawn = rows.flatMap((row, at) => {
    const mark = row[name];
    return mark === null ? [] : [{ at, mark, id: row.id, isRight: mark.at === row[other]?.at ? name === 'company' : mark.at > (row[other]?.at ?? 50) }];
  });
  return {
    type: 'custom', name, z: 2, encode: { x: 1, y: 0 },
    data: drawn.map(({ at, mark, id }) => ({ value: [at, mark.at, mark.lo ?? mark.at, mark.hi ?? mark.at], name: id })),
    renderItem: (params, api) => {
      const row = drawn[params.dataIndex];
      return row === undefined ? null : markShape(api, { ...row, name, paint });
    },
  };
}

type Shape = { mark: DumbbellMark; isRight: boolean; name: 'company' | 'customer'; paint: SidePaint };

function markShape(api: CustomSeriesRenderItemAPI, { mark, isRight, name, paint }: Shape): CustomSeriesRenderItemReturn {
  const [x = 0, y = 0] = api.coord([api.value(1), api.value(0)]);
  const [lo = 0] = api.coord([api.value(2), api.value(0)]);
  const [hi = 0] = api.coord([api.value(3), api.value(0)]);
  const colour: MarkPaint = mark.isFaint ? { fill: paint.page, line: paint.faint } : paint.paint;
  const half = markSize / 2;
  const dy = whiskerShift[name];
  const style = { fill: colour.fill, stroke: colour.line, lineWidth: 2 };
  return {
    type: 'group',
    children: [
      ...(mark.lo === null || mark.hi === null ? [] : whisker({ from: [lo, y + dy], to: [hi, y + dy], colour: colour.line })),
      paint.symbol === 'rect'
        ? { type: 'rect', shape: { x: x - half, y: y - half, width: markSize, height: markSize }, style }
        : { type: 'circle', shape: { cx: x, cy: y, r: half + 0.5 }, style },
      { type: 'text', style: { text: mark.text, x: isRight ? x + half + 7 : x - half - 7, y, align: isRight ? 'left' : 'right', verticalAlign: 'middle', fill: paint.text, fontSize: 12, fontFamily: paint.font, stroke: paint.page, lineWidth: 3 } },
    ],
  };
}

function words(rows: readonly DumbbellRow[], colour: string, font: string): CustomSeriesRenderItem {
  return (_, api) => {
    const [x = 0, y = 0] = api.coord([0, api.value(0)]);
    return { type: 'text', style: { text: rows[Number(api.value(0))]?.words ?? '', x: x + 8, y, verticalAlign: 'middle', fill: colour, fontSize: 13, fontFamily: font } };
  };
}
