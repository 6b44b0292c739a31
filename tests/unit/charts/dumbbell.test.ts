import { describe, expect, test } from 'vitest';
import { dumbbellOption } from '#renderer/charts/dumbbell/dumbbell-option.ts';
import { dumbbellRows, sortDumbbell, type DumbbellRow } from '#renderer/charts/dumbbell/dumbbell-rows.ts';
import { dumbbellDescription, dumbbellTable } from '#renderer/charts/dumbbell/dumbbell-words.ts';
import { slideRows } from '#renderer/charts/dumbbell/slide-rows.ts';
import { aSegment, aWriting, canvas, cellOf, nameOf, numbersOf, seriesData } from './chart-samples.ts';

const writing = aWriting();
const names = { of: 'Queue', company: 'We', customer: 'Customers' };
const headings = { gap: 'Gap', n: 'n', unit: 'percent' } as const;
const segments = [
  aSegment('Tariffs', { n: 90, company: 70, customer: 20 }),
  aSegment('Outages', { n: 60, company: 33, customer: 32 }),
  aSegment('Letters', { n: 12, company: 10, customer: 2 }),
  aSegment('Fax', { n: 3, company: 3, customer: 0 }),
];
const rowsOf = (few: 'words' | 'faint' = 'words'): DumbbellRow[] => sortDumbbell(dumbbellRows(segments, { writing, few, nameOf: (segment) => segment ?? 'Not known' }), 'gap');

describe('dumbbell', () => {
  test('picture, table and description show the same numbers', () => {
    const rows = rowsOf();
    const table = dumbbellTable(rows, names, writing);
    const description = dumbbellDescription(rows, names, writing);
    const option = dumbbellOption(rows, headings, canvas);
    for (const side of ['company', 'customer'] as const) {
      const drawn = seriesData(option, side);
      expect(drawn.map(nameOf)).toEqual(['Tariffs', 'Outages']);
      for (const item of drawn) {
        const [, at, lo, hi] = numbersOf(item);
        expect(`${Math.round(at ?? NaN)}%`).toBe(cellOf(table, nameOf(item), side));
        expect(`${Math.round(lo ?? NaN)}% to ${Math.round(hi ?? NaN)}%`).toBe(cellOf(table, nameOf(item), `${side}Interval`));
      }
    }
    expect(cellOf(table, 'Tariffs', 'company')).toBe('78%');
    expect(cellOf(table, 'Tariffs', 'customer')).toBe('22%');
    expect(cellOf(table, 'Tariffs', 'gap')).toBe('+56 points');
    expect(cellOf(table, 'Tariffs', 'n')).toBe('90');
    expect(description).toContain('Tariffs: we 78%, customers 22%, gap +56 points (95% interval +50 to +62, n = 90).');
    const ends = JSON.stringify(option.yAxis);
    for (const row of ['Tariffs', 'Outages']) {
      for (const column of ['gap', 'gapInterval', 'n']) expect(ends).toContain(cellOf(table, row, column));
    }
  });

  test('a row under 30 has words and no marks, and stays in the table', () => {
    const rows = rowsOf();
    const letters = rows.find(({ id }) => id === 'Letters');
    expect(letters).toMatchObject({ company: null, customer: null, words: 'n = 12, too few' });
    const table = dumbbellTable(rows, names, writing);
    expect(cellOf(table, 'Letters', 'company')).toBe('83% (10 of 12)');
    expect(numbersOf(seriesData(dumbbellOption(rows, headings, canvas), 'connector')[rows.findIndex(({ id }) => id === 'Letters')]).slice(1)).toEqual([NaN, NaN]);
    expect(dumbbellDescription(rows, names, writing)).toContain('Too few to draw: Fax and Letters.');
  });

  test('under 5 nothing of the values can be read anywhere', () => {
    const rows = rowsOf('faint');
    const fax = rows.find(({ id }) => id === 'Fax');
    const table = dumbbellTable(rows, names, writing);
    expect(fax).toMatchObject({ company: null, customer: null, gap: null });
    expect(['company', 'customer', 'gap'].map((column) => cellOf(table, 'Fax', column))).toEqual(Array.from({ length: 3 }, () => 'Fewer than 5: not shown'));
    expect(cellOf(table, 'Fax', 'n')).toBe('under 5');
    expect(JSON.stringify(dumbbellOption(rows, headings, canvas))).not.toContain('100 points');
  });

  test('a poll of few is drawn in grey with its counts', () => {
    const letters = rowsOf('faint').find(({ id }) => id === 'Letters');
    expect(letters?.company).toMatchObject({ isFaint: true, text: '83% (10 of 12)' });
    expect(letters?.words).toBeNull();
  });

  test('rows with marks come first, by the wish; the others by name', () => {
    const rows = dumbbellRows(segments, { writing, few: 'words', nameOf: (segment) => segment ?? '' });
    expect(sortDumbbell(rows, 'gap').map(({ id }) => id)).toEqual(['Tariffs', 'Outages', 'Fax', 'Letters']);
    expect(sortDumbbell(rows, 'name').map(({ id }) => id)).toEqual(['Fax', 'Letters', 'Outages', 'Tariffs']);
    expect(sortDumbbell(rows, 'n').map(({ id }) => id)).toEqual(['Tariffs', 'Outages', 'Fax', 'Letters']);
  });

  test('one side missing is said, not drawn as 0', () => {
    const [row] = dumbbellRows([{ ...aSegment('Chat', { n: 40, company: 30, customer: 10 }), customer: aSegment('x', { n: 0, company: 0, customer: 0 }).customer, gap: aSegment('x', { n: 0, company: 0, customer: 0 }).gap }], { writing, few: 'words', nameOf: String });
    expect(row).toMatchObject({ words: 'No customer answered', company: null, customer: null });
    expect(row?.figures.customer.value).toBe('No data for this yet');
  });

  test('the scale is fixed at 0 to 100', () => {
    expect(dumbbellOption(rowsOf(), headings, canvas).xAxis).toMatchObject({ min: 0, max: 100 });
  });

  test('a slide draws the rows that it carries, with the interval of the gap', () => {
    const rows = slideRows([{ label: 'Tariffs', company: 0.7778, customer: 0.2222, gap: 55.56, lo: 41.94, hi: 65.95, n: 90 }, { label: 'Fax', company: null, customer: null, gap: null, lo: null, hi: null, n: 3 }], writing);
    const table = dumbbellTable(rows, names, writing);
    expect([cellOf(table, 'Tariffs', 'company'), cellOf(table, 'Tariffs', 'gap'), cellOf(table, 'Tariffs', 'gapInterval')]).toEqual(['78%', '+56 points', '+42 to +66']);
    expect(seriesData(dumbbellOption(rows, headings, canvas), 'company').map((item) => Math.round(numbersOf(item)[1] ?? NaN))).toEqual([78]);
    expect(rows[1]?.words).toBe('n = 3, too few');
  });
});
