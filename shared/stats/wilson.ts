import { clamp, usualConf, zFor, type Limits } from './limits.ts';

/** `x` of `n`; both may be fractional when weighted. 0 <= x <= n. */
export type Share = { readonly x: number; readonly n: number; readonly conf?: number };

/**
 * Wilson score interval of a share, without continuity correction; null when n = 0 (ZERO_DENOMINATOR). The lower limit is exactly 0
 * for x = 0 and the upper exactly 1 for x = n. Source: Wilson 1927; Newcombe 1998, Stat Med 17:857, method 3.
 * @example wilson({ x: 81, n: 263 }) // [0.2553, 0.3662]
 */
export function wilson({ x, n, conf = usualConf }: Share): Limits | null {
  if (n <= 0) return null;
  const z2 = zFor(conf) ** 2;
  const p = clamp(x / n, 0, 1);
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Math.sqrt(z2) / (1 + z2 / n)) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  return [p === 0 ? 0 : clamp(centre - half, 0, p), p === 1 ? 1 : clamp(centre + half, p, 1)];
}

/**
 * Size that replaces n when n of a finite population of N were examined, n(N-1)/(N-n); null when all were (nothing is left to
 * estimate). The share itself stays as it is.
 */
export function finitePopulationSize(n: number, population: number): number | null {
  return n >= population ? null : (n * (population - 1)) / (population - n);
}

/** Kish's effective sample size (sum w)^2 / sum w^2; 0 without a positive weight (Kish 1965). */
export function effectiveSize(weights: Iterable<number>): number {
  let total = 0;
  let squares = 0;
  for (const weight of weights) {
    total += weight;
    squares += weight * weight;
  }
  return squares === 0 ? 0 : (total * total) / squares;
}

export type WeightedShare = { readonly share: number | null; readonly n: number; readonly nEff: number; readonly ci: Limits | null };

/** Weighted share with a Wilson interval on Kish's effective n; share and interval are null when the weights sum to 0. */
export function weightedShare(units: readonly { readonly weight: number; readonly isPositive: boolean }[], conf: number = usualConf): WeightedShare {
  const total = units.reduce((sum, unit) => sum + unit.weight, 0);
  if (total === 0) return { share: null, n: units.length, nEff: 0, ci: null };
  const share = units.reduce((sum, unit) => sum + (unit.isPositive ? unit.weight : 0), 0) / total;
  const nEff = effectiveSize(units.map((unit) => unit.weight));
  return { share, n: units.length, nEff, ci: wilson({ x: share * nEff, n: nEff, conf }) };
}
