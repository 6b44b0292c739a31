import { normalQuantile } from './normal.ts';

/** A two-sided confidence interval, lower limit first, in the unit of the estimate. */
export type Limits = readonly [lo: number, hi: number];

/** The confidence level where none is given. */
export const usualConf = 0.95;

const usualZ = normalQuantile((1 + usualConf) / 2);

/** Half-width of a two-sided normal interval in standard errors: 1.959964 for 0.95. */
export function zFor(conf: number = usualConf): number {
  return conf === usualConf ? usualZ : normalQuantile((1 + conf) / 2);
}

/** estimate +/- z * se. */
export function waldLimits(estimate: number, se: number, conf: number = usualConf): Limits {
  const half = zFor(conf) * se;
  return [estimate - half, estimate + half];
}

/** Confines a value to lo..hi: for limits that rounding alone pushed outside their range, never for data. */
export function clamp(value: number, lo: number, hi: number): number {
  return Math.min(hi, Math.max(lo, value));
}
