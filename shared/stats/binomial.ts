import { betaTailsAt } from './incomplete-beta.ts';
import { binomialDensity } from './saddle-point.ts';

/** `trials` independent trials with success chance `chance`. */
export type Binomial = { readonly trials: number; readonly chance: number };

/** P(X = k). */
export function binomialProbability(k: number, { trials, chance }: Binomial): number {
  if (k < 0 || k > trials) return 0;
  return binomialDensity({ x: k, y: trials - k, p: chance, q: 1 - chance });
}

/** P(X <= k) for whole k. */
export function binomialLower(k: number, { trials, chance }: Binomial): number {
  if (k < 0) return 0;
  if (k >= trials) return 1;
  return betaTailsAt({ x: 1 - chance, y: chance, a: trials - k, b: k + 1 }).lower;
}

/** P(X >= k) for whole k. */
export function binomialUpper(k: number, { trials, chance }: Binomial): number {
  if (k <= 0) return 1;
  if (k > trials) return 0;
  return betaTailsAt({ x: chance, y: 1 - chance, a: k, b: trials - k + 1 }).lower;
}

/** Two outcomes count as equally likely within this relative slack, as in R: rounding must not decide. */
export const likelihoodSlack = 1 + 1e-7;

/** First whole k in lo..hi for which `isPast` holds, hi + 1 if none; `isPast` turns from false to true once. */
function firstPast(lo: number, hi: number, isPast: (k: number) => boolean): number {
  let from = lo;
  let to = hi + 1;
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (isPast(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** Exact two-sided p of k: the sum over all outcomes that are no more likely than k (Przyborowski & Wilenski 1940; R binom.test). */
export function binomialTwoSidedP(k: number, binomial: Binomial): number {
  const { trials, chance } = binomial;
  const limit = binomialProbability(k, binomial) * likelihoodSlack;
  const mode = Math.min(trials, Math.floor((trials + 1) * chance));
  const mean = trials * chance;
  if (k === mean) return 1;
  if (k < mean) {
    const other = firstPast(mode, trials, (j) => binomialProbability(j, binomial) <= limit);
    return Math.min(1, binomialLower(k, binomial) + binomialUpper(Math.max(other, k + 1), binomial));
  }
  const other = firstPast(0, mode, (j) => binomialProbability(j, binomial) > limit);
  return Math.min(1, binomialUpper(k, binomial) + binomialLower(Math.min(other, k) - 1, binomial));
}
