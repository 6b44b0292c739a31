import { bgnbdLogLikelihood, isIdentified, type BgnbdParameters, type Buyer } from './bgnbd.ts';
import { median } from './descriptive.ts';
import { at } from './element.ts';
import { minimise } from './nelder-mead.ts';
import { available, unavailable, type Outcome } from './outcome.ts';

/** Fewest customers for which the model may be fitted. */
export const minBuyers = 500;

/** Fewest median repeat cycles that the history must cover. */
export const minCycles = 2;

export type BgnbdFit = Outcome & {
  readonly r: number | null; readonly alpha: number | null; readonly a: number | null; readonly b: number | null; readonly logLikelihood: number | null;
};

const nothing: BgnbdFit = { r: null, alpha: null, a: null, b: null, logLikelihood: null, ...unavailable('NOT_IDENTIFIED') };

/** Does the history cover two median repeat cycles? A cycle is a repeat buyer's time per repeat purchase. */
function coversCycles(buyers: readonly Buyer[]): boolean {
  const cycle = median(buyers.filter((buyer) => buyer.x > 0).map((buyer) => buyer.recency / buyer.x));
  const history = buyers.reduce((longest, buyer) => Math.max(longest, buyer.age), 0);
  return cycle !== null && history > 0 && history >= minCycles * cycle;
}

function parametersAt(logs: readonly number[]): BgnbdParameters {
  return { r: Math.exp(at(logs, 0)), alpha: Math.exp(at(logs, 1)), a: Math.exp(at(logs, 2)), b: Math.exp(at(logs, 3)) };
}

/**
 * Maximum-likelihood fit of the BG/NBD model on the logarithms of its parameters. NOT_IDENTIFIED below 500 customers or two median
 * repeat cycles of history, and when the optimum lies outside (1e-3, 1e3). Source: Fader, Hardie & Lee 2005.
 */
export function fitBgnbd(buyers: readonly Buyer[]): BgnbdFit {
  if (buyers.length < minBuyers || !coversCycles(buyers)) return nothing;
  // Searching on a time scale of order 1 makes the first simplex fit whatever unit the caller uses.
  const scale = buyers.reduce((longest, buyer) => Math.max(longest, buyer.age), 0) / 10;
  const scaled = buyers.map(({ x, recency, age }) => ({ x, recency: recency / scale, age: age / scale }));
  const cost = (logs: readonly number[]): number => {
    const value = bgnbdLogLikelihood(parametersAt(logs), scaled) ?? -Infinity;
    return Number.isFinite(value) ? -value / buyers.length : Infinity;
  };
  const inScale = parametersAt(minimise(cost, [0, 0, 0, 0]).point);
  const found = { ...inScale, alpha: inScale.alpha * scale };
  if (!isIdentified(found)) return nothing;
  return { ...found, logLikelihood: bgnbdLogLikelihood(found, buyers), ...available() };
}
