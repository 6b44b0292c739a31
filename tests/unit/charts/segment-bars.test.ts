import { describe, expect, test } from 'vitest';
import { isRankable, segmentBars, segmentBarsDescription, segmentBarsFinding, segmentBarsTable } from '#renderer/charts/bars/segment-bars.ts';
import { cutLabel, labelWidth } from '#renderer/charts/label-width.ts';
import { slideBars } from '#renderer/charts/bars/slide-bars.ts';
import { segmentBarsOption } from '#renderer/charts/bars/segment-bars-option.ts';
import { aShare, aWriting, canvas, cellOf, nameOf, numbersOf, seriesData } from './chart-samples.ts';

const writing = aWriting();
const axis = { format: (value: number) => `${value}%`, min: 0, max: 100, n: 'n', isDots: false };
const parts = [{ segment: 'Billing', envelope: aShare(20, 100) }, { segment: 'Outages', envelope: aShare(60, 100) }, { segment: 'Fax', envelope: aShare(9, 12) }];
const all = { metric: 'CSAT', of: 'Queue', isPeople: false };

describe('a metric by part', () => {
  const bars = segmentBars(parts, { nameOf: String, order: 'value' }, writing);
  const table = segmentBarsTable(bars, { of: 'Queue', value: 'CSAT' }, writing);

  test('bars, intervals, table and description show the same numbers', () => {
    const option = segmentBarsOption(bars, axis, canvas);
    for (const item of seriesData(option, 'values')) expect(`${Math.round(numbersOf(item)[0] ?? NaN)}%`).toBe(cellOf(table, nameOf(item), 'value'));
    const [[, lo, hi] = []] = seriesData(option, 'intervals').map(numbersOf);
    expect(`${Math.round(lo ?? NaN)}% to ${Math.round(hi ?? NaN)}%`).toBe(cellOf(table, 'Outages', 'interval'));
    expect(segmentBarsDescription(bars, 'Finding.', writing)).toContain('Outages: 60% (95% interval 55% to 65%, n = 100).');
  });

  test('below 30 there are words and no bar', () => {
    expect(bars.map(({ id, words }) => [id, words])).toEqual([['Outages', null], ['Billing', null], ['Fax', 'n = 12, too few']]);
    expect(seriesData(segmentBarsOption(bars, axis, canvas), 'values').map(nameOf)).toEqual(['Outages', 'Billing']);
  });

  test('a difference is stated only when the intervals are apart', () => {
    expect(segmentBarsFinding(bars, all, writing)).toBe('CSAT runs from 20% (Billing) to 60% (Outages)');
    const near = segmentBars([{ segment: 'A', envelope: aShare(50, 100) }, { segment: 'B', envelope: aShare(53, 100) }], { nameOf: String, order: 'value' }, writing);
    expect(segmentBarsFinding(near, all, writing)).toContain('no clear difference');
  });

  test('people stand by name, only with 30 or more, as dots, and no sentence names a best or worst', () => {
    const people = segmentBars([{ segment: 'Zoe', envelope: aShare(90, 100) }, { segment: 'Ann', envelope: aShare(10, 100) }, { segment: 'Bob', envelope: aShare(5, 29) }], { nameOf: String, order: 'name', isOnlyFull: true }, writing);
    expect(people.map(({ id }) => id)).toEqual(['Ann', 'Zoe']);
    expect(segmentBarsFinding(people, { ...all, isPeople: true }, writing)).toBe('CSAT of 2 people with 30 or more, in no order of merit');
    const [values] = segmentBarsOption(people, { ...axis, isDots: true }, canvas).series as readonly { type: string }[];
    expect(values?.type).toBe('scatter');
  });
});

describe('an order by size', () => {
  test('needs intervals of at most 15 points to each side in every row that is drawn', () => {
    const wide = { ...aShare(20, 40), ci: { lo: 0.34, hi: 0.66, conf: 0.95, method: 'wilson' } };
    expect(isRankable(parts)).toBe(true);
    expect(isRankable([...parts, { envelope: wide }])).toBe(false);
    expect(isRankable([...parts, { envelope: { ...wide, n: 29 } }])).toBe(true);
  });

  test('otherwise rows stand by their number', () => {
    const bars = segmentBars([{ segment: 'A', envelope: aShare(36, 40) }, { segment: 'B', envelope: aShare(20, 200) }], { nameOf: String, order: 'n' }, writing);
    expect(bars.map(({ id }) => id)).toEqual(['B', 'A']);
  });
});

describe('the bars of a slide', () => {
  const bars = slideBars([{ label: 'Paper bill fee', owner: 'Finance', x: 21, n: 90, share: 0.2333, lo: 0.158, hi: 0.331 }, { label: 'Other', owner: null, x: 2, n: 12, share: 0.1667, lo: null, hi: null }], writing);

  test('picture and table show the same numbers, in the order of the slide', () => {
    const table = segmentBarsTable(bars, { of: 'Cause', value: 'Share' }, writing);
    const [item] = seriesData(segmentBarsOption(bars, axis, canvas), 'values');
    expect(numbersOf(item)[0]).toBeCloseTo(23.33, 6);
    expect(table.rows.map(({ cells }) => cells)).toEqual([['Paper bill fee (Finance)', '23% (21 of 90)', '16% to 33%', '90'], ['Other', '17% (2 of 12)', '', '12']]);
  });

  test('a share of few is written and not drawn', () => {
    expect(bars.map(({ value, words }) => [value === null, words])).toEqual([[false, null], [true, 'n = 12, too few']]);
  });
});

describe('labels at the axis', () => {
  test('are as wide as they need within limits, and hold two lines', () => {
    expect(labelWidth(['Billing', 'Moving home'], 190)).toBeLessThan(120);
    expect(labelWidth(['A name that is much longer than any column of labels may be'], 140)).toBe(140);
    expect(cutLabel('Billing', 140)).toBe('Billing');
    expect(cutLabel('Direct debit raised without a reason given', 140)).toMatch(/^Direct debit raised .*…$/);
  });
});
