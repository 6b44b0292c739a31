import { describe, expect, test } from 'vitest';
import { displayOf, figureOf, secondsText } from '#renderer/charts/figure-display.ts';
import { tableText } from '#renderer/charts/chart-table.ts';
import { envelope, Reason } from '#shared/model/envelope.ts';
import { aShare, aWriting } from './chart-samples.ts';

const writing = aWriting();

describe('how much of a figure may be shown (metric specification 0.2)', () => {
  test.each([[0, 'none'], [1, 'hidden'], [4, 'hidden'], [5, 'few'], [29, 'few'], [30, 'full'], [1000, 'full']] as const)('n = %i: %s', (n, display) => {
    expect(displayOf(aShare(Math.floor(n / 2), n))).toBe(display);
  });

  test('4 responses: neither value, interval nor n can be read', () => {
    expect(figureOf(aShare(3, 4), writing)).toEqual({ display: 'hidden', value: 'Fewer than 5: not shown', interval: null, n: 'under 5' });
  });

  test('a figure that the engine withheld for so few does not give its n away either', () => {
    expect(figureOf(envelope({ unit: 'share', value: null, n: 2, reason: 'BELOW_MIN_N' }), writing)).toEqual({ display: 'hidden', value: 'Fewer than 5: not shown', interval: null, n: 'under 5' });
  });

  test('29 responses: the counts stand beside the share', () => {
    expect(figureOf(aShare(10, 29), writing)).toMatchObject({ display: 'few', value: '34% (10 of 29)', interval: '29% to 39%', n: '29' });
  });

  test.each(Reason.options)('without a value the reason %s is in words, never 0, NaN or blank', (reason) => {
    const { value } = figureOf(envelope({ unit: 'share', value: null, reason }), writing);
    expect(value).toMatch(/^[A-Z][a-z]+ /);
    expect(value).not.toContain(reason);
  });

  test('points keep their sign in value and interval', () => {
    const gap = envelope({ unit: 'points', value: -4.2, n: 60, ci: { lo: -10.4, hi: 2.2, conf: 0.95, method: 'newcombe-paired' } });
    expect(figureOf(gap, writing)).toMatchObject({ value: '−4 points', interval: '−10 to +2' });
  });
});

describe('seconds', () => {
  test.each([[0.86, '0.9 s'], [22.02, '22 s'], [311.3, '5:11'], [3725, '1:02:05']])('%d is %s', (seconds, words) => {
    expect(secondsText(seconds, writing)).toBe(words);
  });
});

describe('table as text', () => {
  test('tabs and line breaks of imported words do not tear the table, and nothing becomes a formula', () => {
    const text = tableText({ title: 'Finding', subtitle: 'n = 3', table: { columns: [{ id: 'a', label: 'Queue' }, { id: 'b', label: 'n' }], rows: [{ id: '1', cells: ['=HYPERLINK("x")', '3'] }, { id: '2', cells: ['two\twords\nhere', '+4 points'] }] } });
    expect(text.split('\n')).toEqual(['Finding', 'n = 3', 'Queue\tn', '\'=HYPERLINK("x")\t3', 'two words here\t+4 points']);
  });
});
