import { describe, expect, test } from 'vitest';
import { interruptions, longestMonologueS, overlapS, responseLatencyS, speechOf } from '#engine/metrics/talk/turn-taking.ts';
import type { Stretch } from '#shared/stats/time-set.ts';

const none: Stretch[] = [];

describe('speech', () => {
  test('gaps under 0.3 s are no gaps, sounds under 0.2 s no speech', () => {
    expect(speechOf([[0, 2], [2.2, 4], [5, 5.1], [8, 9]])).toEqual([[0, 4], [8, 9]]);
  });
});

describe('talking at once', () => {
  test('counts overlaps from the limit on', () => {
    const speakers = { agent: [[0, 10], [20, 30]] as Stretch[], customer: [[9.7, 15], [28, 33]] as Stretch[] };
    expect(overlapS(speakers, 0)).toBeCloseTo(2.3, 9);
    expect(overlapS(speakers, 0.5)).toBeCloseTo(2, 9);
    expect(overlapS(speakers, 3)).toBe(0);
  });
});

describe('interruptions by the agent', () => {
  const customer: Stretch[] = [[0, 10]];
  test.each([
    ['the customer had more to say and gave way', [[8.5, 14]], 1],
    ['the customer was nearly done', [[9.2, 14]], 0],
    ['the customer went on', [[5, 14]], 0],
    ['a short "yes" asks for nothing', [[8.5, 9.3]], 0],
    ['the agent began first', [[0, 3]], 0],
  ] as [string, Stretch[], number][])('%s', (_, agent, expected) => {
    expect(interruptions({ agent, customer })).toBe(expected);
  });
});

describe('the agent\'s longest run', () => {
  test('a backchannel does not end it, an answer does', () => {
    expect(longestMonologueS({ agent: [[0, 10], [11, 20], [25, 30]], customer: [[10.2, 10.8], [20.5, 24.5]] })).toBe(20);
    expect(longestMonologueS({ agent: [[0, 10], [16, 20]], customer: [[10.5, 15.5]] })).toBe(10);
    expect(longestMonologueS({ agent: none, customer: [[0, 3]] })).toBeNull();
  });
});

describe('how long the customer waits for an answer', () => {
  test('median from the end of what was said to the beginning of the answer', () => {
    expect(responseLatencyS({ customer: [[0, 5], [10, 15], [20, 25]], agent: [[6, 9], [15.5, 19], [27, 30]] })).toBe(1);
  });
  test('where the agent spoke across the end, or never answered, there is no wait', () => {
    expect(responseLatencyS({ customer: [[0, 5]], agent: [[4, 9]] })).toBeNull();
    expect(responseLatencyS({ customer: [[0, 5]], agent: none })).toBeNull();
    expect(responseLatencyS({ customer: [[0, 5], [7, 12]], agent: [[13, 14]] })).toBe(1);
  });
});
