import { bootstrapMean } from './bootstrap.ts';
import { mean, skewness, variance } from './descriptive.ts';
import { usualConf, type Limits } from './limits.ts';
import { tQuantile } from './student-t.ts';

/** `method` names the interval: Student's t, or the percentile bootstrap with the seed that reprints it. */
export type MeanInterval = { readonly mean: number; readonly ci: Limits | null; readonly method: 't' | 'bootstrap' };

/**
 * Mean with the interval the house uses: Student's t with at least 30 values of skewness below 2, else the percentile bootstrap.
 * Null of nothing; a single value has no interval.
 */
export function meanInterval(values: readonly number[], seed: number, conf: number = usualConf): MeanInterval | null {
  const centre = mean(values);
  const squareSd = variance(values);
  if (centre === null) return null;
  if (squareSd === null) return { mean: centre, ci: null, method: 'bootstrap' };
  if (values.length >= 30 && Math.abs(skewness(values) ?? 0) < 2) {
    const half = tQuantile((1 + conf) / 2, values.length - 1) * Math.sqrt(squareSd / values.length);
    return { mean: centre, ci: [centre - half, centre + half], method: 't' };
  }
  return { mean: centre, ci: bootstrapMean({ values, seed, conf }).percentileCi, method: 'bootstrap' };
}
