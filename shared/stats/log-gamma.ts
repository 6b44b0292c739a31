const halfLogTwoPi = 0.9189385332046728;

/** Coefficients of the Stirling series B(2k) / (2k (2k-1)), alternating signs included. */
const series = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400] as const;

/** From here on the series is exact to double precision. */
const seriesFrom = 10;

function stirlingSeries(x: number): number {
  const inverseSquare = 1 / (x * x);
  return series.reduceRight((sum, coefficient) => sum * inverseSquare + coefficient, 0) / x;
}

/**
 * ln |Gamma(x)| for real x; +Infinity at 0, -1, -2, ... Stirling's series after shifting the argument to 10 or above, reflection
 * below 0 (Abramowitz & Stegun 6.1.17, 6.1.40).
 */
export function logGamma(x: number): number {
  if (x <= 0) {
    if (Number.isInteger(x)) return Infinity;
    return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * x))) - logGamma(1 - x);
  }
  if (x === 1 || x === 2) return 0;
  let shifted = x;
  let product = 1;
  while (shifted < seriesFrom) {
    product *= shifted;
    shifted += 1;
  }
  const value = (shifted - 0.5) * Math.log(shifted) - shifted + halfLogTwoPi + stirlingSeries(shifted);
  return value - Math.log(product);
}

/** ln Gamma(x+1) minus Stirling's approximation, for x > 0: the correction term of Loader's densities (Loader 2000). */
export function stirlingError(x: number): number {
  if (x >= seriesFrom) return stirlingSeries(x);
  return logGamma(x + 1) - ((x + 0.5) * Math.log(x) - x + halfLogTwoPi);
}

/** ln of the beta function, a, b > 0. */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (small < seriesFrom) return logGamma(small) + logGammaRatio(large, small);
  const corrections = stirlingSeries(small) + stirlingSeries(large) - stirlingSeries(small + large);
  const sum = small + large;
  return -0.5 * Math.log(large) + halfLogTwoPi + corrections
    + (small - 0.5) * Math.log(small / sum) - large * Math.log1p(small / large);
}

/** ln Gamma(x) - ln Gamma(x + by), without the cancellation that two large logarithms would bring. */
export function logGammaRatio(x: number, by: number): number {
  if (x < seriesFrom) return logGamma(x) - logGamma(x + by);
  const corrections = stirlingSeries(x) - stirlingSeries(x + by);
  return corrections + by - by * Math.log(x + by) - (x - 0.5) * Math.log1p(by / x);
}
