import type { Definitions, Reliability } from '#shared/model/gap.ts';
import type { Envelope } from '#shared/model/envelope.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import { variance } from '#shared/stats/descriptive.ts';
import { quadrantOf, standardErrorOfMeasurement } from '#shared/stats/rubric.ts';
import type { Database } from '#engine/store/database.ts';
import { customerGoodSql, interactionWhere } from '#engine/store/queries/interaction-where.ts';
import { segmentFilter } from '#engine/store/queries/segment-filter.ts';
import { groupBy } from '../group-by.ts';
import { meanEnvelope } from '../means.ts';
import { dimensionSql } from '../quality.ts';
import { dimensionReliability, gateFlags, itemReliability, type Dimension } from '../reliability.ts';
import { reviewFlags, reviewOf } from '../review.ts';
import { shareOfTally } from '../tallied-metric.ts';
import { segmentColumn, Tally } from '../tally.ts';

type Scored = { segment: string | null; customerId: string | null; technical: number | null; emotional: number | null; customer: number | null };
export type QuadrantQuestion = { definitions: Definitions; by: 'team' | 'queue' | 'agent'; filter: InteractionFilter };
/** A dimension's reliability with the standard error of measurement that follows; null when no agreement is known. */
type Measured = Reliability & { sem: number | null };

/**
 * Technical and emotional score (0-100) per group, over interactions whose evaluation was not chosen, with an interval
 * that knows of customers who come again. Quadrants lie at the fixed threshold, never at medians; within one standard
 * error of measurement of it a single interaction is uncertain. A dimension that raters do not agree on has no figure.
 */
export function quadrant(db: Database, { definitions, by, filter }: QuadrantQuestion) {
  const rows = scoredInteractions(db, { definitions, by, filter });
  const flags = reviewFlags(reviewOf({ db, definitions, filter }));
  const measured = (name: Dimension): Measured => {
    const reliability = dimensionReliability(db, name);
    const spread = variance(rows.flatMap((row) => row[name] ?? []));
    return { ...reliability, sem: reliability.icc === null || spread === null ? null : standardErrorOfMeasurement(Math.sqrt(spread), reliability.icc) };
  };
  const [technical, emotional] = [measured('technical'), measured('emotional')];
  const groups = [...groupBy(rows, (row) => row.segment)].sort(([a], [b]) => (a ?? '').localeCompare(b ?? '')).map(([name, own]) => {
    const evidence = segmentFilter(filter, by, name);
    return {
      name, n: own.length, technical: scoreOf(own, { name: 'technical', reliability: technical, evidence, flags }),
      emotional: scoreOf(own, { name: 'emotional', reliability: emotional, evidence, flags }), customer: customerOf(own, evidence),
    };
  });
  return {
    threshold: definitions.quadrantThreshold, groups, reliability: { technical, emotional, items: itemReliability(db) },
    counts: countQuadrants(rows, { threshold: definitions.quadrantThreshold, technical: technical.sem ?? 0, emotional: emotional.sem ?? 0 }),
  };
}

function scoredInteractions(db: Database, { definitions, by, filter }: QuadrantQuestion): Scored[] {
  const where = interactionWhere(filter, definitions);
  const segment = segmentColumn({ db, definitions }, by);
  return db.all<Scored>(
    `SELECT ${segment.sql} AS segment, i.customer_id AS customerId, t.score AS technical, s.score AS emotional, ${customerGoodSql(filter.topBox ?? definitions.topBox)} AS customer
     FROM interaction i LEFT JOIN (${dimensionSql('technical')}) t ON t.interaction_id = i.id LEFT JOIN (${dimensionSql('emotional')}) s ON s.interaction_id = i.id
       ${segment.joins} WHERE (t.score IS NOT NULL OR s.score IS NOT NULL) AND ${where.sql}`, [...segment.parameters, ...where.parameters],
  );
}

function tallyOf(rows: readonly Scored[], name: Dimension | 'customer'): Tally {
  const tally = new Tally(null);
  for (const row of rows) tally.add({ cluster: row.customerId, value: row[name], excluded: null });
  return tally;
}

function scoreOf(rows: readonly Scored[], about: { name: Dimension; reliability: Measured; evidence: InteractionFilter; flags: string[] }): Envelope {
  const { name, reliability, evidence, flags } = about;
  const figure = meanEnvelope(tallyOf(rows, name), { unit: 'score', evidence: { ...evidence, measuredBy: name }, flags: [...flags, ...gateFlags(reliability)] });
  return reliability.gate === 'failed' && figure.n > 0 ? { ...figure, value: null, ci: null, reason: 'UNRELIABLE' } : figure;
}

/** How the customers of these interactions answered, where they did. */
function customerOf(rows: readonly Scored[], evidence: InteractionFilter): Envelope {
  return shareOfTally(tallyOf(rows, 'customer'), { ...evidence, measuredBy: 'scored', answered: true });
}

function countQuadrants(rows: readonly Scored[], { threshold, ...sem }: { threshold: number } & Record<Dimension, number>) {
  const counts = { rightAndWarm: 0, correctButCold: 0, kindButWrong: 0, neither: 0, uncertain: 0, unscored: 0 };
  const names = { right_and_warm: 'rightAndWarm', correct_but_cold: 'correctButCold', kind_but_wrong: 'kindButWrong', neither: 'neither' } as const;
  const isNear = (score: number, error: number) => error > 0 && Math.abs(score - threshold) <= error;
  for (const { technical, emotional } of rows) {
    if (technical === null || emotional === null) counts.unscored += 1;
    else if (isNear(technical, sem.technical) || isNear(emotional, sem.emotional)) counts.uncertain += 1;
    else counts[names[quadrantOf(technical, emotional, threshold)]] += 1;
  }
  return counts;
}
