import { mean, variance } from './descriptive.ts';

/** From here on two groups are called different, and very different. */
export const smdFlag = 0.1;
export const smdRedFlag = 0.25;

function standardised(difference: number, pooledVariance: number): number | null {
  if (pooledVariance > 0) return difference / Math.sqrt(pooledVariance);
  return difference === 0 ? 0 : null;
}

/** Standardised mean difference, first minus second, in mean standard deviations; null below two values a side, or without spread. */
export function smdOfMeans(first: readonly number[], second: readonly number[]): number | null {
  const meanOne = mean(first);
  const meanTwo = mean(second);
  const varianceOne = variance(first);
  const varianceTwo = variance(second);
  if (meanOne === null || meanTwo === null || varianceOne === null || varianceTwo === null) return null;
  return standardised(meanOne - meanTwo, (varianceOne + varianceTwo) / 2);
}

/** The same for two shares 0..1: (p1 - p2)/sqrt((p1 q1 + p2 q2)/2). Source: Austin 2009. */
export function smdOfShares(first: number, second: number): number | null {
  return standardised(first - second, (first * (1 - first) + second * (1 - second)) / 2);
}
