import { betaTailsAt } from './incomplete-beta.ts';
import { available, unavailable, type Outcome } from './outcome.ts';

/** Whole counts and the exposure (coded contacts) they came from; exposures > 0 are not needed to be whole. */
export type CountPair = {
  readonly baselineCount: number; readonly baselineExposure: number; readonly currentCount: number; readonly currentExposure: number;
};

/** `rateRatio` current over baseline. */
export type EmergingTest = Outcome & { readonly pUpperMid: number | null; readonly pUpper: number | null; readonly rateRatio: number | null };

/**
 * Is the current rate higher than the baseline's? Given the sum of both counts the current one is binomial with chance
 * E/(E+E0): upper tail and its mid-P. ZERO_DENOMINATOR without an exposure; the ratio alone without a baseline count.
 * Source: Przyborowski & Wilenski 1940.
 */
export function emergingIssueTest({ baselineCount, baselineExposure, currentCount, currentExposure }: CountPair): EmergingTest {
  if (baselineExposure === 0 || currentExposure === 0) {
    return { pUpperMid: null, pUpper: null, rateRatio: null, ...unavailable('ZERO_DENOMINATOR') };
  }
  const all = baselineExposure + currentExposure;
  const chance = { x: currentExposure / all, y: baselineExposure / all };
  const pUpper = currentCount === 0 ? 1 : betaTailsAt({ ...chance, a: currentCount, b: baselineCount + 1 }).lower;
  const above = baselineCount === 0 ? 0 : betaTailsAt({ ...chance, a: currentCount + 1, b: baselineCount }).lower;
  const rateRatio = baselineCount === 0 ? null : currentCount / currentExposure / (baselineCount / baselineExposure);
  return { pUpperMid: (pUpper + above) / 2, pUpper, rateRatio, ...available(rateRatio === null ? { rateRatio: 'ZERO_DENOMINATOR' } : {}) };
}

/** Lower-tail mid-P of the same comparison: has the rate fallen since a change? Null without an exposure. */
export function verifiedFallTest({ baselineCount, baselineExposure, currentCount, currentExposure }: CountPair): number | null {
  return emergingIssueTest({
    baselineCount: currentCount, baselineExposure: currentExposure, currentCount: baselineCount, currentExposure: baselineExposure,
  }).pUpperMid;
}

/**
 * Over-dispersion of weekly counts around one common rate, max(1, Pearson chi-squared / (weeks - 1)). Above 1.2 the binomial p of
 * the test is too small and Laney limits take its place. Null below two weeks with exposure.
 */
export function overDispersion(weeks: readonly { readonly count: number; readonly exposure: number }[]): number | null {
  const used = weeks.filter((week) => week.exposure > 0);
  const counts = used.reduce((sum, week) => sum + week.count, 0);
  const exposure = used.reduce((sum, week) => sum + week.exposure, 0);
  if (used.length < 2) return null;
  if (counts === 0) return 1;
  const pearson = used.reduce((sum, week) => {
    const expected = (week.exposure * counts) / exposure;
    return sum + (week.count - expected) ** 2 / expected;
  }, 0);
  return Math.max(1, pearson / (used.length - 1));
}

/** Expected count under the baseline rate, subtracted from what came: extra contacts of the current period. */
export function excessCount({ baselineCount, baselineExposure, currentCount, currentExposure }: CountPair): number | null {
  return baselineExposure === 0 ? null : currentCount - (currentExposure * baselineCount) / baselineExposure;
}
