import { available, ratio, unavailable, type Outcome } from './outcome.ts';

/** Yes and no counts of two groups in one stratum. */
export type GapStratum = { readonly g1Yes: number; readonly g1No: number; readonly g2Yes: number; readonly g2No: number };

/** Shares 0..1, group 1 minus group 2. `strataUsed` counts those with both sides; the others enter nothing. */
export type StratifiedGap = Outcome & {
  readonly standardisedGap: number | null; readonly rawGap: number | null; readonly mantelHaenszelOr: number | null; readonly strataUsed: number;
};

function sizes({ g1Yes, g1No, g2Yes, g2No }: GapStratum): { n1: number; n2: number; n: number } {
  return { n1: g1Yes + g1No, n2: g2Yes + g2No, n: g1Yes + g1No + g2Yes + g2No };
}

function total(strata: readonly GapStratum[], part: (stratum: GapStratum) => number): number {
  return strata.reduce((sum, stratum) => sum + part(stratum), 0);
}

/**
 * Mix-adjusted gap sum N_s/N (p1_s - p2_s) beside the pooled one, and the common odds ratio: shows Simpson's paradox. A stratum
 * with an empty side is dropped; NOT_IDENTIFIED when none is left. Sources: Mantel & Haenszel 1959; Bickel et al. 1975.
 */
export function stratifiedGap(strata: readonly GapStratum[]): StratifiedGap {
  const used = strata.filter((stratum) => sizes(stratum).n1 > 0 && sizes(stratum).n2 > 0);
  if (used.length === 0) {
    return { standardisedGap: null, rawGap: null, mantelHaenszelOr: null, strataUsed: 0, ...unavailable('NOT_IDENTIFIED') };
  }
  const n = total(used, (s) => sizes(s).n);
  const gapOf = (s: GapStratum) => s.g1Yes / sizes(s).n1 - s.g2Yes / sizes(s).n2;
  const pooled = {
    g1Yes: total(used, (s) => s.g1Yes), g1No: total(used, (s) => s.g1No),
    g2Yes: total(used, (s) => s.g2Yes), g2No: total(used, (s) => s.g2No),
  };
  const odds = ratio(total(used, (s) => (s.g1Yes * s.g2No) / sizes(s).n), total(used, (s) => (s.g1No * s.g2Yes) / sizes(s).n));
  return {
    standardisedGap: total(used, (s) => (sizes(s).n / n) * gapOf(s)),
    rawGap: gapOf(pooled), mantelHaenszelOr: odds, strataUsed: used.length,
    ...available(odds === null ? { mantelHaenszelOr: 'ZERO_DENOMINATOR' } : {}),
  };
}
