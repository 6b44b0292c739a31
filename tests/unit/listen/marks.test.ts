import { expect, test } from 'vitest';
import { markedIn, markedOut, markedSpan, noMarks } from '#renderer/features/listen/tagging/marks.ts';

test('a start and an end make the span of the next tag', () => {
  expect(markedSpan(markedOut(markedIn(noMarks, 1000), 5000), 9000)).toEqual({ startMs: 1000, endMs: 5000 });
});

test('a start alone reaches to the moment of the press', () => {
  expect(markedSpan(markedIn(noMarks, 1000), 9000)).toEqual({ startMs: 1000, endMs: 9000 });
});

test('without a start there is no span', () => {
  expect(markedSpan(noMarks, 9000)).toBeNull();
  expect(markedSpan(markedOut(noMarks, 5000), 9000)).toBeNull();
});

test('a mark drops the other one when they would be the wrong way round', () => {
  expect(markedIn(markedOut(noMarks, 5000), 6000)).toEqual({ inMs: 6000, outMs: null });
  expect(markedOut(markedIn(noMarks, 6000), 5000)).toEqual({ inMs: null, outMs: 5000 });
});
