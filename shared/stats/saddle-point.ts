import { stirlingError } from './log-gamma.ts';

/** x ln(x/m) + m - x for x, m > 0, precise also where x is close to m (Loader 2000). */
function deviance(x: number, mean: number): number {
  if (Math.abs(x - mean) >= 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x;
  const v = (x - mean) / (x + mean);
  let sum = (x - mean) * v;
  let term = 2 * x * v;
  for (let j = 1; j < 1000; j += 1) {
    term *= v * v;
    const next = sum + term / (2 * j + 1);
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

/** `x` successes and `y` failures with chances `p` and `q` = 1 - p, both given so that neither loses digits. */
export type BinomialOutcome = { readonly x: number; readonly y: number; readonly p: number; readonly q: number };

/**
 * Binomial probability of x successes and y failures, extended to real x, y >= 0. Keeps full relative precision at any n.
 * Source: Loader 2000, Fast and accurate computation of binomial probabilities.
 */
export function binomialDensity({ x, y, p, q }: BinomialOutcome): number {
  const n = x + y;
  if (p <= 0) return x === 0 ? 1 : 0;
  if (q <= 0) return y === 0 ? 1 : 0;
  if (x === 0) return Math.exp(y * (p < q ? Math.log1p(-p) : Math.log(q)));
  if (y === 0) return Math.exp(x * (q < p ? Math.log1p(-q) : Math.log(p)));
  const exponent = stirlingError(n) - stirlingError(x) - stirlingError(y) - deviance(x, n * p) - deviance(y, n * q);
  return Math.sqrt(n / (2 * Math.PI * x * y)) * Math.exp(exponent);
}

/** Poisson probability m^x e^-m / Gamma(x+1), extended to real x >= 0 (Loader 2000). */
export function poissonDensity(x: number, mean: number): number {
  if (mean === 0) return x === 0 ? 1 : 0;
  if (x === 0) return Math.exp(-mean);
  return Math.exp(-stirlingError(x) - deviance(x, mean)) / Math.sqrt(2 * Math.PI * x);
}
