import { at } from './element.ts';

/**
 * Whole parts of a whole total in proportion to weights >= 0: each part is rounded down, and what is left goes one by one to the
 * largest remainders, the first of equals (Hamilton's method). The parts add up to the total to the cent. All weights 0: all parts 0.
 * @example largestRemainder(100, [1, 1, 1]) // [34, 33, 33]
 */
export function largestRemainder(total: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  if (all === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (total * weight) / all);
  const parts = exact.map(Math.floor);
  const left = total - parts.reduce((sum, part) => sum + part, 0);
  const order = exact.map((value, index) => ({ index, remainder: value - at(parts, index) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of order.slice(0, Math.max(0, left))) parts[index] = at(parts, index) + 1;
  return parts;
}
