import { isConstant, mean, variance } from './descriptive.ts';
import { at } from './element.ts';
import { usualConf, type Limits } from './limits.ts';
import { available, reasonsFor, unavailable, type Outcome } from './outcome.ts';
import { tQuantile, tTwoSidedP } from './student-t.ts';

export type PairedValues = { readonly x: readonly number[]; readonly y: readonly number[]; readonly conf?: number };

/** In the unit of x and y; `meanDiff` is the mean of x - y. */
export type PairedT = Outcome & {
  readonly meanDiff: number | null; readonly ci: Limits | null; readonly t: number | null; readonly df: number | null; readonly p: number | null;
};

/** x - y element by element; the arrays have equal length. */
export function differences({ x, y }: PairedValues): number[] {
  return x.map((value, index) => value - at(y, index));
}

/** The largest absolute value of either side: the scale against which rounding is judged. */
export function magnitude({ x, y }: PairedValues): number {
  return [...x, ...y].reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
}

/**
 * Student's paired t of x - y. BELOW_MIN_N below two pairs; when all differences are equal, `t` and `p` are NO_VARIATION and the
 * interval is the point. Source: Student 1908.
 */
export function pairedT(values: PairedValues): PairedT {
  const d = differences(values);
  const meanDiff = mean(d);
  const squareSd = variance(d);
  if (meanDiff === null || squareSd === null) {
    return { meanDiff: null, ci: null, t: null, df: null, p: null, ...unavailable('BELOW_MIN_N') };
  }
  const df = d.length - 1;
  if (isConstant(d, magnitude(values))) {
    const reasons = reasonsFor(['t', true, 'NO_VARIATION'], ['p', true, 'NO_VARIATION']);
    return { meanDiff, ci: [meanDiff, meanDiff], t: null, df, p: null, ...available(reasons) };
  }
  const se = Math.sqrt(squareSd / d.length);
  const half = tQuantile((1 + (values.conf ?? usualConf)) / 2, df) * se;
  const t = meanDiff / se;
  return { meanDiff, ci: [meanDiff - half, meanDiff + half], t, df, p: tTwoSidedP(t, df), ...available() };
}
