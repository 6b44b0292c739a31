import { mean } from './descriptive.ts';
import { available, unavailable, type Outcome } from './outcome.ts';
import { isBeyond } from './p-chart.ts';

/** In counts per period; `signals` are 1-based positions strictly beyond a limit. */
export type CChart = Outcome & {
  readonly cBar: number | null; readonly ucl: number | null; readonly lcl: number | null; readonly signals: readonly number[] | null;
};

/** c-chart, cBar +/- 3 sqrt(cBar), lower limit floored at 0. NO_DATA of nothing. Source: NIST/SEMATECH e-Handbook 6.3.3.1. */
export function cChart(counts: readonly number[]): CChart {
  const cBar = mean(counts);
  if (cBar === null) return { cBar: null, ucl: null, lcl: null, signals: null, ...unavailable('NO_DATA') };
  const ucl = cBar + 3 * Math.sqrt(cBar);
  const lcl = Math.max(0, cBar - 3 * Math.sqrt(cBar));
  const signals = counts.flatMap((count, index) => (isBeyond(count, ucl) || isBeyond(lcl, count) ? [index + 1] : []));
  return { cBar, ucl, lcl, signals, ...available() };
}
