import { mean, variance } from './descriptive.ts';
import { usualConf, type Limits } from './limits.ts';
import { available, unavailable, type Outcome } from './outcome.ts';
import { tQuantile } from './student-t.ts';

/** Values of one independent group and what its mean is multiplied by: 1 and -1 for a difference of two means. */
export type WeightedGroup = { readonly values: readonly number[]; readonly weight: number };

export type MeanContrast = Outcome & { readonly estimate: number | null; readonly ci: Limits | null };

/**
 * Sum of weight x mean over independent groups with its interval, in the unit of the values; the groups' variances may
 * differ (Welch 1947; degrees of freedom after Satterthwaite 1946). Two groups with weights 1 and -1 are Welch's
 * difference, four with 1, -1, -1, 1 the difference in differences. BELOW_MIN_N when a group has fewer than two values;
 * without any variation there is an estimate and no interval.
 */
export function meanContrast(groups: readonly WeightedGroup[], conf: number = usualConf): MeanContrast {
  let [estimate, square, denominator] = [0, 0, 0];
  for (const { values, weight } of groups) {
    const [centre, spread] = [mean(values), variance(values)];
    if (centre === null || spread === null || values.length < 2) return { estimate: null, ci: null, ...unavailable('BELOW_MIN_N') };
    const part = (weight * weight * spread) / values.length;
    estimate += weight * centre;
    square += part;
    denominator += (part * part) / (values.length - 1);
  }
  if (square === 0 || denominator === 0) return { estimate, ci: null, ...available() };
  const half = tQuantile((1 + conf) / 2, (square * square) / denominator) * Math.sqrt(square);
  return { estimate, ci: [estimate - half, estimate + half], ...available() };
}
