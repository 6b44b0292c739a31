import { bgnbdLogLikelihood, isIdentified, type BgnbdParameters, type Buyer } from './bgnbd.ts';
import { median } from './descriptive.ts';
import { at } from './element.ts';
import { minimiseSteps } from './nelder-mead.ts';
import { available, unavailable, type Outcome } from './outcome.ts';
import { atOnce, type Stepwise } from './stepwise.ts';

/** Fewest customers for which the model may be fitted. */
export const minBuyers = 500;

/** Fewest median repeat cycles that the history must cover. */
export const minCycles = 2;

export type BgnbdFit = Outcome & {
  readonly r: number | null; readonly alpha: number | null; readonly a: number | null; readonly b: number | null; readonly logLikelihood: number | null;
};

const nothing: BgnbdFit = { r: null, alpha: null, a: null, b: null, logLikelihood: null, ...unavailable('NOT_IDENTIFIED') };

/** Logarithms that far from 0 say that the search has run away: well outside of the range of parameters, on a time scale of order 1. */
const farOut = 10;

/** Buyers of whom a first answer is found, from which the search over all of them starts. */
const firstLook = 2000;

/** Does the history cover two median repeat cycles? A cycle is a repeat buyer's time per repeat purchase. */
function coversCycles(buyers: readonly Buyer[]): boolean {
  const cycle = median(buyers.filter((buyer) => buyer.x > 0).map((buyer) => buyer.recency / buyer.x));
  const history = buyers.reduce((longest, buyer) => Math.max(longest, buyer.age), 0);
  return cycle !== null && history > 0 && history >= minCycles * cycle;
}

/** Why these buyers may not be modelled: fewer than 500, or a history of less than two median repeat cycles; null where they may. */
export function bgnbdGuard(buyers: readonly Buyer[]): 'few_customers' | 'short_history' | null {
  if (buyers.length < minBuyers) return 'few_customers';
  return coversCycles(buyers) ? null : 'short_history';
}

/** The parameters at these logarithms. */
export function bgnbdAt(logs: readonly number[]): BgnbdParameters {
  return { r: Math.exp(at(logs, 0)), alpha: Math.exp(at(logs, 1)), a: Math.exp(at(logs, 2)), b: Math.exp(at(logs, 3)) };
}

/**
 * Maximum-likelihood fit of the BG/NBD model on the logarithms of its parameters. NOT_IDENTIFIED below 500 customers or two median
 * repeat cycles of history, and when the optimum lies outside (1e-3, 1e3). Source: Fader, Hardie & Lee 2005.
 */
export function* fitBgnbdSteps(buyers: readonly Buyer[]): Stepwise<BgnbdFit> {
  if (bgnbdGuard(buyers) !== null) return nothing;
  // Searching on a time scale of order 1 makes the first simplex fit whatever unit the caller uses.
  const scale = buyers.reduce((longest, buyer) => Math.max(longest, buyer.age), 0) / 10;
  const scaled = buyers.map(({ x, recency, age }) => ({ x, recency: recency / scale, age: age / scale }));
  const costOf = (some: readonly Buyer[]) => (logs: readonly number[]): number => {
    if (logs.some((log) => Math.abs(log) > farOut)) return Infinity;
    const value = bgnbdLogLikelihood(bgnbdAt(logs), some) ?? -Infinity;
    return Number.isFinite(value) ? -value / some.length : Infinity;
  };
  const every = Math.floor(buyers.length / firstLook);
  const start = every < 2 ? null : (yield* minimiseSteps(costOf(scaled.filter((_, index) => index % every === 0)), [0, 0, 0, 0], { tolerance: 1e-8, restarts: 2 })).point;
  if (start !== null && !isIdentified(bgnbdAt(start))) return nothing;
  const { point } = yield* minimiseSteps(costOf(scaled), start ?? [0, 0, 0, 0], start === null ? {} : { step: 0.05, tolerance: 1e-10, restarts: 1 });
  const inScale = bgnbdAt(point);
  const found = { ...inScale, alpha: inScale.alpha * scale };
  if (!isIdentified(found)) return nothing;
  return { ...found, logLikelihood: bgnbdLogLikelihood(found, buyers), ...available() };
}

/** The same without a pause. */
export function fitBgnbd(buyers: readonly Buyer[]): BgnbdFit {
  return atOnce(fitBgnbdSteps(buyers));
}
