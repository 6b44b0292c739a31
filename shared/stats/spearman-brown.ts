import { available, unavailable, type Outcome } from './outcome.ts';

export type RatingsNeeded = Outcome & { readonly k: number | null; readonly kExact: number | null };

/**
 * Ratings to average so that a mean reaches the reliability `target`: rho (1 - icc) / (icc (1 - rho)), rounded up, at least 1.
 * NOT_IDENTIFIED when icc <= 0 (no number of ratings would do) or target >= 1. Source: Spearman 1910; Brown 1910.
 */
export function ratingsNeeded(iccSingle: number, target: number): RatingsNeeded {
  if (iccSingle <= 0 || target >= 1) return { k: null, kExact: null, ...unavailable('NOT_IDENTIFIED') };
  const kExact = (target * (1 - iccSingle)) / (iccSingle * (1 - target));
  return { k: Math.max(1, Math.ceil(kExact - 1e-9)), kExact, ...available() };
}

/** Reliability of the mean of k ratings, from that of one: k icc / (1 + (k-1) icc). */
export function reliabilityOfMean(iccSingle: number, k: number): number {
  return (k * iccSingle) / (1 + (k - 1) * iccSingle);
}
