import { isBeyond } from './p-chart.ts';
import { available, unavailable, type Outcome } from './outcome.ts';

/** `k` is the allowance and `h` the decision limit, both in the unit of x. */
export type CusumDesign = { readonly target: number; readonly k: number; readonly h: number };

/** `firstSignal` is a 1-based position; null = none. */
export type Cusum = Outcome & { readonly high: readonly number[] | null; readonly low: readonly number[] | null; readonly firstSignal: number | null };

/** Two-sided tabular CUSUM; a signal is a sum above h. NO_DATA of nothing. Source: Page 1954; NIST/SEMATECH e-Handbook 6.3.2.3. */
export function cusum(x: readonly number[], { target, k, h }: CusumDesign): Cusum {
  if (x.length === 0) return { high: null, low: null, firstSignal: null, ...unavailable('NO_DATA') };
  const high: number[] = [];
  const low: number[] = [];
  for (const value of x) {
    high.push(Math.max(0, (high.at(-1) ?? 0) + value - target - k));
    low.push(Math.max(0, (low.at(-1) ?? 0) + target - k - value));
  }
  const first = high.findIndex((value, index) => isBeyond(value, h) || isBeyond(low[index] ?? 0, h));
  return { high, low, firstSignal: first < 0 ? null : first + 1, ...available() };
}

/**
 * Reference value of a Poisson CUSUM that is to tell mean mu0 from mu1, both > 0: (mu1 - mu0)/(ln mu1 - ln mu0), in counts. Null when
 * they are equal (NOT_IDENTIFIED). Source: Lucas 1985.
 */
export function poissonCusumReference(mu0: number, mu1: number): number | null {
  return mu0 === mu1 ? null : (mu1 - mu0) / Math.log1p((mu1 - mu0) / mu0);
}
