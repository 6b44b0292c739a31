import { describe, expect, test } from 'vitest';
import { anchorMs, placeAt, placeOfRange } from '#renderer/features/listen/tagging/anchor.ts';
import { aTimeline } from './listen-samples.ts';

describe('the anchor of a tag', () => {
  const press = { positionMs: 10_000, speed: 1, isPlaying: true, lagMs: 1200 };

  test.each([
    ['the reaction lag before the playhead while playing', press, 8800],
    ['the lag times the speed: faster speech runs further ahead of the hand', { ...press, speed: 2 }, 7600],
    ['the playhead itself when paused', { ...press, isPlaying: false }, 10_000],
    ['never before the start', { ...press, positionMs: 500 }, 0],
    ['the playhead with the lag set to nothing', { ...press, lagMs: 0 }, 10_000],
  ])('is %s', (_name, given, expected) => {
    expect(anchorMs(given)).toBe(expected);
  });
});

describe('the place of a tag', () => {
  const timeline = aTimeline([['agent', 0, 4000], ['customer', 4500, 9000], ['agent', 30_000, 34_000]], {
    segments: [{ kind: 'hold', startMs: 9500, endMs: 29_500 }], durationMs: 40_000,
  });

  test('is the whole turn that contains the anchor', () => {
    expect(placeAt(timeline, 8800)).toEqual({ startMs: 4500, endMs: 9000, turnSeq: 1, charStart: null, charEnd: null });
  });

  test('is the turn just heard in a short pause', () => {
    expect(placeAt(timeline, 4200).turnSeq).toBe(0);
  });

  test('is the whole hold in a hold, without a turn', () => {
    expect(placeAt(timeline, 15_000)).toEqual({ startMs: 9000, endMs: 30_000, turnSeq: null, charStart: null, charEnd: null });
  });

  test('is the turn that began last where two overlap', () => {
    const overlapping = aTimeline([['agent', 0, 10_000], ['customer', 3000, 4000], ['customer', 6000, 7000]]);
    expect(placeAt(overlapping, 3500).turnSeq).toBe(1);
    expect(placeAt(overlapping, 5000).turnSeq).toBe(0);
  });

  test('is the bare moment where nothing is transcribed', () => {
    expect(placeAt(aTimeline([], { durationMs: 9000 }), 1234.6)).toEqual({ startMs: 1235, endMs: 1235, turnSeq: null, charStart: null, charEnd: null });
  });

  test('of a marked range is the range, and names the turn it begins in', () => {
    expect(placeOfRange(timeline, { startMs: 5000, endMs: 31_000 })).toEqual({ startMs: 5000, endMs: 31_000, turnSeq: 1, charStart: null, charEnd: null });
    expect(placeOfRange(timeline, { startMs: 12_000, endMs: 31_000 }).turnSeq).toBeNull();
  });
});
