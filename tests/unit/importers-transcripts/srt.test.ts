import { describe, expect, test } from 'vitest';
import { importOne, sourceOf } from './source-file.ts';

const turnsOf = async (text: string) => (await importOne(sourceOf(text, 'c.srt'))).turns.map((turn) => [turn.speaker, turn.startMs, turn.endMs, turn.text]);

describe('SRT', () => {
  test('numbers, comma times, two lines, CRLF and a mark', async () => {
    expect(await turnsOf('\ufeff1\r\n00:00:01,000 --> 00:00:02,500\r\nAgent: Hello\r\nthere\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nCustomer: Hi\r\n')).toEqual([
      ['Agent', 1000, 2500, 'Hello\nthere'], ['Customer', 3000, 4000, 'Hi'],
    ]);
  });

  test('without numbers, without empty lines, points for commas, short fractions, no hours, positions', async () => {
    expect(await turnsOf('00:01.5 --> 0:02 X1:40 X2:600\n<i>one</i>\n2\n00:00:03.000 --> 00:00:04.000\n{\\an8}two &lt; 3 <3\n')).toEqual([
      ['Speaker', 1500, 2000, 'one'], ['Speaker', 3000, 4000, 'two < 3 <3'],
    ]);
  });

  test('an empty line within a caption does not end it; a number that is spoken stays', async () => {
    expect(await turnsOf('1\n00:00:01,000 --> 00:00:02,000\nyour code is\n\n42\nand a half\n\n2\n00:00:03,000 --> 00:00:04,000\n7\n')).toEqual([
      ['Speaker', 1000, 2000, 'your code is\n42\nand a half'], ['Speaker', 3000, 4000, '7'],
    ]);
  });

  test('>> marks a speaker even when named once', async () => {
    expect(await turnsOf('1\n00:00:01,000 --> 00:00:02,000\n>> ANN: Hi\n\n2\n00:00:02,000 --> 00:00:03,000\nNote: this is no name.\n')).toEqual([
      ['ANN', 1000, 2000, 'Hi'], ['ANN', 2000, 3000, 'Note: this is no name.'],
    ]);
  });
});
