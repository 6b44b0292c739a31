import { at } from './element.ts';
import { available, unavailable, type Outcome } from './outcome.ts';
import { overallShare, shareLimits, sizesOf, type ChartLimit, type Periods } from './p-chart.ts';

/** Mean range of two neighbouring normal values in standard deviations (d2 for n = 2). */
const meanRangeOfTwo = 1.128;

export type LaneyChart = Outcome & {
  readonly sigmaZ: number | null; readonly ucl: ChartLimit | null; readonly lcl: ChartLimit | null; readonly pBar: number | null;
};

/**
 * Laney's p' chart: the p-chart widened by the spread of the standardised shares from period to period. ZERO_DENOMINATOR when all n
 * are 0, BELOW_MIN_N below two periods with units, NO_VARIATION when the overall share is 0 or 1. Source: Laney 2002.
 */
export function laneyChart(periods: Periods): LaneyChart {
  const nothing = { sigmaZ: null, ucl: null, lcl: null };
  const pBar = overallShare(periods);
  if (pBar === null) return { ...nothing, pBar, ...unavailable('ZERO_DENOMINATOR') };
  const sizes = sizesOf(periods);
  const shares = periods.defectives.map((count, index) => ({ size: at(sizes, index), share: count / at(sizes, index) })).filter(({ size }) => size > 0);
  if (shares.length < 2) return { ...nothing, pBar, ...unavailable('BELOW_MIN_N') };
  if (pBar <= 0 || pBar >= 1) return { ...nothing, pBar, ...unavailable('NO_VARIATION') };
  const z = shares.map(({ size, share }) => (share - pBar) / Math.sqrt((pBar * (1 - pBar)) / size));
  const ranges = z.slice(1).map((value, index) => Math.abs(value - at(z, index)));
  const sigmaZ = ranges.reduce((sum, range) => sum + range, 0) / ranges.length / meanRangeOfTwo;
  return { sigmaZ, ...shareLimits(periods, pBar, 3 * sigmaZ), pBar, ...available() };
}
