import { isPossibleEvaluationSql, isPossibleSql } from '#engine/store/queries/as-of.ts';
import { companyGoodSql } from '#engine/store/queries/interaction-where.ts';
import { meanEnvelope } from './means.ts';
import type { Metric } from './metric.ts';
import { dimensionReliability, gateFlags, type Dimension } from './reliability.ts';
import { reviewFlags, reviewOf, reviewReason } from './review.ts';
import { shareOfTally, talliedMetric } from './tallied-metric.ts';
import { unitRows, type Tally, type UnitRow } from './tally.ts';

/** Interactions that nobody evaluated are not in scope of a figure about evaluations. */
const evaluatedRows = (rows: Iterable<UnitRow>) => [...rows].filter((row) => row.value !== null || row.excluded !== null);

/** Share of evaluated interactions that the company counts as good; chosen ("targeted") ones stay out of every rate. */
const pass: Metric = talliedMetric({
  name: 'quality-pass', unit: 'share', direction: 'up', isHeadline: true,
  rows: (context, by) => evaluatedRows(unitRows(context, {
    value: `CASE WHEN i.company_purpose IS NOT 'targeted' THEN ${companyGoodSql(context.definitions)} END`, excluded: "CASE WHEN i.company_purpose = 'targeted' THEN 'outOfScope' END",
  }, by)),
  envelopeOf: (tally, filter, context) => {
    const review = reviewOf({ ...context, filter });
    const figure = shareOfTally(tally, { ...filter, evaluated: true, randomOnly: true }, { flags: reviewFlags(review), reason: reviewReason(review) });
    return tally.n > 0 ? figure : { ...figure, excluded: { ...figure.excluded, unlinked: review.unlinked } };
  },
});

/**
 * The mean score of one dimension, 0-100, over interactions that were not chosen. While raters do not agree (the
 * reliability gate of the metric specification, 4.2) there is no figure; while nobody was scored twice, it says so.
 */
function dimension(name: Dimension): Metric {
  return talliedMetric({
    name, unit: 'score', direction: 'up', isHeadline: true,
    rows: (context, by) => evaluatedRows(unitRows(context, {
      value: 's.score', excluded: "CASE WHEN i.company_purpose = 'targeted' THEN 'outOfScope' WHEN i.company_purpose IS NOT NULL THEN 'missing' END",
      joins: `LEFT JOIN (${dimensionSql(name)}) s ON s.interaction_id = i.id`,
    }, by)),
    envelopeOf: (tally: Tally, filter, context) => {
      const review = reviewOf({ ...context, filter });
      const reliability = dimensionReliability(context.db, name);
      const evidence = { ...filter, measuredBy: name };
      const figure = meanEnvelope(tally, { unit: 'score', evidence, flags: tally.n === 0 ? reviewFlags(review) : [...reviewFlags(review), ...gateFlags(reliability)] });
      if (tally.n === 0) return { ...figure, reason: reviewReason(review) };
      return reliability.gate === 'failed' ? { ...figure, value: null, ci: null, reason: 'UNRELIABLE' } : figure;
    },
  });
}

/** One score per interaction: the mean of the raters of the best purpose. */
export function dimensionSql(name: Dimension): string {
  return `SELECT e.interaction_id, avg(e.${name}) AS score FROM evaluation e JOIN interaction d ON d.id = e.interaction_id
    WHERE e.${name} IS NOT NULL AND ${isPossibleEvaluationSql} AND ${isPossibleSql('d.started_at')}
      AND e.purpose = coalesce((SELECT min(b.purpose) FROM evaluation b WHERE b.interaction_id = e.interaction_id AND b.purpose IN ('random','unknown') AND b.${name} IS NOT NULL), '')
    GROUP BY e.interaction_id`;
}

export const quality: readonly Metric[] = [pass, dimension('technical'), dimension('emotional')];
