import type { Tails } from './incomplete-beta.ts';
import { risingRoot } from './monotone-root.ts';
import { poissonDensity } from './saddle-point.ts';

const tiny = 1e-300;
const maxTerms = 1_000_000;

/** Sum of x^k / ((a+1)...(a+k)) from k = 0 (DLMF 8.11.4). */
function lowerSeries(shape: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; k < maxTerms; k += 1) {
    term *= x / (shape + k);
    sum += term;
    if (term < sum * 1e-17) break;
  }
  return sum;
}

/** Continued fraction of the upper tail by Lentz's method (DLMF 8.9.2). */
function upperFraction(shape: number, x: number): number {
  let b = x + 1 - shape;
  let c = 1 / tiny;
  let d = 1 / b;
  let h = d;
  for (let k = 1; k < maxTerms; k += 1) {
    const numerator = -k * (k - shape);
    b += 2;
    d = numerator * d + b;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    c = b + numerator / c;
    if (Math.abs(c) < tiny) c = tiny;
    h *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return h;
}

/** Distribution function of Gamma(shape, scale 1) at x and its complement. shape > 0. */
export function gammaTails(shape: number, x: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  const density = poissonDensity(shape, x);
  if (x < shape + 1) {
    const lower = Math.min(1, density * lowerSeries(shape, x));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, density * shape * upperFraction(shape, x));
  return { lower: 1 - upper, upper };
}

/** Quantile of Gamma(shape, scale 1). 0 <= p < 1, shape > 0. */
export function gammaQuantile(p: number, shape: number): number {
  if (p <= 0) return 0;
  const solvesLower = p <= 0.5;
  const logX = risingRoot((y) => {
    const x = Math.exp(y);
    const { lower, upper } = gammaTails(shape, x);
    const tail = solvesLower ? lower : upper;
    const distance = Math.log(tail) - Math.log(solvesLower ? p : 1 - p);
    return { value: solvesLower ? distance : -distance, slope: (shape * poissonDensity(shape, x)) / tail };
  }, [-740, 709], Math.log(shape));
  return Math.exp(logX);
}

/** P(X > x) of the chi-squared distribution with `df` degrees of freedom; 1 for x <= 0. */
export function chiSquaredUpper(x: number, df: number): number {
  return gammaTails(df / 2, x / 2).upper;
}
