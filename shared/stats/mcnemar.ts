import { binomialLower, binomialProbability } from './binomial.ts';
import { chiSquaredUpper } from './incomplete-gamma.ts';

/** p-values of the paired test; `z` is positive when the first side says yes more often. Never null. */
export type McNemar = {
  readonly pMid: number; readonly pExact: number; readonly pAsymptotic: number; readonly pContinuity: number;
  readonly z: number; readonly chi2: number;
};

/**
 * McNemar's test of b (yes on the first side only) against c (on the second only), whole counts. Mid-P is the one to report;
 * `pContinuity` is for comparison. No disagreement gives p = 1. Source: McNemar 1947; Fagerland, Lydersen & Laake 2013.
 */
export function mcnemar(b: number, c: number): McNemar {
  const n = b + c;
  if (n === 0) return { pMid: 1, pExact: 1, pAsymptotic: 1, pContinuity: 1, z: 0, chi2: 0 };
  const z = (b - c) / Math.sqrt(n);
  const corrected = Math.max(0, Math.abs(b - c) - 1) / Math.sqrt(n);
  const coin = { trials: n, chance: 0.5 };
  const smaller = Math.min(b, c);
  const point = binomialProbability(smaller, coin);
  const twoTails = 2 * binomialLower(smaller, coin);
  const isTie = b === c;
  return {
    pMid: isTie ? 1 - point / 2 : Math.min(1, twoTails - point),
    pExact: isTie ? 1 : Math.min(1, twoTails),
    pAsymptotic: chiSquaredUpper(z * z, 1),
    pContinuity: chiSquaredUpper(corrected * corrected, 1),
    z, chi2: z * z,
  };
}
