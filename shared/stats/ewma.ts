import { available, unavailable, type Outcome } from './outcome.ts';
import { isBeyond } from './p-chart.ts';

/** `lambda` 0..1 weighs the newest value; `sigma` is the process deviation in the unit of x; `width` the limits in sigmas (L). */
export type EwmaDesign = { readonly target: number; readonly lambda: number; readonly sigma: number; readonly width: number };

/** `signals` are 1-based positions strictly beyond a limit. */
export type Ewma = Outcome & {
  readonly ewma: readonly number[] | null; readonly ucl: number | null; readonly lcl: number | null; readonly signals: readonly number[] | null;
};

/**
 * Exponentially weighted moving average from the target, with asymptotic limits target +/- L sigma sqrt(lambda/(2-lambda)). NO_DATA of
 * nothing. Source: Roberts 1959; NIST/SEMATECH e-Handbook 6.3.2.4.
 */
export function ewmaChart(x: readonly number[], { target, lambda, sigma, width }: EwmaDesign): Ewma {
  if (x.length === 0) return { ewma: null, ucl: null, lcl: null, signals: null, ...unavailable('NO_DATA') };
  const ewma: number[] = [];
  for (const value of x) ewma.push(lambda * value + (1 - lambda) * (ewma.at(-1) ?? target));
  const half = width * sigma * Math.sqrt(lambda / (2 - lambda));
  const ucl = target + half;
  const lcl = target - half;
  const signals = ewma.flatMap((value, index) => (isBeyond(value, ucl) || isBeyond(lcl, value) ? [index + 1] : []));
  return { ewma, ucl, lcl, signals, ...available() };
}
