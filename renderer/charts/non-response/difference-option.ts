import type { ChartCanvas } from '#renderer/charts/chart.tsx';
import type { ChartOption } from '#renderer/charts/echarts-core.ts';
import { labelWidth } from '#renderer/charts/label-width.ts';
import type { DifferenceRow } from './difference-rows.ts';

/** Beyond .10 a difference is worth a word, beyond .25 the survey does not stand for that group (Stuart 2010). */
export const differenceLimits = { some: 0.1, large: 0.25 } as const;

const rowHeight = 26;
const [top, bottom] = [8, 44];
export const differenceHeight = (rows: number): number => top + bottom + rowHeight * Math.max(1, rows);

/** Standardised differences as dots about zero; the shape says how large: open, filled, diamond. */
export function differenceOption(rows: readonly DifferenceRow[], words: { axis: string; number: (value: number) => string }, { theme, width }: ChartCanvas): ChartOption {
  const isNarrow = width < 560;
  const labels = labelWidth(rows.map((row) => row.label), isNarrow ? 110 : 190);
  const text = { fontFamily: theme.font, fontSize: 12, color: theme.text3 };
  const reach = Math.max(0.4, Math.ceil(Math.max(0, ...rows.map((row) => Math.abs(row.smd))) * 10) / 10 + 0.1);
  const { some, large } = differenceLimits;
  const line = (at: number, type: 'solid' | 'dashed' | 'dotted') => ({ xAxis: at, lineStyle: { type, color: theme.axis, width: 1 } });
  return {
    grid: { left: labels + 14, right: 60, top, bottom },
    xAxis: { type: 'value', min: -reach, max: reach, axisLabel: { ...text, formatter: words.number }, splitLine: { show: false }, name: words.axis, nameLocation: 'middle', nameGap: 26, nameTextStyle: { ...text, color: theme.text2 } },
    yAxis: { type: 'category', inverse: true, data: rows.map((row) => row.label), axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: true, lineStyle: { color: theme.grid } }, axisLabel: { ...text, fontSize: 13, color: theme.text, width: labels, overflow: 'truncate' } },
    series: [{
      type: 'scatter', name: 'differences', silent: true, symbolSize: 11,
      label: { show: true, position: 'right', formatter: ({ dataIndex }) => rows[dataIndex]?.smdText ?? '', fontFamily: theme.font, fontSize: 12, color: theme.text },
      markLine: { silent: true, symbol: 'none', label: { show: false }, data: [line(0, 'solid'), line(some, 'dashed'), line(-some, 'dashed'), line(large, 'dotted'), line(-large, 'dotted')] },
      data: rows.map((row, at) => ({
        name: row.id, value: [row.smd, at], symbol: row.flag === 'red' ? 'diamond' : 'circle', symbolSize: row.flag === 'red' ? 14 : 10,
        itemStyle: { color: row.flag === 'none' ? theme.page : theme.text, borderColor: row.flag === 'none' ? theme.neutral.line : theme.text, borderWidth: 2 },
      })),
    }],
  };
}
