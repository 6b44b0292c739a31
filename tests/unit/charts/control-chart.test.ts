import { describe, expect, test } from 'vitest';
import { controlMonths, type MonthFigure } from '#renderer/charts/control-chart/control-months.ts';
import { controlOption } from '#renderer/charts/control-chart/control-option.ts';
import { controlDescription, controlFinding, controlTable } from '#renderer/charts/control-chart/control-words.ts';
import { aShare, aWriting, canvas, cellOf, nameOf, numbersOf, seriesData, theme } from './chart-samples.ts';

const writing = aWriting();
const percent = (value: number): string => `${Math.round(value)}%`;
const month = (name: string, x: number, part: Partial<MonthFigure> = {}): MonthFigure => ({ month: name, figure: aShare(x, 40), lcl: 0.25, ucl: 0.75, isSignal: false, isComplete: true, ...part });
const months = controlMonths([
  month('2026-06', 20), month('2026-07', 34, { isSignal: true }), month('2026-08', 18, { figure: aShare(3, 12) }), month('2026-09', 2, { figure: aShare(1, 4) }),
  month('2026-10', 16, { isComplete: false, lcl: null, ucl: null }),
], writing);
const lines = { centre: 50, words: { centre: 'mean 50%', upper: 'upper limit', lower: 'lower limit', signal: 'Signal' } };
const option = controlOption(months, { format: percent, min: 0, max: 100 }, { lines, intervals: [], canvas });
const table = controlTable(months, { value: 'Blind spots', limitText: percent }, writing);

describe('control chart', () => {
  test('points and table show the same numbers', () => {
    const drawn = seriesData(option, 'months');
    expect(drawn.map(nameOf)).toEqual(['2026-06', '2026-07', '2026-08', '2026-10']);
    for (const item of drawn) expect(cellOf(table, nameOf(item), 'value')).toMatch(new RegExp(`^${percent(numbersOf(item)[1] ?? NaN)}`));
    expect(cellOf(table, '2026-08', 'value')).toBe('25% (3 of 12)');
    expect(cellOf(table, '2026-06', 'limits')).toBe('25% to 75%');
    expect(seriesData(option, 'upper').slice(0, 2)).toEqual([75, 75]);
  });

  test('fewer than 5 are neither drawn nor written', () => {
    expect(months[3]?.value).toBeNull();
    expect(cellOf(table, '2026-09', 'value')).toBe('Fewer than 5: not shown');
    expect(seriesData(option, 'course')[3]).toBeNull();
  });

  test('a month that is not over is hollow, says so, and is no part of the limits', () => {
    const last = seriesData(option, 'months').at(-1) as { itemStyle: { color: string } };
    expect(last.itemStyle.color).toBe(theme.page);
    expect(cellOf(table, '2026-10', 'note')).toBe('Month is not over');
    expect(seriesData(option, 'centre').at(-1)).toBeNull();
  });

  test('a signal is ringed, and the finding names its month', () => {
    expect(seriesData(option, 'signals').map(nameOf)).toEqual(['2026-07']);
    expect(cellOf(table, '2026-07', 'note')).toBe('Signal');
    expect(controlFinding(months, writing)).toBe('Jul 2026 stands out from the other months');
    expect(controlDescription(months, 'Finding.', writing)).toContain('Lowest 40% in Oct 2026, highest 85% in Jul 2026.');
  });

  test('without limits and without enough months it says so', () => {
    const open = months.map((one) => ({ ...one, ucl: null, lcl: null }));
    expect(controlFinding(open, writing)).toBe('Fewer than 12 whole months: no limits can be drawn yet');
    expect(controlFinding(open.map((one) => ({ ...one, value: null })), writing)).toBe('Too few in every month to draw a course');
    expect(controlTable(open, { value: 'x', limitText: percent }, writing).columns.map(({ id }) => id)).not.toContain('limits');
  });
});
