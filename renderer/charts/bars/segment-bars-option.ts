import type { CustomSeriesRenderItem } from 'echarts';
import type { ChartCanvas } from '#renderer/charts/chart.tsx';
import type { ChartOption } from '#renderer/charts/echarts-core.ts';
import { cutLabel, labelWidth } from '#renderer/charts/label-width.ts';
import { whisker } from '#renderer/charts/whisker.ts';
import type { SegmentBar } from './segment-bars.ts';

const rowHeight = 34;
const [top, bottom] = [22, 28];

export const segmentBarsHeight = (rows: number): number => top + bottom + rowHeight * Math.max(1, rows);

export type BarAxis = { format: (value: number) => string; min?: number; max?: number; n: string; /** People stand as dots: a row of bars reads as a ranking. */ isDots: boolean };

/** Horizontal bars from zero with an interval each, the value behind it, n at the end of the row. */
export function segmentBarsOption(bars: readonly SegmentBar[], axis: BarAxis, { theme, width }: ChartCanvas): ChartOption {
  const isNarrow = width < 560;
  const labels = labelWidth(bars.map((bar) => bar.shortLabel ?? bar.label), isNarrow ? 140 : 190);
  const text = { fontFamily: theme.font, fontSize: 12, color: theme.text3 };
  const y = { type: 'category' as const, inverse: true, axisLine: { show: false }, axisTick: { show: false } };
  return {
    grid: { left: labels + 18, right: 110, top, bottom },
    xAxis: {
      type: 'value', splitNumber: isNarrow ? 2 : 4, axisLabel: { ...text, formatter: axis.format }, splitLine: { lineStyle: { color: theme.grid } },
      ...(axis.min === undefined ? {} : { min: axis.min }), ...(axis.max === undefined ? {} : { max: axis.max, interval: axis.max / (isNarrow ? 2 : 4) }),
    },
    yAxis: [
      { ...y, data: bars.map((bar) => cutLabel(bar.shortLabel ?? bar.label, labels)), axisLabel: { interval: 0, ...text, fontSize: 13, color: theme.text, width: labels, overflow: 'break', lineHeight: 15, margin: 12 } },
      {
        ...y, position: 'right', data: bars.map((bar) => bar.figure.n), name: axis.n, nameLocation: 'start', nameGap: 8,
        axisLabel: { ...text, color: theme.text2, align: 'right', margin: 104, interval: 0 }, nameTextStyle: { ...text, color: theme.text2, align: 'right', padding: [0, -104, 0, 0] },
      },
    ],
    series: [
      axis.isDots
        ? { type: 'scatter', name: 'values', symbolSize: 10, itemStyle: { color: theme.text }, data: bars.flatMap((bar, at) => (bar.value === null ? [] : [{ name: bar.id, value: [bar.value, at] }])) }
        : { type: 'bar', name: 'values', barWidth: 16, itemStyle: { color: theme.neutral.fill, borderColor: theme.neutral.line }, data: bars.flatMap((bar, at) => (bar.value === null ? [] : [{ name: bar.id, value: [bar.value, at] }])) },
      { type: 'custom', name: 'intervals', silent: true, z: 3, encode: { x: [1, 2], y: 0 }, data: bars.flatMap((bar, at) => (bar.lo === null || bar.hi === null ? [] : [[at, bar.lo, bar.hi]])), renderItem: lying(theme.text) },
      { type: 'custom', name: 'words', silent: true, z: 4, encode: { y: 0 }, data: bars.map((bar, at) => [at, Math.max(bar.hi ?? 0, bar.value ?? 0, 0)]), renderItem: words(bars, { plain: theme.text, faint: theme.text3, font: theme.font }) },
    ],
  };
}

function lying(colour: string): CustomSeriesRenderItem {
  return (_, api) => {
    const [x1 = 0, y = 0] = api.coord([api.value(1), api.value(0)]);
    const [x2 = 0] = api.coord([api.value(2), api.value(0)]);
    return { type: 'group', children: whisker({ from: [x1, y], to: [x2, y], colour }) };
  };
}

function words(bars: readonly SegmentBar[], paint: { plain: string; faint: string; font: string }): CustomSeriesRenderItem {
  return (_, api) => {
    const bar = bars[Number(api.value(0))];
    const [x = 0, y = 0] = api.coord([bar?.value === null ? 0 : api.value(1), api.value(0)]);
    return { type: 'text', style: { text: bar?.words ?? bar?.text ?? bar?.figure.value ?? '', x: x + 8, y, verticalAlign: 'middle', fill: bar?.words === null ? paint.plain : paint.faint, fontSize: 13, fontFamily: paint.font } };
  };
}
