import type { CustomSeriesRenderItem } from 'echarts';
import type { ChartCanvas } from '#renderer/charts/chart.tsx';
import type { ChartOption } from '#renderer/charts/echarts-core.ts';
import { labelWidth } from '#renderer/charts/label-width.ts';
import { whisker } from '#renderer/charts/whisker.ts';
import type { ControlMonth } from './control-months.ts';

export type ControlAxis = { format: (value: number) => string; min?: number; max?: number };
/** In the unit of the axis. `limits` words name the three lines at their ends; no centre means no limits. */
export type ControlLines = { centre: number | null; words: { centre: string; upper: string; lower: string; signal: string } };

export const controlHeight = 260;

/**
 * Months as points: filled when complete, hollow while the month runs, grey below 30. With limits it is a p-chart:
 * centre line, 3-sigma limits that follow n, and signals as a ring with a word. One hue; no red, no green.
 */
export function controlOption(months: readonly ControlMonth[], axis: ControlAxis, { lines, intervals, canvas }: { lines: ControlLines; intervals: readonly (readonly [number, number] | null)[]; canvas: ChartCanvas }): ChartOption {
  const { theme, width } = canvas;
  const text = { fontFamily: theme.font, fontSize: 12, color: theme.text3 };
  const every = Math.max(0, Math.ceil(months.length / Math.max(2, Math.floor((width - 120) / 76))) - 1);
  const hasLimits = lines.centre !== null;
  const limit = (name: string, of: (month: ControlMonth) => number | null, word: string): NonNullable<ChartOption['series']> & { type: 'line' } => ({
    type: 'line', name, step: 'middle', symbol: 'none', silent: true, data: months.map((month) => of(month)), lineStyle: { color: theme.axis, width: 1, type: 'dashed' },
    endLabel: { show: true, formatter: word, fontFamily: theme.font, fontSize: 12, color: theme.text3 },
  });
  return {
    grid: { left: 52, right: hasLimits ? labelWidth([lines.words.centre, lines.words.upper, lines.words.lower], 180) + 12 : 24, top: 20, bottom: 30 },
    xAxis: { type: 'category', data: months.map((month) => month.label), axisLine: { lineStyle: { color: theme.axis } }, axisTick: { show: false }, axisLabel: { ...text, interval: every } },
    yAxis: { type: 'value', ...(axis.min === undefined ? {} : { min: axis.min }), ...(axis.max === undefined ? {} : { max: axis.max }), axisLabel: { ...text, formatter: axis.format }, splitLine: { lineStyle: { color: theme.grid } } },
    series: [
      ...(hasLimits ? [
        limit('upper', (month) => month.ucl, lines.words.upper), limit('lower', (month) => month.lcl, lines.words.lower),
        { ...limit('centre', (month) => (month.isComplete ? lines.centre : null), lines.words.centre), lineStyle: { color: theme.axis, width: 1.5, type: 'solid' as const } },
      ] : []),
      { type: 'custom', name: 'intervals', silent: true, z: 2, encode: { x: 0, y: [1, 2] }, data: intervals.flatMap((interval, at) => (interval === null ? [] : [[at, ...interval]])), renderItem: upright(theme.axis) },
      { type: 'line', name: 'course', silent: true, symbol: 'none', z: 3, connectNulls: false, data: months.map((month) => month.value), lineStyle: { color: theme.faint, width: 1 } },
      {
        type: 'scatter', name: 'months', z: 4, symbolSize: 9,
        data: months.flatMap((month, at) => (month.value === null ? [] : [{ value: [at, month.value], name: month.month, ...paintOf(month, canvas) }])),
      },
      {
        type: 'scatter', name: 'signals', z: 5, silent: true, symbol: 'circle', symbolSize: 19, itemStyle: { color: 'transparent', borderColor: theme.emphasis, borderWidth: 2 },
        label: { show: true, position: 'top', formatter: lines.words.signal, fontFamily: theme.font, fontSize: 12, color: theme.text },
        data: months.flatMap((month, at) => (month.isSignal && month.value !== null ? [{ value: [at, month.value], name: month.month }] : [])),
      },
    ],
  };
}

function paintOf(month: ControlMonth, { theme }: ChartCanvas): { symbol: string; itemStyle: { color: string; borderColor: string; borderWidth: number } } {
  const colour = month.isFaint ? theme.faint : theme.text;
  return { symbol: 'circle', itemStyle: { color: month.isComplete ? colour : theme.page, borderColor: colour, borderWidth: 2 } };
}

function upright(colour: string): CustomSeriesRenderItem {
  return (_, api) => {
    const [x = 0, low = 0] = api.coord([api.value(0), api.value(1)]);
    const [, high = 0] = api.coord([api.value(0), api.value(2)]);
    return { type: 'group', children: whisker({ from: [x, low], to: [x, high], colour }) };
  };
}
