import { describe, expect, test } from 'vitest';
import { silenceParts } from '#engine/metrics/talk/silence-parts.ts';
import type { Stretch } from '#shared/stats/time-set.ts';

/** Agent 5-10, hold 10-40, agent 44-50, customer 58-60, agent 66-70, customer 71-72, agent 90-95; the call ends at 110. */
const speakers = { agent: [[5, 10], [44, 50], [66, 70], [90, 95]] as Stretch[], customer: [[58, 60], [71, 72]] as Stretch[] };
const parts = (limits: { minS?: number; deadAirS?: number } = {}) => silenceParts({ speakers, hold: [[10, 40]], durationS: 110, minS: 3, deadAirS: 10, ...limits });

describe('silence in four', () => {
  test('by who ends it, and by the limit of dead air', () => {
    // 40-44 and 60-66 the agent ends, 50-58 the customer, 72-90 the agent after 18 s; before 5 and after 95 nobody was due; 70-71 is too short.
    expect(parts()).toEqual({ holdS: 30, waitS: 4 + 6, thinkingS: 8, deadAirS: 18 });
  });

  test('the limits are the project’s own', () => {
    expect(parts({ deadAirS: 6 })).toEqual({ holdS: 30, waitS: 4, thinkingS: 8, deadAirS: 6 + 18 });
    expect(parts({ minS: 7 })).toEqual({ holdS: 30, waitS: 0, thinkingS: 8, deadAirS: 18 });
    expect(parts({ minS: 1 })).toMatchObject({ thinkingS: 9 });
  });

  test('holds that overlap count once, and a call without a word has no silence of anybody', () => {
    expect(silenceParts({ speakers: { agent: [], customer: [] }, hold: [[0, 10], [5, 20]], durationS: 60, minS: 3, deadAirS: 10 })).toEqual({ holdS: 20, thinkingS: 0, waitS: 0, deadAirS: 0 });
  });
});
