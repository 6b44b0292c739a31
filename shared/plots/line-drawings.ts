import type { PlotOf } from '../model/plot.ts';
import { dot, line, niceAxis, path, plotBox, word, type Drawing, type Mark } from './drawing.ts';
import { groupedCount, percentText, unitText } from './plot-figures.ts';

const { width, height } = plotBox;
const edge = { left: 52, right: 16, top: 14, bottom: 40 };
const across = (share: number): number => edge.left + (width - edge.left - edge.right) * share;

/** `2026-08` as `Aug 26`. */
export function shortMonth(label: string): string {
  const [, year, month] = /^\d\d(\d\d)-(\d\d)$/.exec(label) ?? [];
  const name = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][Number(month) - 1];
  return year === undefined || name === undefined ? label : `${name} ${year}`;
}

/** A line of months between its limits; a month outside of them is ringed. */
export function controlDrawing({ months, centre, unit }: PlotOf<'control'>): Drawing {
  const axis = niceAxis([...months.flatMap((month) => [month.value, month.ucl ?? month.value, month.lcl ?? month.value])]);
  const top = unit === 'share' ? Math.min(1, axis.max) : axis.max;
  const x = (at: number) => across((at + 0.5) / months.length);
  const y = (value: number) => edge.top + (height - edge.top - edge.bottom) * (1 - (value - axis.min) / (top - axis.min || 1));
  const along = (values: readonly (number | null)[]) => values.flatMap((value, at): [number, number][] => value === null ? [] : [[x(at), y(value)]]);
  const every = Math.ceil(months.length / 8);
  const isLimited = months.some((month) => month.ucl !== null);
  return {
    width, height, key: isLimited ? 'dashed: centre and 3-sigma limits; ringed: a signal' : '',
    marks: [
      ...axis.ticks.filter((tick) => tick <= top).flatMap((tick): Mark[] => [line('grid', [edge.left, y(tick)], [width - edge.right, y(tick)]), word('axis', [edge.left - 8, y(tick) + 4], [unitText(tick, unit), 'end'])]),
      ...(isLimited ? [path('limit', along(months.map((month) => month.ucl))), path('limit', along(months.map((month) => month.lcl)))] : []),
      ...(centre === null ? [] : [line('limit', [edge.left, y(centre)], [width - edge.right, y(centre)])]),
      path('line', along(months.map((month) => month.value))),
      ...months.map((month, at) => dot(month.isSignal ? 'signal' : 'dot', [x(at), y(month.value)], month.isSignal ? 6 : 3)),
      ...months.flatMap((month, at) => at % every === 0 ? [word('axis', [x(at), height - edge.bottom + 20], [shortMonth(month.label), 'middle'])] : []),
    ],
  };
}

const roles = ['first', 'second', 'third'] as const;
const horizons = [30, 183, 548];

/** One stepped line a group over days, each with its name at its end. */
export function survivalDrawing({ days, groups }: PlotOf<'survival'>): Drawing {
  const last = Math.max(1, ...days);
  const right = 205;
  const x = (day: number) => edge.left + ((width - edge.left - right) * day) / last;
  const lowest = Math.min(...groups.flatMap((group) => group.shares.filter((share) => share !== null)));
  const bottom = Math.min(0.8, Math.floor((Number.isFinite(lowest) ? lowest : 0) * 5) / 5);
  const y = (share: number) => edge.top + (height - edge.top - edge.bottom) * (1 - (share - bottom) / (1 - bottom));
  const ticks = Array.from({ length: 5 }, (_tick, at) => bottom + ((1 - bottom) * at) / 4);
  return {
    width, height, key: `days after the interaction${bottom > 0 ? `; the axis starts at ${percentText(bottom)}` : ''}`,
    marks: [
      ...ticks.flatMap((tick): Mark[] => [line('grid', [edge.left, y(tick)], [width - right, y(tick)]), word('axis', [edge.left - 8, y(tick) + 4], [percentText(tick), 'end'])]),
      ...horizons.filter((day) => day <= last).flatMap((day): Mark[] => [line('limit', [x(day), edge.top], [x(day), height - edge.bottom]), word('axis', [x(day), height - edge.bottom + 20], [String(day), 'middle'])]),
      ...groups.map((group, at) => path(roles[at % roles.length] ?? 'first', stepsOf(days, group.shares).map(([day, share]): [number, number] => [x(day), y(share)]))),
      ...endLabels(groups.map((group) => y(group.shares.findLast((share) => share !== null) ?? 1))).map((at, index) =>
        word('small', [width - right + 8, at + 4], `${groups[index]?.label ?? ''} (n ${groupedCount(groups[index]?.n ?? 0)})`)),
    ],
  };
}

/** A curve as steps: each share holds until the next day. */
export function stepsOf(days: readonly number[], shares: readonly (number | null)[]): [day: number, share: number][] {
  const steps: [number, number][] = [];
  for (const [at, day] of days.entries()) {
    const share = shares[at] ?? null;
    const before = steps.at(-1)?.[1];
    if (share === null) break;
    if (before !== undefined && before !== share) steps.push([day, before]);
    steps.push([day, share]);
  }
  return steps;
}

/** Heights of names, each at least 16 below the one above it. */
function endLabels(wanted: readonly number[]): number[] {
  const order = wanted.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at);
  const placed: number[] = [];
  let lowest = -Infinity;
  for (const { at, index } of order) {
    lowest = Math.max(at, lowest + 16);
    placed[index] = lowest;
  }
  return placed;
}
