import type { Limits } from './limits.ts';
import { usualConf } from './limits.ts';
import { at } from './element.ts';
import { available, unavailable, type Outcome } from './outcome.ts';
import { mulberry32, randomIndex } from './prng.ts';
import { mean, quantileOfSorted, squaredDeviations, sum } from './descriptive.ts';

/** Resamples where none is asked for. */
export const usualResamples = 2000;

export type Resampling = { readonly resamples?: number; readonly seed: number; readonly conf?: number };

/** `replicates` are sorted; `ci` and `se` are null with fewer than two of them. */
export type BootstrapResult = {
  readonly estimate: number | null; readonly se: number | null; readonly ci: Limits | null; readonly replicates: Float64Array;
};

function percentileLimits(sorted: Float64Array, conf: number): Limits | null {
  const lo = quantileOfSorted(sorted, (1 - conf) / 2);
  const hi = quantileOfSorted(sorted, (1 + conf) / 2);
  return lo === null || hi === null ? null : [lo, hi];
}

/** Standard deviation of the replicates, divisor B - 1. */
function spread(replicates: Float64Array): number | null {
  const centre = sum(replicates) / replicates.length;
  let squares = 0;
  for (const value of replicates) squares += (value - centre) ** 2;
  return replicates.length < 2 ? null : Math.sqrt(squares / (replicates.length - 1));
}

/**
 * Percentile bootstrap of any statistic of independent units: each resample draws n units with replacement, index floor(u n) in
 * order, from mulberry32. Resamples for which the statistic is null are left out. Source: Efron & Tibshirani 1993.
 */
export function bootstrap<Unit>(
  units: readonly Unit[], statistic: (units: readonly Unit[]) => number | null, how: Resampling,
): BootstrapResult {
  const next = mulberry32(how.seed);
  const found: number[] = [];
  const resample = [...units];
  for (let b = 0; b < (how.resamples ?? usualResamples) && units.length > 0; b += 1) {
    for (let i = 0; i < units.length; i += 1) resample[i] = at(units, randomIndex(next, units.length));
    const value = statistic(resample);
    if (value !== null) found.push(value);
  }
  const replicates = Float64Array.from(found).sort();
  const isEnough = replicates.length >= 2;
  return {
    estimate: units.length === 0 ? null : statistic(units),
    se: isEnough ? spread(replicates) : null,
    ci: isEnough ? percentileLimits(replicates, how.conf ?? usualConf) : null,
    replicates,
  };
}

export type BootstrapMean = Outcome & {
  readonly mean: number | null; readonly bootSe: number | null; readonly pluginSe: number | null; readonly percentileCi: Limits | null;
};

/** One pass over all resamples of a mean; kept apart from `bootstrap` because it needs no resample in memory. */
function resampledMeans(values: readonly number[], resamples: number, seed: number): Float64Array {
  const next = mulberry32(seed);
  const source = Float64Array.from(values);
  const means = new Float64Array(resamples);
  for (let b = 0; b < resamples; b += 1) {
    let total = 0;
    for (let i = 0; i < source.length; i += 1) total += source[Math.floor(next() * source.length)] ?? 0;
    means[b] = total / source.length;
  }
  return means.sort();
}

/**
 * Bootstrap of a mean, in the unit of `values`: standard error over `resamples` draws (divisor B - 1), plug-in standard error
 * sqrt(sum (x - mean)^2) / n, percentile interval (quantile type 7). NO_DATA of nothing; `bootSe` needs two resamples.
 */
export function bootstrapMean({ values, resamples = usualResamples, seed, conf = usualConf }: Resampling & { values: readonly number[] }): BootstrapMean {
  const centre = mean(values);
  if (centre === null) return { mean: null, bootSe: null, pluginSe: null, percentileCi: null, ...unavailable('NO_DATA') };
  const means = resampledMeans(values, resamples, seed);
  const bootSe = spread(means);
  return {
    mean: centre, bootSe,
    pluginSe: Math.sqrt(squaredDeviations(values)) / values.length,
    percentileCi: percentileLimits(means, conf),
    ...available(bootSe === null ? { bootSe: 'BELOW_MIN_N' } : {}),
  };
}
