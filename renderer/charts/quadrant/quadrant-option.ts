import type { CustomSeriesRenderItem } from 'echarts';
import type { ChartCanvas } from '#renderer/charts/chart.tsx';
import type { ChartOption } from '#renderer/charts/echarts-core.ts';
import { whisker } from '#renderer/charts/whisker.ts';
import { labelPlaces } from './label-places.ts';
import type { Quadrant, QuadrantGroup } from './quadrant-groups.ts';

export type QuadrantWords = { technical: string; emotional: string; corners: Record<Quadrant, string> };

export const quadrantHeight = 360;
const margins = { left: 56, right: 16, top: 12, bottom: 48 } as const;

/** Where groups stand on the two dimensions, 0-100: a diamond with a cross of intervals, threshold lines, quadrants in words. */
export function quadrantOption(groups: readonly QuadrantGroup[], threshold: number, { words, canvas: { theme, width } }: { words: QuadrantWords; canvas: ChartCanvas }): ChartOption {
  const text = { fontFamily: theme.font, fontSize: 12, color: theme.text3 };
  const title = { fontFamily: theme.font, fontSize: 12, color: theme.text2 };
  const drawn = groups.flatMap((group) => (group.at === null ? [] : [{ ...group, at: group.at }]));
  const [perX, perY] = [(width - margins.left - margins.right) / 100, (quadrantHeight - margins.top - margins.bottom) / 100];
  const places = labelPlaces(drawn.map(({ at, label }) => ({ x: at.technical * perX, y: (100 - at.emotional) * perY, label })));
  const axis = { type: 'value' as const, min: 0, max: 100, interval: 25, axisLabel: text, axisLine: { show: true, lineStyle: { color: theme.axis } }, splitLine: { show: false }, nameLocation: 'middle' as const, nameTextStyle: title };
  return {
    // The engine of the chart would shrink the plot for a long name; labels are placed on this very plot.
    grid: { ...margins, outerBoundsMode: 'none' },
    xAxis: { ...axis, name: words.technical, nameGap: 28 },
    yAxis: { ...axis, name: words.emotional, nameGap: 34 },
    series: [
      { type: 'scatter', name: 'threshold', data: [], silent: true, markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: theme.axis, type: 'dashed', width: 1 }, data: [{ xAxis: threshold }, { yAxis: threshold }] } },
      { type: 'custom', name: 'corners', silent: true, z: 1, encode: { x: 0, y: 1 }, data: [[0, 0], [0, 100], [100, 0], [100, 100]], renderItem: corner(words, { colour: theme.text2, page: theme.page, font: theme.font }) },
      { type: 'custom', name: 'intervals', silent: true, z: 2, encode: { x: 0, y: 1 }, data: drawn.map(({ at }) => [at.technical, at.emotional, ...(at.technicalCi ?? [at.technical, at.technical]), ...(at.emotionalCi ?? [at.emotional, at.emotional])]), renderItem: cross(theme.axis) },
      {
        type: 'scatter', name: 'groups', z: 3, symbol: 'diamond', symbolSize: 13, itemStyle: { color: theme.text, borderColor: theme.page, borderWidth: 1 },
        label: { show: true, distance: 6, formatter: (point) => drawn[point.dataIndex]?.label ?? '', fontFamily: theme.font, fontSize: 13, color: theme.text, textBorderColor: theme.page, textBorderWidth: 3 },
        data: drawn.map(({ id, at }, index) => ({ name: id, value: [at.technical, at.emotional], label: { position: places[index] ?? 'top' } })),
      },
    ],
  };
}

function corner(words: QuadrantWords, { colour, page, font }: { colour: string; page: string; font: string }): CustomSeriesRenderItem {
  return (_, api) => {
    const [right, top] = [Number(api.value(0)) === 100, Number(api.value(1)) === 100];
    const [x = 0, y = 0] = api.coord([api.value(0), api.value(1)]);
    const name: Quadrant = right ? (top ? 'rightAndWarm' : 'correctButCold') : (top ? 'kindButWrong' : 'neither');
    return {
      type: 'text',
      style: { text: words.corners[name], x: x + (right ? -8 : 8), y: y + (top ? 8 : -8), align: right ? 'right' : 'left', verticalAlign: top ? 'top' : 'bottom', fill: colour, fontSize: 12, lineHeight: 16, fontFamily: font, stroke: page, lineWidth: 4 },
    };
  };
}

function cross(colour: string): CustomSeriesRenderItem {
  return (_, api) => {
    const at = (x: number, y: number): [number, number] => {
      const [left = 0, top = 0] = api.coord([x, y]);
      return [left, top];
    };
    const value = (index: number): number => Number(api.value(index));
    return {
      type: 'group',
      children: [
        ...whisker({ from: at(value(2), value(1)), to: at(value(3), value(1)), colour }),
        ...whisker({ from: at(value(0), value(4)), to: at(value(0), value(5)), colour }),
      ],
    };
  };
}
