import { describe, expect, test } from 'vitest';
import { differenceDescription, differenceFinding, differenceRows, differenceTable, type Difference } from '#renderer/charts/non-response/difference-rows.ts';
import { differenceOption } from '#renderer/charts/non-response/difference-option.ts';
import { aWriting, canvas, cellOf, nameOf, numbersOf, seriesData } from './chart-samples.ts';

const writing = aWriting();
const differences: Difference[] = [
  { name: 'qualityScore', responders: 81.2, others: 80.9, smd: 0.04, flag: 'none' },
  { name: 'channel:chat', responders: 0.1, others: 0.28, smd: -0.46, flag: 'red' },
  { name: 'handleSeconds', responders: 310, others: 280, smd: 0.15, flag: 'flag' },
  { name: 'tenureDays', responders: null, others: null, smd: null, flag: 'none' },
];
const rows = differenceRows(differences, writing);
const table = differenceTable(rows, writing);

describe('who did not answer', () => {
  test('dots, table and description show the same numbers, the largest first', () => {
    const drawn = seriesData(differenceOption(rows, { axis: 'x', number: String }, canvas), 'differences');
    expect(drawn.map(nameOf)).toEqual(['channel:chat', 'handleSeconds', 'qualityScore']);
    for (const item of drawn) expect(String(numbersOf(item)[0]).replace('-', '−')).toBe(cellOf(table, nameOf(item), 'smd'));
    expect(cellOf(table, 'channel:chat', 'responders')).toBe('10%');
    expect(cellOf(table, 'handleSeconds', 'others')).toBe('4:40');
    expect(differenceDescription(rows, writing)).toContain('Channel: Chat: 10% of those who answered, 28% of the others, standardised difference −0.46.');
  });

  test('the finding names what differs most, and says when nothing does', () => {
    expect(differenceFinding(rows, writing)).toBe('The survey does not stand for everyone; those who answered differ a lot: Channel: Chat');
    expect(differenceFinding(rows.filter(({ flag }) => flag !== 'red'), writing)).toContain('differ somewhat: Handle time');
    expect(differenceFinding(rows.filter(({ flag }) => flag === 'none'), writing)).toContain('look like those who did not');
    expect(differenceFinding([], writing)).toBe('There is nothing to compare those who answered with');
  });

  test('the shape tells the size of a difference without colour', () => {
    const shapes = seriesData(differenceOption(rows, { axis: 'x', number: String }, canvas), 'differences') as readonly { symbol: string; itemStyle: { color: string; borderColor: string } }[];
    expect(shapes.map(({ symbol }) => symbol)).toEqual(['diamond', 'circle', 'circle']);
    expect(shapes[1]?.itemStyle.color).not.toBe(shapes[2]?.itemStyle.color);
  });
});
