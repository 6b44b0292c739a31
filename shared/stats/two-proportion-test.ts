import { fisherExact } from './fisher.ts';
import { normalUpper } from './normal.ts';
import type { TwoShares } from './newcombe.ts';

/** `z` is null with Fisher's test. */
export type TwoProportionTest = { readonly method: 'z' | 'fisher'; readonly z: number | null; readonly p: number };

/** Smallest expected count of the 2x2 table under equal shares. */
function smallestExpected({ x1, n1, x2, n2 }: TwoShares): number {
  const share = (x1 + x2) / (n1 + n2);
  return Math.min(n1, n2) * Math.min(share, 1 - share);
}

/** Pooled two-proportion z, positive when the first share is larger; null when a sample is empty or nobody varies. */
export function twoProportionZ({ x1, n1, x2, n2 }: TwoShares): number | null {
  if (n1 === 0 || n2 === 0) return null;
  const pooled = (x1 + x2) / (n1 + n2);
  const variance = pooled * (1 - pooled) * (1 / n1 + 1 / n2);
  return variance === 0 ? null : (x1 / n1 - x2 / n2) / Math.sqrt(variance);
}

/** Two independent shares compared: pooled z when every expected count is at least 5, else Fisher's exact test. Null when a sample is empty. Whole counts. */
export function twoProportionTest(shares: TwoShares): TwoProportionTest | null {
  const { x1, n1, x2, n2 } = shares;
  if (n1 === 0 || n2 === 0) return null;
  const z = twoProportionZ(shares);
  if (z !== null && smallestExpected(shares) >= 5) return { method: 'z', z, p: Math.min(1, 2 * normalUpper(Math.abs(z))) };
  return { method: 'fisher', z: null, p: fisherExact([[x1, n1 - x1], [x2, n2 - x2]]) ?? 1 };
}
