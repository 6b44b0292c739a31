import { describe, expect, test } from 'vitest';
import { turnAt, turnHeard } from '#renderer/features/listen/timeline/timeline.ts';
import { neighbourTurn, nextTurn, previousTurn } from '#renderer/features/listen/timeline/turn-steps.ts';
import { aTimeline, aTurn } from './listen-samples.ts';

const timeline = aTimeline([['agent', 0, 4000], ['customer', 5000, 9000], ['agent', 9000, 12_000], ['customer', 12_000, 20_000], ['agent', 21_000, 25_000]]);
const step = { timed: timeline.timed, role: 'customer', speed: 1 } as const;

describe('the next customer turn', () => {
  test.each([[0, 1], [4999, 1], [5000, 3], [11_000, 3]])('from %i ms is turn %i', (positionMs, seq) => {
    expect(nextTurn({ ...step, positionMs })?.turn.seq).toBe(seq);
  });

  test('is none after the last', () => {
    expect(nextTurn({ ...step, positionMs: 12_000 })).toBeNull();
  });
});

describe('the previous customer turn', () => {
  test('is the start of the current one when it is well under way', () => {
    expect(previousTurn({ ...step, positionMs: 15_000 })?.turn.seq).toBe(3);
  });

  test('is the one before right after a jump, so that a second press goes further back', () => {
    expect(previousTurn({ ...step, positionMs: 12_400 })?.turn.seq).toBe(1);
  });

  test('allows more time at a higher speed', () => {
    expect(previousTurn({ ...step, positionMs: 13_500 })?.turn.seq).toBe(3);
    expect(previousTurn({ ...step, positionMs: 13_500, speed: 2 })?.turn.seq).toBe(1);
  });

  test('is none before the first', () => {
    expect(previousTurn({ ...step, positionMs: 5000 })).toBeNull();
  });
});

describe('turns without times', () => {
  const turns = [aTurn({ seq: 0 }), aTurn({ seq: 1, role: 'customer' }), aTurn({ seq: 2 }), aTurn({ seq: 3, role: 'customer' })];

  test('are stepped through by their order', () => {
    expect(neighbourTurn(turns, { seq: 1, role: 'customer', by: 1 })?.seq).toBe(3);
    expect(neighbourTurn(turns, { seq: 3, role: 'customer', by: -1 })?.seq).toBe(1);
    expect(neighbourTurn(turns, { seq: 1, role: 'anyone', by: 1 })?.seq).toBe(2);
    expect(neighbourTurn(turns, { seq: 3, role: 'anyone', by: 1 })).toBeNull();
  });
});

test('in a pause nobody speaks, but the last turn is still in the ear', () => {
  expect(turnAt(timeline, 4500)).toBeNull();
  expect(turnHeard(timeline, 4500)?.turn.seq).toBe(0);
  expect(turnHeard(aTimeline([['agent', 1000, 2000]]), 500)).toBeNull();
});
