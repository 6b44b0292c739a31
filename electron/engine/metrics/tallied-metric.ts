import type { Envelope, Reason } from '#shared/model/envelope.ts';
import type { InteractionFilter, SegmentField } from '#shared/model/interaction-filter.ts';
import { handledSql, inboundSql, measureOf } from '#engine/store/queries/measure-sql.ts';
import { isPossibleSql } from '#engine/store/queries/as-of.ts';
import { segmentFilter } from '#engine/store/queries/segment-filter.ts';
import type { Metric, MetricContext } from './metric.ts';
import { shareEnvelope } from './shares.ts';
import { Tally, tallyRows, unitRows, type UnitRow } from './tally.ts';

type Face = Pick<Metric, 'name' | 'unit' | 'direction' | 'isHeadline'>;

export type TalliedMetric = Face & {
  rows: (context: MetricContext, by: SegmentField | null) => Iterable<UnitRow>;
  /** The envelope of one tally, whose evidence is the given filter. */
  envelopeOf: (tally: Tally, filter: InteractionFilter, context: MetricContext) => Envelope;
  distribution?: (tally: Tally) => { label: string; n: number }[];
};

/** A metric whose units are read once, whole or by segment, and added up. */
export function talliedMetric({ rows, envelopeOf, distribution, ...face }: TalliedMetric): Metric {
  const whole = (context: MetricContext) => tallyRows(rows(context, null))[0] ?? new Tally(null);
  return {
    ...face,
    compute: (context) => envelopeOf(whole(context), context.filter, context),
    parts: (context, by) => tallyRows(rows(context, by)).map((tally) => (
      { segment: tally.segment, envelope: envelopeOf(tally, segmentFilter(context.filter, by, tally.segment), context) })),
    ...(distribution ? { distribution: (context: MetricContext) => distribution(whole(context)) } : {}),
  };
}

/** The share of a tally of zeros and ones. */
export function shareOfTally(tally: Tally, evidence: InteractionFilter | null, { flags = [], reason = tally.reason }: { flags?: string[]; reason?: Reason } = {}): Envelope {
  return shareEnvelope({
    x: tally.sum, n: tally.n, inScope: tally.inScope, reason, excluded: tally.excluded, designEffect: tally.designEffect, flags, evidence,
  });
}

/** Why an interaction is in no figure about contacts: dated in the future, or nobody's to handle. */
export const outOfScopeSql = (who: 'handled' | 'inbound') =>
  `CASE WHEN NOT ${isPossibleSql('i.started_at')} THEN 'invalid' WHEN NOT ${who === 'inbound' ? inboundSql : handledSql} THEN 'outOfScope' END`;

/** A share whose denominator and numerator are the lines of its measure; the list behind it reads the same lines. */
export function measuredShare(face: Omit<Face, 'unit'>, about: { who: 'handled' | 'inbound'; excluded?: string; flags?: string[]; reason?: (tally: Tally) => Reason }): Metric {
  return talliedMetric({
    ...face, unit: 'share',
    rows: (context, by) => {
      const measure = measureOf(face.name, context.definitions);
      const value = `CASE WHEN ${measure?.base ?? '0'} THEN ${measure?.hit ?? '0'} END`;
      return unitRows(context, { value, excluded: about.excluded ?? outOfScopeSql(about.who) }, by);
    },
    envelopeOf: (tally, filter) => shareOfTally(tally, { ...filter, measuredBy: face.name }, { flags: about.flags ?? [], reason: about.reason?.(tally) ?? tally.reason }),
  });
}
