import { binomialTwoSidedP } from './binomial.ts';
import { clopperPearson } from './clopper-pearson.ts';
import { gammaQuantile } from './incomplete-gamma.ts';
import { usualConf, type Limits } from './limits.ts';
import { available, unavailable, type Outcome } from './outcome.ts';

/** Exact limits of a whole count x, in counts. Source: Garwood 1936, as quantiles of the gamma distribution. */
export function poissonLimits(x: number, conf: number = usualConf): Limits {
  const tail = (1 - conf) / 2;
  return [x === 0 ? 0 : gammaQuantile(tail, x), gammaQuantile(1 - tail, x + 1)];
}

/** Whole counts and their exposures. */
export type TwoRates = { readonly x1: number; readonly t1: number; readonly x2: number; readonly t2: number };

export type RateRatio = Outcome & { readonly rr: number | null; readonly p: number | null; readonly ci: Limits | null };

/**
 * (x1/t1)/(x2/t2) with the exact two-sided p of x1 given x1 + x2, and Clopper-Pearson limits turned into ratios. ZERO_DENOMINATOR
 * without an exposure or with x2 = 0. Source: Przyborowski & Wilenski 1940; R poisson.test.
 */
export function poissonRateRatio({ x1, t1, x2, t2 }: TwoRates, conf: number = usualConf): RateRatio {
  if (t1 === 0 || t2 === 0 || x2 === 0) return { rr: null, p: null, ci: null, ...unavailable('ZERO_DENOMINATOR') };
  const [lo, hi] = clopperPearson({ x: x1, n: x1 + x2, conf }) ?? [0, 1];
  const asRatio = (share: number) => (share / (1 - share)) * (t2 / t1);
  return {
    rr: x1 / t1 / (x2 / t2), p: binomialTwoSidedP(x1, { trials: x1 + x2, chance: t1 / (t1 + t2) }), ci: [asRatio(lo), asRatio(hi)], ...available(),
  };
}
