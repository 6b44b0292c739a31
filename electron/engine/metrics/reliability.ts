import { alphaLimits, minUnitsForAlpha } from '#shared/stats/alpha-interval.ts';
import { icc } from '#shared/stats/icc.ts';
import { krippendorffAlpha, type Difference } from '#shared/stats/krippendorff.ts';
import type { Limits } from '#shared/stats/limits.ts';
import type { Reliability } from '#shared/model/gap.ts';
import type { Database } from '#engine/store/database.ts';
import { groupBy } from './group-by.ts';
import { cachedFor } from './project-cache.ts';

type Rating = { unit: string; rater: string; item: string; value: number };
export type Dimension = 'technical' | 'emotional';

/** Krippendorff's customary thresholds (Krippendorff 2019, section 12.5.2). */
const [reliableFrom, tentativeFrom] = [0.8, 0.667];
/** Below this many units the lower limit is judged, not the estimate. */
const unitsForEstimate = 100;
const seed = 20_040_101;

/**
 * Evaluations of interactions that two or more people scored: drawn ones and calibrations, which are scored apart.
 * Chosen interactions and the agents' own scores say nothing about how far raters agree.
 */
const doubleCodedSql = `SELECT e.*, coalesce(e.evaluator, e.id) AS rater FROM evaluation e
  WHERE e.purpose IN ('random','unknown','calibration') AND e.interaction_id IN (
    SELECT d.interaction_id FROM evaluation d WHERE d.interaction_id IS NOT NULL AND d.purpose IN ('random','unknown','calibration')
    GROUP BY d.interaction_id HAVING count(DISTINCT coalesce(d.evaluator, d.id)) > 1)`;

/** How far raters agree on a dimension: Krippendorff's interval alpha of its scores over double-coded interactions. */
export function dimensionReliability(db: Database, dimension: Dimension): Reliability {
  return cachedFor(db, `reliability ${dimension}`, () => reliability(db.all<Rating>(
    `SELECT interaction_id AS unit, rater, '${dimension}' AS item, avg(${dimension}) AS value FROM (${doubleCodedSql}) WHERE ${dimension} IS NOT NULL GROUP BY 1, 2`,
  ), 'interval'));
}

/** How far raters agree on each item: ordinal alpha. */
export function itemReliability(db: Database): (Reliability & { item: string })[] {
  return cachedFor(db, 'reliability of items', () => {
    const answers = db.all<Rating>(
      `SELECT d.interaction_id AS unit, d.rater, a.item, avg(a.value) AS value FROM (${doubleCodedSql}) d JOIN evaluation_answer a ON a.evaluation_id = d.id
       WHERE a.value IS NOT NULL GROUP BY 1, 2, 3 ORDER BY a.item`,
    );
    return [...groupBy(answers, (answer) => answer.item)].map(([item, own]) => ({ item, ...reliability(own, 'ordinal') }));
  });
}

function reliability(ratings: readonly Rating[], kind: Difference): Reliability {
  const units = [...groupBy(ratings, (rating) => rating.unit).values()].filter((own) => own.length > 1);
  const raters = [...new Set(units.flat().map((rating) => rating.rater))];
  const observations = raters.map((rater) => units.map((own) => own.find((rating) => rating.rater === rater)?.value ?? null));
  const alpha = krippendorffAlpha(observations, kind);
  const limits = units.length >= minUnitsForAlpha && units.length < unitsForEstimate ? alphaLimits(observations, kind, { seed }) : null;
  return { units: units.length, alpha, lo: limits?.[0] ?? null, icc: iccOf(units), gate: gateOf({ units: units.length, alpha, limits }) };
}

/** Unknown without 30 double-coded interactions: too few to say that raters agree, or that they do not. */
function gateOf({ units, alpha, limits }: { units: number; alpha: number | null; limits: Limits | null }): Reliability['gate'] {
  const judged = units < unitsForEstimate ? limits?.[0] ?? null : alpha;
  if (units < minUnitsForAlpha || judged === null) return 'unknown';
  if (judged >= reliableFrom) return 'reliable';
  return judged >= tentativeFrom ? 'tentative' : 'failed';
}

/** ICC(2,1) where the same people scored every unit; ICC(1,1), of two scores each, where they changed (Shrout & Fleiss 1979). */
function iccOf(units: readonly (readonly Rating[])[]): number | null {
  const panels = new Set(units.map((own) => own.map((rating) => rating.rater).sort().join('\n')));
  const scores = units.map((own) => [...own].sort((a, b) => (a.rater < b.rater ? -1 : 1)).map((rating) => rating.value));
  if (panels.size === 1) return icc(scores).icc2;
  return icc(scores.map((own) => own.slice(0, 2))).icc1;
}

/** What the gate adds to a figure. */
export function gateFlags({ gate }: Reliability): string[] {
  return gate === 'unknown' ? ['reliability_unknown'] : gate === 'tentative' ? ['tentative'] : [];
}
