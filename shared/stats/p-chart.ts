import { at } from './element.ts';
import { available, unavailable, type Outcome } from './outcome.ts';

/** Counts out of one common n, or of one n per period. */
export type Periods = { readonly defectives: readonly number[]; readonly n: number | readonly number[] };

/** One number when n is common, else one per period (null where a period has no units). */
export type ChartLimit = number | readonly (number | null)[];

/** Shares 0..1. `signals` are 1-based positions strictly beyond a limit. */
export type PChart = Outcome & {
  readonly pBar: number | null; readonly ucl: ChartLimit | null; readonly lcl: ChartLimit | null; readonly signals: readonly number[] | null;
};

/** Beyond a limit by more than rounding: a point on the limit is no signal. */
export function isBeyond(value: number, limit: number): boolean {
  return value - limit > 1e-12 * Math.max(1, Math.abs(limit));
}

/** Units per period. */
export function sizesOf({ defectives, n }: Periods): readonly number[] {
  return typeof n === 'number' ? defectives.map(() => n) : n;
}

/** Defectives over units, all periods together; null when all n are 0. */
export function overallShare(periods: Periods): number | null {
  const units = sizesOf(periods).reduce((sum, size) => sum + size, 0);
  return units === 0 ? null : periods.defectives.reduce((sum, count) => sum + count, 0) / units;
}

/** pBar +/- width standard errors, the lower one floored at 0. */
export function shareLimits({ n }: Periods, pBar: number, width: number): { ucl: ChartLimit; lcl: ChartLimit } {
  const half = (size: number) => width * Math.sqrt((pBar * (1 - pBar)) / size);
  if (typeof n === 'number') return { ucl: pBar + half(n), lcl: Math.max(0, pBar - half(n)) };
  return {
    ucl: n.map((size) => (size === 0 ? null : pBar + half(size))), lcl: n.map((size) => (size === 0 ? null : Math.max(0, pBar - half(size)))),
  };
}

/** p-chart with 3-sigma limits. ZERO_DENOMINATOR when all n are 0. Source: NIST/SEMATECH e-Handbook 6.3.3.2. */
export function pChart(periods: Periods): PChart {
  const pBar = overallShare(periods);
  if (pBar === null) return { pBar: null, ucl: null, lcl: null, signals: null, ...unavailable('ZERO_DENOMINATOR') };
  const { ucl, lcl } = shareLimits(periods, pBar, 3);
  const limitAt = (limit: ChartLimit, index: number) => (typeof limit === 'number' ? limit : at(limit, index));
  const sizes = sizesOf(periods);
  const signals = periods.defectives.flatMap((count, index) => {
    const upper = limitAt(ucl, index);
    const lower = limitAt(lcl, index);
    if (upper === null || lower === null) return [];
    const share = count / at(sizes, index);
    return isBeyond(share, upper) || isBeyond(lower, share) ? [index + 1] : [];
  });
  return { pBar, ucl, lcl, signals, ...available() };
}
