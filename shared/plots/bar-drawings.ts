import type { PlotOf } from '../model/plot.ts';
import { box, inLines, line, niceAxis, path, dot, plotBox, shortened, word, type Drawing, type Mark, type Role } from './drawing.ts';
import { groupedCount, moneyText, percentText, unitText } from './plot-figures.ts';

const { width, height } = plotBox;

type Columns = { at: (index: number) => number; wide: number; y: (value: number) => number; marks: Mark[] };

/** Room for columns side by side above their names, with a grid of round numbers behind them. */
function columnsOf(labels: readonly string[], values: readonly number[], text: (value: number) => string): Columns {
  const edge = { left: 64, right: 12, top: 24, bottom: 52 };
  const axis = niceAxis(values);
  const y = (value: number) => edge.top + (height - edge.top - edge.bottom) * (1 - (value - axis.min) / (axis.max - axis.min || 1));
  const place = (width - edge.left - edge.right) / Math.max(1, labels.length);
  const at = (index: number) => edge.left + place * (index + 0.5);
  const letters = Math.max(7, Math.floor(place / 6.6));
  return {
    at, wide: place * 0.62, y,
    marks: [
      ...axis.ticks.flatMap((tick): Mark[] => [line('grid', [edge.left, y(tick)], [width - edge.right, y(tick)]), word('axis', [edge.left - 8, y(tick) + 4], [text(tick), 'end'])]),
      ...labels.flatMap((label, index) => inLines(label, letters).map((part, row) => word('axis', [at(index), height - edge.bottom + 18 + 14 * row], [part, 'middle']))),
    ],
  };
}

/** Money from step to step: each bar begins where the one before it ended. */
export function waterfallDrawing({ steps, currency }: PlotOf<'waterfall'>): Drawing {
  const { at, wide, y, marks } = columnsOf(steps.map((step) => step.label), steps.flatMap((step) => [step.from, step.to]), (value) => moneyText(value, currency));
  return {
    width, height, key: 'each bar begins where the one before it ended',
    marks: [
      ...marks, line('axis', [64, y(0)], [width - 12, y(0)]),
      ...steps.map((step, index) => box(step.kind, [at(index) - wide / 2, y(step.from)], [at(index) + wide / 2, y(step.to)])),
      ...steps.slice(0, -1).map((step, index) => line('limit', [at(index) + wide / 2, y(step.to)], [at(index + 1) - wide / 2, y(step.to)])),
      ...steps.map((step, index) => word('small', [at(index), Math.min(y(step.from), y(step.to)) - 6], [moneyText(step.amount, currency), 'middle'])),
    ],
  };
}

/** Shares of one whole, the largest first, and a line of what they reach together; both on one axis of 0 to 100%. */
export function paretoDrawing({ rows }: PlotOf<'pareto'>): Drawing {
  const { at, wide, y, marks } = columnsOf(rows.map((row) => row.label), [0, 1], percentText);
  return {
    width, height, key: 'bars: share of the whole; line: together',
    marks: [
      ...marks,
      ...rows.map((row, index) => box('bar', [at(index) - wide / 2, y(0)], [at(index) + wide / 2, y(row.share)])),
      path('second', rows.map((row, index): [number, number] => [at(index), y(row.cumulative)])),
      ...rows.map((row, index) => dot('dot', [at(index), y(row.cumulative)], 3)),
      ...rows.flatMap((row, index): Mark[] => [
        word('small', [at(index), y(row.share) - 5], [percentText(row.share), 'middle']),
        ...(index === 0 ? [] : [word('small', [at(index), y(row.cumulative) - 8], [percentText(row.cumulative), 'middle'])]),
      ]),
    ],
  };
}

const rowHeight = 30;

/** A figure by part, lying, with its interval as a thin line. */
export function barsDrawing({ rows, unit }: PlotOf<'bars'>): Drawing {
  const left = Math.min(300, 24 + 8.6 * Math.max(...rows.map((row) => Math.min(32, row.label.length))));
  const axis = niceAxis(rows.flatMap((row) => [row.value, row.lo ?? row.value, row.hi ?? row.value]));
  const x = (value: number) => left + ((width - left - 84) * (value - axis.min)) / (axis.max - axis.min || 1);
  return {
    width, height: rows.length * rowHeight + 12, key: rows.some((row) => row.lo !== null) ? 'thin lines: 95% intervals' : '',
    marks: rows.flatMap((row, index): Mark[] => {
      const y = 20 + rowHeight * index;
      return [
        word('label', [left - 12, y + 4], [shortened(row.label, 32), 'end']), box('quiet', [x(0), y - 8], [x(row.value), y + 8]),
        ...(row.lo === null || row.hi === null ? [] : [line('first', [x(row.lo), y], [x(row.hi), y])]),
        word('small', [Math.max(x(row.value), x(row.hi ?? row.value), x(0)) + 8, y + 4], `${unitText(row.value, unit)} (n ${groupedCount(row.n)})`),
      ];
    }),
  };
}

/** Two bars of interactions, passed by us and not, each parted by what the customer said. */
export function squareDrawing({ both, companyOnly, customerOnly, neither }: PlotOf<'square'>): Drawing {
  const all = Math.max(1, both + companyOnly, customerOnly + neither);
  const left = 130;
  const x = (value: number) => left + ((width - left - 20) * value) / all;
  const row = (y: number, label: string, parts: readonly (readonly [value: number, role: Role])[]): Mark[] => {
    let from = 0;
    return [word('label', [left - 12, y + 34], [label, 'end']), ...parts.flatMap(([value, role]): Mark[] => {
      const [start, end] = [from, (from += value)];
      const words = `${groupedCount(value)} ${role === 'bar' ? 'said good' : 'did not'}`;
      return [box(role, [x(start), y], [x(end), y + 56]), ...(x(end) - x(start) > 7 * words.length ? [word('small', [(x(start) + x(end)) / 2, y - 6], [words, 'middle'])] : [])];
    })];
  };
  return {
    width, height: 210, key: 'under each of our two answers, what customers said of the same interactions',
    marks: [...row(26, 'We said good', [[both, 'bar'], [companyOnly, 'customer']]), ...row(122, 'We did not', [[customerOnly, 'bar'], [neither, 'customer']])],
  };
}
