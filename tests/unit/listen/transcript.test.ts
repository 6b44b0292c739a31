import { describe, expect, test } from 'vitest';
import { clockParts } from '#renderer/features/listen/timeline/clock-parts.ts';
import { momentList, momentStep, notesInOrder } from '#renderer/features/listen/moments/moment-list.ts';
import { currentWordIndex, spokenSpan } from '#renderer/features/listen/transcript/current-word.ts';
import { findMatches, firstMatchFrom, matchStep } from '#renderer/features/listen/transcript/find-matches.ts';
import { momentsByRow, transcriptRows } from '#renderer/features/listen/transcript/transcript-rows.ts';
import type { Quote, Tag } from '#shared/model/moment.ts';
import { aTimeline, aTurn } from './listen-samples.ts';

const aTag = (given: Partial<Tag> & Pick<Tag, 'id'>): Tag => ({
  interactionId: 'i', codeId: 'c', codeKey: 'HO', codeName: 'Long hold', startMs: null, endMs: null, turnSeq: null, charStart: null, charEnd: null,
  note: null, severity: null, outcome: null, createdAt: '2026-11-18T09:00:00.000Z', createdBy: 'me', ...given,
});

describe('the rows of a transcript', () => {
  const timeline = aTimeline([['agent', 0, 4000], ['customer', 30_000, 35_000]], { durationMs: 60_000 });
  const rows = transcriptRows(timeline.timed.map(({ turn }) => turn), timeline.silences);

  test('stand in the order in which they are heard, silences between turns', () => {
    expect(rows.map((row) => row.key)).toEqual(['turn-0', 'silence-4000', 'turn-1', 'silence-35000']);
  });

  test('show a tag at its turn, or at the silence it lies in', () => {
    const byRow = momentsByRow([aTag({ id: 'a', turnSeq: 1, startMs: 30_000 }), aTag({ id: 'b', startMs: 4000, endMs: 30_000 }), aTag({ id: 'c' })], timeline.silences);
    expect([...byRow].map(([key, tags]) => [key, tags.map((tag) => tag.id)])).toEqual([['turn-1', ['a']], ['silence-4000', ['b']]]);
  });

  test('keep turns without times in their order', () => {
    expect(transcriptRows([aTurn({ seq: 0 }), aTurn({ seq: 1 })], []).map((row) => row.key)).toEqual(['turn-0', 'turn-1']);
  });
});

describe('finding words', () => {
  const turns = [aTurn({ seq: 0, text: 'My bill is wrong. The  bill!' }), aTurn({ seq: 1, text: 'Which one? (C++)' }), aTurn({ seq: 2, text: 'İstanbul BILL' })];

  test('gives every place with its offsets in the original text', () => {
    expect(findMatches(turns, 'bill')).toEqual([
      { turnSeq: 0, charStart: 3, charEnd: 7 }, { turnSeq: 0, charStart: 23, charEnd: 27 }, { turnSeq: 2, charStart: 9, charEnd: 13 }]);
  });

  test('takes the words as they are written, white space apart', () => {
    expect(findMatches(turns, 'the bill')).toEqual([{ turnSeq: 0, charStart: 18, charEnd: 27 }]);
    expect(findMatches(turns, '(c++)')).toEqual([{ turnSeq: 1, charStart: 11, charEnd: 16 }]);
    expect(findMatches(turns, '- / .* &')).toEqual([]);
    expect(findMatches(turns, '  ')).toEqual([]);
  });

  test('steps round the ends and starts where one reads', () => {
    expect([matchStep(3, 2, 1), matchStep(3, 0, -1), matchStep(0, -1, 1)]).toEqual([0, 2, -1]);
    const matches = findMatches(turns, 'bill');
    expect([firstMatchFrom(matches, 1), firstMatchFrom(matches, 3), firstMatchFrom([], 0)]).toEqual([2, 0, -1]);
  });
});

describe('words with times', () => {
  const turn = aTurn({ seq: 0, text: 'third time I call', startMs: 900, endMs: 5000, words: [[1000, 1400, 0, 5], [1400, 1800, 6, 10], [2500, 2600, 11, 12], [2600, 3000, 13, 17]] });

  test.each([[999, -1], [1000, 0], [2000, 1], [9000, 3]])('at %i ms the word is number %i', (ms, index) => {
    expect(currentWordIndex(turn.words, ms)).toBe(index);
  });

  test('give a selection its time; without them it is the time of the turn', () => {
    expect(spokenSpan(turn, { charStart: 7, charEnd: 12 })).toEqual({ startMs: 1400, endMs: 2600 });
    expect(spokenSpan({ ...turn, words: null }, { charStart: 7, charEnd: 12 })).toEqual({ startMs: 900, endMs: 5000 });
  });
});

describe('moments', () => {
  const turns = [aTurn({ seq: 0, startMs: 0 }), aTurn({ seq: 1, startMs: 9000, text: 'third time I call' })];
  const quote: Quote = { id: 'q', interactionId: 'i', turnSeq: 1, charStart: 0, charEnd: 10, note: null, createdAt: '', createdBy: '' };
  const moments = momentList({ turns, tags: [aTag({ id: 'late', startMs: 20_000 }), aTag({ id: 'untimed' }), aTag({ id: 'byTurn', turnSeq: 1 })], quotes: [quote] });

  test('are in the order in which they are heard; without a time they come last', () => {
    expect(moments.map((moment) => moment.id)).toEqual(['byTurn', 'q', 'late', 'untimed']);
  });

  test('show the words of a quote', () => {
    expect(moments[1]).toMatchObject({ kind: 'quote', words: 'third time' });
  });

  test('are stepped through from the playhead, those without a time left out', () => {
    expect(momentStep(moments, 9000, 1)?.id).toBe('late');
    expect(momentStep(moments, 20_000, 1)).toBeNull();
    expect(momentStep(moments, 20_000, -1)?.id).toBe('q');
    expect(momentStep(moments, 20_500, -1)?.id).toBe('q');
    expect(momentStep(moments, 0, -1)).toBeNull();
  });

  test('of notes: those on the whole interaction first, then by time', () => {
    const aNote = (id: string, atMs: number | null) => ({ id, interactionId: 'i', atMs, turnSeq: null, text: '', createdAt: '', createdBy: '' });
    expect(notesInOrder([aNote('b', 10), aNote('a', null), aNote('c', 5)]).map((note) => note.id)).toEqual(['a', 'c', 'b']);
  });
});

test.each([[134_999, [0, 2, 14]], [3_734_000, [1, 2, 14]], [-5, [0, 0, 0]]])('%i ms in hours, minutes and seconds is %j', (ms, parts) => {
  expect(Object.values(clockParts(ms))).toEqual(parts);
});
