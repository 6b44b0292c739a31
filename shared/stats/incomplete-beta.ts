import { risingRoot } from './monotone-root.ts';
import { binomialDensity } from './saddle-point.ts';

/** Both tails of a distribution; each keeps its own relative precision. */
export type Tails = { readonly lower: number; readonly upper: number };

/** Where to evaluate the beta distribution: `x` and `y` = 1 - x, both given so that neither loses digits. */
type BetaPoint = { readonly x: number; readonly y: number; readonly a: number; readonly b: number };

const tiny = 1e-300;
const maxTerms = 200_000;

/** Continued fraction of the incomplete beta function by Lentz's method (DLMF 8.17.22); converges for x < (a+1)/(a+b+2). */
function continuedFraction({ x, a, b }: BetaPoint): number {
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < tiny ? tiny : d);
  let h = d;
  for (let m = 1; m <= maxTerms; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let factor = 1;
    for (const coefficient of [even, odd]) {
      d = 1 + coefficient * d;
      d = 1 / (Math.abs(d) < tiny ? tiny : d);
      c = 1 + coefficient / c;
      if (Math.abs(c) < tiny) c = tiny;
      factor = c * d;
      h *= factor;
    }
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return h;
}

/** x^a y^b / B(a, b): the derivative of the distribution function with respect to the logit of x. */
function logitDensity({ x, y, a, b }: BetaPoint): number {
  return ((a * b) / (a + b)) * binomialDensity({ x: a, y: b, p: x, q: y });
}

/** Distribution function of Beta(a, b) and its complement at x, given x and y = 1 - x. a, b > 0. */
export function betaTailsAt(point: BetaPoint): Tails {
  const { x, y, a, b } = point;
  if (x <= 0) return { lower: 0, upper: 1 };
  if (y <= 0) return { lower: 1, upper: 0 };
  const density = logitDensity(point);
  if (x <= (a + 1) / (a + b + 2)) {
    const lower = Math.min(1, (density * continuedFraction(point)) / a);
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, (density * continuedFraction({ x: y, y: x, a: b, b: a })) / b);
  return { lower: 1 - upper, upper };
}

/** Regularised incomplete beta function I_x(a, b) and its complement. a, b > 0, 0 <= x <= 1. */
export function betaTails(x: number, a: number, b: number): Tails {
  return betaTailsAt({ x, y: 1 - x, a, b });
}

function fromLogit(y: number): { x: number; y: number } {
  const e = Math.exp(-Math.abs(y));
  const large = 1 / (1 + e);
  const small = e / (1 + e);
  return y >= 0 ? { x: large, y: small } : { x: small, y: large };
}

/** Quantile of Beta(a, b) as ln(x / (1-x)), which keeps the digits of x near 0 and of 1-x near 1. 0 < p < 1. */
export function betaQuantileLogit(p: number, a: number, b: number): number {
  const solvesLower = p <= 0.5;
  return risingRoot((logit) => {
    const point = { ...fromLogit(logit), a, b };
    const { lower, upper } = betaTailsAt(point);
    const tail = solvesLower ? lower : upper;
    const target = solvesLower ? p : 1 - p;
    const distance = Math.log(tail) - Math.log(target);
    return { value: solvesLower ? distance : -distance, slope: logitDensity(point) / tail };
  }, [-740, 740], Math.log(a / b));
}

/** Quantile of Beta(a, b): the x with I_x(a, b) = p. 0 <= p <= 1, a, b > 0. */
export function betaQuantile(p: number, a: number, b: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  return fromLogit(betaQuantileLogit(p, a, b)).x;
}
