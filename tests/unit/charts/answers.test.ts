import { describe, expect, test } from 'vitest';
import { answerOption } from '#renderer/charts/answers/answer-option.ts';
import { answerSpread, spreadDescription, spreadFinding, spreadTable } from '#renderer/charts/answers/answer-spread.ts';
import { aWriting, canvas, cellOf } from './chart-samples.ts';

const writing = aWriting();
const share = (value: number): string => `${Math.round(value * 100)}%`;
const words = { nameOf: String, share, part: (name: string, part: string) => `${name}: ${part}` };

describe('spread of answers', () => {
  const five = answerSpread([{ label: '1', n: 20 }, { label: '3', n: 10 }, { label: '4', n: 30 }, { label: '5', n: 40 }]);

  test('five steps stand on one bar of 100 %, the step that nobody chose among them', () => {
    const series = answerOption(five, words, canvas).series as readonly { name: string; data: readonly { value: number }[] }[];
    const table = spreadTable(five, String, writing);
    expect(series.map(({ name }) => name)).toEqual(['1', '2', '3', '4', '5']);
    expect(series.reduce((sum, { data }) => sum + (data[0]?.value ?? NaN), 0)).toBeCloseTo(100, 9);
    for (const { name, data } of series) expect(share((data[0]?.value ?? NaN) / 100)).toBe(cellOf(table, name, 'share'));
    expect(spreadFinding(five, String, writing)).toBe('70% answered 4 or 5, 20% answered 1 or 2');
    expect(spreadDescription(five, String, writing)).toContain('4: 30 (30%).');
  });

  test('other scales are bars, with their gaps filled', () => {
    const nps = answerSpread([{ label: '0', n: 10 }, { label: '3', n: 25 }, { label: '10', n: 15 }]);
    const [bars] = answerOption(nps, words, canvas).series as readonly { data: readonly { name: string; value: number }[] }[];
    const table = spreadTable(nps, String, writing);
    expect(nps.entries).toHaveLength(11);
    for (const { name, value } of bars?.data ?? []) expect(String(value)).toBe(cellOf(table, name, 'n'));
    expect(bars?.data).toHaveLength(11);
    expect(spreadFinding(nps, String, writing)).toBe('The most frequent is 3: 50% (25)');
  });

  test('all the same, fewer than 5 and none each have their words', () => {
    expect(spreadFinding(answerSpread([{ label: '5', n: 40 }]), String, writing)).toBe('All 40 answers are the same: 5');
    const few = answerSpread([{ label: '1', n: 1 }, { label: '5', n: 3 }]);
    expect(spreadFinding(few, String, writing)).toBe('Fewer than 5 answers: not shown');
    expect(spreadTable(few, String, writing).rows).toEqual([]);
    expect(spreadFinding(answerSpread([]), String, writing)).toBe('No answers yet');
  });
});
