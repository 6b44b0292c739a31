import { at } from './element.ts';
import { beyondChance, squaredShares } from './gwet.ts';
import { available, unavailable, type Outcome } from './outcome.ts';

export type FleissKappa = Outcome & { readonly kappa: number | null; readonly pBar: number | null; readonly pE: number | null };

/**
 * Fleiss' kappa of `counts` (units x categories, the same number of raters in every unit). NO_DATA without a unit of two raters;
 * NO_VARIATION when chance agreement is 1. Source: Fleiss 1971.
 */
export function fleissKappa(counts: readonly (readonly number[])[]): FleissKappa {
  const raters = counts[0]?.reduce((sum, count) => sum + count, 0) ?? 0;
  if (raters < 2) return { kappa: null, pBar: null, pE: null, ...unavailable('NO_DATA') };
  const agreement = counts.map((unit) => unit.reduce((sum, count) => sum + count * (count - 1), 0) / (raters * (raters - 1)));
  const pBar = agreement.reduce((sum, value) => sum + value, 0) / counts.length;
  const shares = at(counts, 0).map((_, k) => counts.reduce((sum, unit) => sum + at(unit, k), 0) / (counts.length * raters));
  const pE = squaredShares(shares);
  const kappa = beyondChance(pBar, pE);
  return { kappa, pBar, pE, ...(kappa === null ? unavailable('NO_VARIATION') : available()) };
}
