import { at } from './element.ts';
import { logGamma } from './log-gamma.ts';
import { minimiseSteps } from './nelder-mead.ts';
import type { Stepwise } from './stepwise.ts';

/** p, q and the scale v of the spend model; v is in the currency of the values. */
export type SpendParameters = { readonly p: number; readonly q: number; readonly v: number };

/** p, q and the scale v of the spend model; x purchases with observed mean `meanValue`. */
export type SpendHistory = SpendParameters & { readonly x: number; readonly meanValue: number };

/** Somebody who bought again: x repeat purchases with observed mean `meanValue`, above 0. */
export type Spender = { readonly x: number; readonly meanValue: number };

/**
 * Expected spend per purchase, p(v + x m)/(p x + q - 1), in the currency of v and m; the population mean for x = 0. Null when
 * p x + q <= 1 (NOT_IDENTIFIED). Source: Fader & Hardie 2013, The Gamma-Gamma Model of Monetary Value.
 */
export function gammaGammaMean({ p, q, v, x, meanValue }: SpendHistory): number | null {
  return p * x + q <= 1 ? null : (p * (v + x * meanValue)) / (p * x + q - 1);
}

/** Log-likelihood of one spender, x >= 1 and mean above 0, to be asked about many. Source: Fader & Hardie 2013, eq. 1. */
export function spenderLogLikelihood({ p, q, v }: SpendParameters): (spender: Spender) => number {
  const terms = new Map<number, number>();
  return ({ x, meanValue }) => {
    const shape = p * x;
    let term = terms.get(x);
    if (term === undefined) terms.set(x, (term = logGamma(shape + q) - logGamma(shape) - logGamma(q)));
    const sum = x * meanValue;
    return term - Math.log(meanValue) + q * Math.log(v / (v + sum)) + shape * Math.log(sum / (v + sum));
  };
}

/** The parameters at these logarithms. */
export function spendAt(logs: readonly number[]): SpendParameters {
  return { p: Math.exp(at(logs, 0)), q: Math.exp(at(logs, 1)), v: Math.exp(at(logs, 2)) };
}

/** Parameters outside, in units of the mean purchase, are a sign that the data do not identify them. */
const range = 1e3;

/**
 * Maximum-likelihood fit to those who bought again, on the logarithms of the parameters; null where the optimum runs away: without
 * two spenders, or where all spend the same, the data do not tell.
 */
export function* fitGammaGammaSteps(spenders: readonly Spender[]): Stepwise<SpendParameters | null> {
  if (spenders.length < 2) return null;
  // In units of the mean purchase the first simplex fits whatever the currency.
  const scale = spenders.reduce((sum, { meanValue }) => sum + meanValue, 0) / spenders.length;
  const scaled = spenders.map(({ x, meanValue }) => ({ x, meanValue: meanValue / scale }));
  const cost = (logs: readonly number[]): number => {
    const of = spenderLogLikelihood(spendAt(logs));
    const value = scaled.reduce((sum, spender) => sum + of(spender), 0);
    return Number.isFinite(value) ? -value / scaled.length : Infinity;
  };
  const { p, q, v } = spendAt((yield* minimiseSteps(cost, [1, 1, 1], { tolerance: 1e-11 })).point);
  return [p, q, v].every((value) => value > 1 / range && value < range) ? { p, q, v: v * scale } : null;
}
