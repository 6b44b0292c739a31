import { available, ratio, unavailable, type Outcome } from './outcome.ts';

/** x of n examined, out of N in the stratum. */
export type StratumSample = { readonly size: number; readonly n: number; readonly x: number };

/** Share 0..1; `naivePooled` ignores the strata and is for comparison only. */
export type StratifiedProportion = Outcome & { readonly p: number | null; readonly se: number | null; readonly naivePooled: number | null };

/**
 * Share from a stratified sample: weights N_h/N, finite-population correction, variance with n_h - 1. NO_DATA without a stratum,
 * ZERO_DENOMINATOR without a population, NOT_IDENTIFIED when a stratum was not sampled at all; `se` BELOW_MIN_N when one has n < 2.
 * Source: Cochran 1977, ch. 5.
 */
export function stratifiedProportion(strata: readonly StratumSample[]): StratifiedProportion {
  const all = strata.reduce((sum, { size }) => sum + size, 0);
  const naivePooled = ratio(strata.reduce((sum, { x }) => sum + x, 0), strata.reduce((sum, { n }) => sum + n, 0));
  if (strata.length === 0) return { p: null, se: null, naivePooled, ...unavailable('NO_DATA') };
  if (all === 0) return { p: null, se: null, naivePooled, ...unavailable('ZERO_DENOMINATOR') };
  if (strata.some(({ size, n }) => size > 0 && n === 0)) return { p: null, se: null, naivePooled, ...unavailable('NOT_IDENTIFIED') };
  const filled = strata.filter(({ size }) => size > 0);
  const p = filled.reduce((sum, { size, n, x }) => sum + ((size / all) * x) / n, 0);
  if (strata.some(({ n }) => n < 2)) return { p, se: null, naivePooled, ...available({ se: 'BELOW_MIN_N' }) };
  const variance = filled.reduce((sum, { size, n, x }) => {
    const share = x / n;
    return sum + ((size / all) ** 2 * (1 - n / size) * share * (1 - share)) / (n - 1);
  }, 0);
  return { p, se: Math.sqrt(variance), naivePooled, ...available() };
}
