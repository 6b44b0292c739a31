import { handledSql } from '#engine/store/queries/measure-sql.ts';
import { meanEnvelope } from './means.ts';
import type { Metric } from './metric.ts';
import { measuredShare, outOfScopeSql, talliedMetric } from './tallied-metric.ts';
import { unitRows } from './tally.ts';

/** Share of handled contacts with at least one transfer between agents, and transfers per contact; an unknown count is missing, not 0. */
export const transfer: readonly Metric[] = [
  measuredShare({ name: 'transfer', direction: 'down', isHeadline: false }, { who: 'handled' }),
  talliedMetric({
    name: 'transfers-per-contact', unit: 'ratio', direction: 'down', isHeadline: false,
    rows: (context, by) => unitRows(context, { value: `CASE WHEN ${handledSql} THEN i.transfers END`, excluded: outOfScopeSql('handled') }, by),
    envelopeOf: (tally, filter) => meanEnvelope(tally, { unit: 'ratio', evidence: { ...filter, measuredBy: 'transfers-per-contact' } }),
    distribution: (tally) => ['0', '1', '2', '3 and more'].map((label, at) => ({ label, n: tally.values.filter((value) => Math.min(3, value) === at).length })),
  }),
];
