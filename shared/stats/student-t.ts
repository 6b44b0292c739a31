import { betaQuantileLogit, betaTailsAt } from './incomplete-beta.ts';

/** P(|T| >= |t|) of Student's t with `df` > 0 degrees of freedom. */
export function tTwoSidedP(t: number, df: number): number {
  const square = t * t;
  if (square === 0) return 1;
  // Written with df/t^2 so that a huge t does not overflow.
  const r = df / square;
  return betaTailsAt({ x: r / (1 + r), y: 1 / (1 + r), a: df / 2, b: 0.5 }).lower;
}

/** The t with P(T <= t) = p, 0 < p < 1. */
export function tQuantile(p: number, df: number): number {
  if (p === 0.5) return 0;
  const bothTails = 2 * Math.min(p, 1 - p);
  // x = df/(df+t^2) follows Beta(df/2, 1/2), so t^2/df = (1-x)/x = exp(-logit x).
  const t = Math.sqrt(df) * Math.exp(-betaQuantileLogit(bothTails, df / 2, 0.5) / 2);
  return p < 0.5 ? -t : t;
}
