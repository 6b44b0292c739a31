import { describe, expect, test } from 'vitest';
import { longestSilence, silenceAt, skipTarget } from '#renderer/features/listen/timeline/silence.ts';
import { aTimeline } from './listen-samples.ts';

const { silences } = aTimeline([['agent', 3000, 5000], ['customer', 5500, 10_000], ['agent', 40_000, 45_000], ['customer', 43_000, 50_000]], {
  segments: [{ kind: 'hold', startMs: 12_000, endMs: 39_000 }], durationMs: 51_000,
});

describe('silences', () => {
  test('are the gaps of more than 2 s, the lead-in included; overlapping turns leave none', () => {
    expect(silences).toEqual([{ startMs: 0, endMs: 3000, isHold: false }, { startMs: 10_000, endMs: 40_000, isHold: true }]);
  });

  test('of exactly 2 s are not silences', () => {
    expect(aTimeline([['agent', 0, 1000], ['agent', 3000, 4000]]).silences).toEqual([]);
    expect(aTimeline([['agent', 0, 1000], ['agent', 3001, 4000]]).silences).toHaveLength(1);
  });

  test('do not exist where no speech is timed', () => {
    expect(aTimeline([], { durationMs: 60_000 }).silences).toEqual([]);
  });

  test('do not exist between turns whose ends the source did not give', () => {
    expect(aTimeline([['agent', 0, null], ['customer', 30_000, null]]).silences).toEqual([]);
  });

  test('are found by a moment inside them, their end excluded', () => {
    expect(silenceAt(silences, 10_000)?.startMs).toBe(10_000);
    expect(silenceAt(silences, 40_000)).toBeNull();
    expect(silenceAt(silences, 7000)).toBeNull();
  });
});

describe('skipping silence', () => {
  test('leaves 0.3 s: half after the last word and half before the next', () => {
    expect(skipTarget(silences, 10_149)).toBeNull();
    expect(skipTarget(silences, 10_150)).toBe(39_850);
    expect(skipTarget(silences, 39_850)).toBeNull();
  });

  test('does nothing while somebody speaks', () => {
    expect(skipTarget(silences, 7000)).toBeNull();
  });
});

test('the longest silence is the hold', () => {
  expect(longestSilence(silences)?.startMs).toBe(10_000);
  expect(longestSilence([])).toBeNull();
});
