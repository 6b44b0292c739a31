import { addAt, at } from './element.ts';
import { available, reasonsFor, unavailable, type Outcome } from './outcome.ts';
import type { Observations } from './krippendorff.ts';

/** Chance-corrected agreement, or null when chance alone would agree always. */
export function beyondChance(observed: number, chance: number): number | null {
  return 1 - chance < 1e-12 ? null : (observed - chance) / (1 - chance);
}

/** Chance agreement of AC1 from the category shares (Gwet 2008); 1 with a single category. */
export function ac1Chance(shares: readonly number[]): number {
  if (shares.length < 2) return 1;
  return shares.reduce((sum, share) => sum + share * (1 - share), 0) / (shares.length - 1);
}

/** Chance agreement of Scott's pi and of Fleiss' kappa: the sum of squared shares. */
export function squaredShares(shares: readonly number[]): number {
  return shares.reduce((sum, share) => sum + share * share, 0);
}

export type Agreement = Outcome & {
  readonly ac1: number | null; readonly percentAgreement: number | null; readonly fleissKappa: number | null; readonly brennanPrediger: number | null;
};

export type Category = string | number;

/** Ratings per category, one array per unit that has any; every value is one of `categories`. */
function categoryCounts(observations: Observations<Category>, categories: readonly Category[]): number[][] {
  const place = new Map(categories.map((category, index) => [category, index]));
  const units = Math.max(0, ...observations.map((row) => row.length));
  const counts = Array.from({ length: units }, () => categories.map(() => 0));
  for (const row of observations) {
    for (const [unit, value] of row.entries()) {
      const index = value === null ? undefined : place.get(value);
      if (index !== undefined) addAt(at(counts, unit), index, 1);
    }
  }
  return counts.filter((unit) => total(unit) > 0);
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function unitAgreement(counts: readonly number[]): number {
  const n = total(counts);
  return counts.reduce((sum, count) => sum + count * (count - 1), 0) / (n * (n - 1));
}

/**
 * Agreement of any number of raters with ratings missing: percent agreement, Gwet's AC1, the Fleiss type of kappa and
 * Brennan-Prediger, all over the same observed agreement. NO_DATA when no unit has two values; NO_VARIATION where chance agreement
 * is 1. Source: Gwet 2014, Handbook of Inter-Rater Reliability, 4th ed.
 */
export function agreementWithMissing(observations: Observations<Category>, categories: readonly Category[]): Agreement {
  const units = categoryCounts(observations, categories);
  const paired = units.filter((unit) => total(unit) >= 2);
  if (paired.length === 0) {
    return { ac1: null, percentAgreement: null, fleissKappa: null, brennanPrediger: null, ...unavailable('NO_DATA') };
  }
  const observed = paired.reduce((sum, unit) => sum + unitAgreement(unit), 0) / paired.length;
  const shares = categories.map((_, k) => units.reduce((sum, unit) => sum + at(unit, k) / total(unit), 0) / units.length);
  const found = {
    ac1: beyondChance(observed, ac1Chance(shares)), percentAgreement: observed,
    fleissKappa: beyondChance(observed, squaredShares(shares)), brennanPrediger: beyondChance(observed, 1 / categories.length),
  };
  const reasons = reasonsFor(
    ['fleissKappa', found.fleissKappa === null, 'NO_VARIATION'], ['brennanPrediger', found.brennanPrediger === null, 'NO_VARIATION'],
  );
  return { ...found, ...(found.ac1 === null ? unavailable('NO_VARIATION', reasons) : available(reasons)) };
}
