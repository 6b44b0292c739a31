import { logGamma } from './log-gamma.ts';

/** The parameters of 2F1(a, b; c; z). */
export type Hypergeometric = { readonly a: number; readonly b: number; readonly c: number; readonly z: number };

type ValueAndSlope = { readonly value: number; readonly slope: number };

const maxTerms = 100_000;

function isNonPositiveInteger(x: number): boolean {
  return x <= 0 && Number.isInteger(x);
}

/** The defining power series; for |z| < 1, or any z when a or b is a non-positive integer and the series ends by itself. */
function powerSeries({ a, b, c, z }: Hypergeometric): number {
  let term = 1;
  let sum = 1;
  for (let k = 0; k < maxTerms; k += 1) {
    term *= (((a + k) * (b + k)) / ((c + k) * (k + 1))) * z;
    if (term === 0) break;
    sum += term;
    if (Math.abs(term) <= 1e-17 * Math.abs(sum) && k > Math.abs(a) + Math.abs(b) + Math.abs(c)) break;
  }
  return sum;
}

/**
 * One Taylor step of length `step` from the regular point z0 along the hypergeometric differential equation (DLMF 15.10.1).
 * The terms carry the powers of the step in them: the bare coefficients would overflow close to z = 1.
 */
function taylorStep({ a, b, c, z: z0 }: Hypergeometric, from: ValueAndSlope, step: number): ValueAndSlope {
  let before = from.value;
  let current = from.slope * step;
  let value = before + current;
  let slope = current;
  let smallTerms = 0;
  for (let k = 0; k < 5000 && smallTerms < 3; k += 1) {
    const first = (k + 1) * (k * (1 - 2 * z0) + c - (a + b + 1) * z0) * current * step;
    const next = ((k + a) * (k + b) * before * step * step - first) / ((k + 2) * (k + 1) * z0 * (1 - z0));
    value += next;
    slope += (k + 2) * next;
    before = current;
    current = next;
    smallTerms = Math.abs(next) * (k + 2) <= 1e-18 * Math.abs(value) ? smallTerms + 1 : 0;
  }
  return { value, slope: slope / step };
}

const seriesUpTo = 0.75;

/** Carries the solution from z = 0.5 towards 1 in steps of half the remaining distance: the power series would need millions of terms. */
function nearOne({ a, b, c, z }: Hypergeometric): number {
  let here = 0.5;
  let state: ValueAndSlope = {
    value: powerSeries({ a, b, c, z: here }),
    slope: ((a * b) / c) * powerSeries({ a: a + 1, b: b + 1, c: c + 1, z: here }),
  };
  while (here < z) {
    const step = Math.min(z - here, (1 - here) / 2);
    state = taylorStep({ a, b, c, z: here }, state, step);
    here += step;
    if (z - here < 1e-17) break;
  }
  return state.value;
}

/** Gauss's theorem for z = 1 (DLMF 15.4.20); NaN where the value is not finite. Signs hold for positive arguments. */
function atOne({ a, b, c }: Hypergeometric): number {
  const excess = c - a - b;
  if (excess <= 0) return NaN;
  if (isNonPositiveInteger(c - a) || isNonPositiveInteger(c - b)) return 0;
  const sign = [c, excess, c - a, c - b].reduce((product, x) => product * gammaSign(x), 1);
  return sign * Math.exp(logGamma(c) + logGamma(excess) - logGamma(c - a) - logGamma(c - b));
}

function gammaSign(x: number): number {
  return x > 0 || Math.floor(x) % 2 === 0 ? 1 : -1;
}

/**
 * Gauss's hypergeometric function 2F1(a, b; c; z) for real arguments with z <= 1 (any z when the series ends). NaN where the
 * function has no finite real value: c a non-positive integer, z > 1, or z = 1 with c <= a + b.
 * Negative z goes through Pfaff's transformation (DLMF 15.8.1).
 */
export function hypergeometric2F1(parameters: Hypergeometric): number {
  const { a, b, c, z } = parameters;
  if (isNonPositiveInteger(c)) return NaN;
  if (z === 0 || a === 0 || b === 0) return 1;
  if (isNonPositiveInteger(a) || isNonPositiveInteger(b)) return powerSeries(parameters);
  if (z > 1) return NaN;
  if (z === 1) return atOne(parameters);
  if (z < 0) return (1 - z) ** -a * hypergeometric2F1({ a, b: c - b, c, z: z / (z - 1) });
  if (z <= seriesUpTo) return powerSeries(parameters);
  return nearOne(parameters);
}
