import { at } from './element.ts';

/** Sum with Neumaier's compensation: a million cents must add up to the cent. */
export function sum(values: Iterable<number>): number {
  let total = 0;
  let lost = 0;
  for (const value of values) {
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

/** Arithmetic mean, or null of nothing. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : sum(values) / values.length;
}

/** Sum of squared deviations from the mean (two passes); 0 of nothing. */
export function squaredDeviations(values: readonly number[]): number {
  const centre = mean(values) ?? 0;
  return sum(values.map((value) => (value - centre) ** 2));
}

/** Sample variance, divisor n - 1; null below two values. */
export function variance(values: readonly number[]): number | null {
  return values.length < 2 ? null : squaredDeviations(values) / (values.length - 1);
}

/** Are all values equal but for the rounding of their own computation? */
export function isConstant(values: readonly number[], magnitude: number): boolean {
  const centre = mean(values) ?? 0;
  return values.every((value) => Math.abs(value - centre) <= 1e-12 * magnitude);
}

/** A sorted copy, ascending. */
export function ascending(values: Iterable<number>): number[] {
  return [...values].sort((a, b) => a - b);
}

/** Quantile type 7 of values already sorted ascending (Hyndman & Fan 1996, R default); null of nothing. 0 <= p <= 1. */
export function quantileOfSorted(sorted: ArrayLike<number>, p: number): number | null {
  if (sorted.length === 0) return null;
  const h = (sorted.length - 1) * p;
  const j = Math.floor(h);
  const below = at(sorted, j);
  const above = at(sorted, Math.min(j + 1, sorted.length - 1));
  return below + (h - j) * (above - below);
}

/** Quantile type 7 in any order of values; null of nothing. */
export function quantile(values: readonly number[], p: number): number | null {
  return quantileOfSorted(ascending(values), p);
}

/** Median; null of nothing. */
export function median(values: readonly number[]): number | null {
  return quantile(values, 0.5);
}

/** Moment skewness m3 / m2^1.5; null without variation. */
export function skewness(values: readonly number[]): number | null {
  const centre = mean(values);
  if (centre === null || isConstant(values, Math.abs(centre))) return null;
  const second = squaredDeviations(values) / values.length;
  const third = sum(values.map((value) => (value - centre) ** 3)) / values.length;
  return third / second ** 1.5;
}
