import type { CustomSeriesRenderItem } from 'echarts';
import type { ChartCanvas } from '#renderer/charts/chart.tsx';
import type { ChartOption } from '#renderer/charts/echarts-core.ts';
import { labelWidth } from '#renderer/charts/label-width.ts';
import { whisker } from '#renderer/charts/whisker.ts';
import type { AfterGroup } from '#shared/model/afterwards.ts';

export const survivalHeight = 320;
const lastDay = 548;
const dashes = { good: 'solid', neutral: 'dotted', bad: 'dashed' } as const;

/** Steps per group from day 0, told apart by their dashes and the words at their ends; whiskers at 1, 6 and 18 months. */
export function survivalOption(groups: readonly AfterGroup[], words: { group: (group: AfterGroup['group']) => string; percent: (value: number) => string; isRising: boolean }, { theme }: ChartCanvas): ChartOption {
  const text = { fontFamily: theme.font, fontSize: 12, color: theme.text3 };
  const start = words.isRising ? 0 : 100;
  const shown = groups.filter(({ curve }) => curve.length > 0);
  // A curve goes on level while enough are followed, not only to its last event.
  const levelTo = ({ at, curve }: Pick<AfterGroup, 'at' | 'curve'>): [number, number][] => {
    const known = at.findLast(({ figure }) => figure.value !== null)?.day ?? 0;
    const last = curve.findLast(({ day }) => day <= lastDay);
    return last === undefined || known <= last.day ? [] : [[known, last.share * 100]];
  };
  // Side by side around a day; before the last one, behind which the names of the curves stand.
  const placeOf = (day: number, index: number): number => day + 5 * (day === lastDay ? index + 1 - shown.length : index - 1);
  const whiskers = shown.flatMap(({ at }, index) => at.flatMap(({ day, figure }) => (figure.ci === null ? [] : [[placeOf(day, index), figure.ci.lo * 100, figure.ci.hi * 100]])));
  return {
    grid: { left: 48, right: labelWidth(shown.map(({ group }) => words.group(group)), 160) + 16, top: 16, bottom: 32 },
    xAxis: { type: 'value', min: 0, max: lastDay, axisLabel: { ...text, customValues: [0, 30, 183, 365, lastDay] }, axisTick: { customValues: [0, 30, 183, 365, lastDay] }, splitLine: { show: false }, axisLine: { lineStyle: { color: theme.axis } } },
    yAxis: { type: 'value', min: 0, max: 100, axisLabel: { ...text, formatter: words.percent }, splitLine: { lineStyle: { color: theme.grid } } },
    series: [
      ...shown.map(({ group, curve, at }) => ({
        type: 'line' as const, name: group, step: 'end' as const, symbol: 'none', silent: true, lineStyle: { color: theme.text, width: 2, type: dashes[group] },
        data: [[0, start], ...curve.filter(({ day }) => day <= lastDay).map(({ day, share }) => [day, share * 100]), ...levelTo({ curve, at })],
        endLabel: { show: true, formatter: words.group(group), fontFamily: theme.font, fontSize: 12, color: theme.text },
        markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: theme.grid, type: 'solid' as const }, data: [{ xAxis: 30 }, { xAxis: 183 }, { xAxis: lastDay }] },
      })),
      { type: 'custom', name: 'intervals', silent: true, z: 4, encode: { x: 0, y: [1, 2] }, data: whiskers, renderItem: upright(theme.axis) },
    ],
  };
}

function upright(colour: string): CustomSeriesRenderItem {
  return (_, api) => {
    const [x = 0, low = 0] = api.coord([api.value(0), api.value(1)]);
    const [, high = 0] = api.coord([api.value(0), api.value(2)]);
    return { type: 'group', children: whisker({ from: [x, low], to: [x, high], colour }) };
  };
}
