import { betaQuantile } from './incomplete-beta.ts';
import { usualConf, type Limits } from './limits.ts';
import type { Share } from './wilson.ts';

/**
 * Exact binomial interval of x of n: covers at least `conf`, hence for compliance audits only. Null when n = 0.
 * Source: Clopper & Pearson 1934, as quantiles of the beta distribution.
 */
export function clopperPearson({ x, n, conf = usualConf }: Share): Limits | null {
  if (n <= 0) return null;
  const tail = (1 - conf) / 2;
  const lo = x <= 0 ? 0 : betaQuantile(tail, x, n - x + 1);
  const hi = x >= n ? 1 : betaQuantile(1 - tail, x + 1, n - x);
  return [lo, hi];
}
