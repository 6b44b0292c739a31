import type { PlotOf } from '../model/plot.ts';
import { dot, line, plotBox, scoreAxis, shortened, word, type Drawing } from './drawing.ts';

const { width } = plotBox;
const height = 340;
const edge = { left: 48, right: 20, top: 26, bottom: 46 };

/** One mark a group, right against warm, with the threshold as two lines; only the part of the scale in which they lie. */
export function quadrantDrawing({ groups, threshold }: PlotOf<'quadrant'>): Drawing {
  const [across, up] = [scoreAxis([threshold, ...groups.map((group) => group.technical)]), scoreAxis([threshold, ...groups.map((group) => group.emotional)])];
  const x = (score: number) => edge.left + ((width - edge.left - edge.right) * (score - across.min)) / (across.max - across.min);
  const y = (score: number) => edge.top + (height - edge.top - edge.bottom) * (1 - (score - up.min) / (up.max - up.min));
  const ticks = ({ min, max }: { min: number; max: number }) => Array.from({ length: (max - min) / 10 + 1 }, (_tick, at) => min + 10 * at);
  return {
    width, height, key: `dashed: the threshold, ${threshold}; the axes show ${across.min} to ${across.max} and ${up.min} to ${up.max} of 100`,
    marks: [
      ...ticks(across).flatMap((score) => [line('grid', [x(score), y(up.min)], [x(score), y(up.max)]), word('axis', [x(score), height - edge.bottom + 18], [String(score), 'middle'])]),
      ...ticks(up).flatMap((score) => [line('grid', [x(across.min), y(score)], [x(across.max), y(score)]), word('axis', [edge.left - 8, y(score) + 4], [String(score), 'end'])]),
      line('limit', [x(threshold), y(up.min)], [x(threshold), y(up.max)]), line('limit', [x(across.min), y(threshold)], [x(across.max), y(threshold)]),
      word('axis', [x(across.max), height - 8], ['technical score', 'end']), word('axis', [edge.left, 14], 'emotional score'),
      ...placed(groups, { x, y }).map(({ group, at }) => [dot('dot', [x(group.technical), y(group.emotional)], 6), word('small', at.point, [shortened(group.label, 24), at.anchor])]).flat(),
    ],
  };
}

type Place = { group: PlotOf<'quadrant'>['groups'][number]; at: { point: [number, number]; anchor: 'start' | 'end' } };

/** Each name beside its mark, on the side and at the height where no other name or mark is. */
function placed(groups: PlotOf<'quadrant'>['groups'], { x, y }: { x: (score: number) => number; y: (score: number) => number }): Place[] {
  const taken = groups.map((group) => ({ x1: x(group.technical) - 7, x2: x(group.technical) + 7, y: y(group.emotional) }));
  return [...groups].sort((a, b) => b.emotional - a.emotional).map((group) => {
    const [px, py, long] = [x(group.technical), y(group.emotional), 6.6 * Math.min(24, group.label.length)];
    const choices = [0, -14, 14, -28, 28].flatMap((off) => [
      { x1: px + 11, x2: px + 11 + long, y: py + off, anchor: 'start' as const }, { x1: px - 11 - long, x2: px - 11, y: py + off, anchor: 'end' as const },
    ]).filter((place) => place.x1 > edge.left && place.x2 < width);
    const free = choices.find((place) => taken.every((other) => place.x1 > other.x2 || place.x2 < other.x1 || Math.abs(place.y - other.y) >= 13)) ?? choices[0] ?? { x1: px + 11, x2: px + 11 + long, y: py, anchor: 'start' as const };
    taken.push(free);
    return { group, at: { point: [free.anchor === 'start' ? free.x1 : free.x2, free.y + 4], anchor: free.anchor } };
  });
}
