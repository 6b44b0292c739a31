import { alphaLimits, minUnitsForAlpha } from '#shared/stats/alpha-interval.ts';
import { mean } from '#shared/stats/descriptive.ts';
import { krippendorffAlpha } from '#shared/stats/krippendorff.ts';
import type { ChargeMode } from '#shared/model/cost.ts';
import { cachedUnder } from '#engine/metrics/project-cache.ts';
import type { Database } from '#engine/store/database.ts';
import { doubleCodedTags, type DoubleCoded } from '#engine/store/queries/double-coded.ts';
import { codingStamp } from './coding.ts';

/** Krippendorff's customary threshold for figures that others rely on (Krippendorff 2019, 12.5.2). */
const reliableFrom = 0.8;
/** Below this many units the lower limit is judged. */
const unitsForEstimate = 100;
/** A cause that hardly anybody used says nothing of agreement. */
const fewestUses = 5;
const seed = 20_190_401;

type Matrix = readonly (readonly (number | null)[])[];

/** One 0/1 matrix (coders by contacts) for each cause that was used often enough. */
function matrices({ coders, units, marks }: DoubleCoded): Matrix[] {
  const key = (...parts: string[]) => parts.join('\n');
  const took = new Set(coders.map(({ coder, unit }) => key(coder, unit)));
  const marked = new Set(marks.map(({ coder, unit, code }) => key(coder, unit, code)));
  const uses = new Map<string, number>();
  for (const { code } of marks) uses.set(code, (uses.get(code) ?? 0) + 1);
  const people = [...new Set(coders.map(({ coder }) => coder))];
  return [...uses].filter(([, used]) => used >= fewestUses).map(([code]) => people.map((coder) => units.map((unit) => (
    took.has(key(coder, unit)) ? Number(marked.has(key(coder, unit, code))) : null))));
}

/**
 * How far the people who tagged the same contacts agree on the causes: the mean of one binary alpha per cause (metric
 * specification, section 11). Reliable from .800, judged by the lower limit while fewer than 100 contacts were coded twice.
 */
export function codingAgreement(db: Database): ChargeMode['agreement'] {
  return cachedUnder(db, { name: 'cause agreement', stamp: codingStamp(db) }, () => {
    const found = doubleCodedTags(db);
    const units = found.units.length;
    if (units < minUnitsForAlpha) return { alpha: null, lo: null, units, isReliable: false };
    const all = matrices(found);
    const alphas = all.map((matrix) => krippendorffAlpha(matrix, 'nominal')).filter((alpha) => alpha !== null);
    const lows = all.map((matrix) => alphaLimits(matrix, 'nominal', { seed })?.[0] ?? null).filter((lo) => lo !== null);
    const [alpha, lo] = [mean(alphas), mean(lows)];
    const judged = units < unitsForEstimate ? lo : alpha;
    return { alpha, lo, units, isReliable: judged !== null && judged >= reliableFrom };
  });
}
