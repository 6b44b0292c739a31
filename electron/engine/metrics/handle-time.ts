import type { Envelope } from '#shared/model/envelope.ts';
import { handleMsSql, measureOf, type HandlePart } from '#engine/store/queries/measure-sql.ts';
import { meanEnvelope, quantileEnvelope, type MeanAbout } from './means.ts';
import type { Metric } from './metric.ts';
import { outOfScopeSql, talliedMetric } from './tallied-metric.ts';
import { unitRows, type Tally } from './tally.ts';

const bands: readonly (readonly [label: string, below: number])[] = [
  ['under 30 s', 30], ['30 s to 2 min', 120], ['2-5 min', 300], ['5-10 min', 600], ['10-20 min', 1200], ['20 min and more', Infinity],
];

function bandsOf(tally: Tally): { label: string; n: number }[] {
  return bands.map(([label, below], at) => ({ label, n: tally.values.filter((seconds) => seconds < below && seconds >= (bands[at - 1]?.[1] ?? 0)).length }));
}

/** Mean, median and 90th percentile of one part of handling, seconds. What a switch did not report is missing, not 0. */
function handlePart(name: HandlePart): Metric[] {
  const statistic = (suffix: string, envelopeOf: (tally: Tally, about: MeanAbout) => Envelope) => talliedMetric({
    name: `${name}${suffix}`, unit: 'seconds', direction: 'context', isHeadline: false,
    rows: (context, by) => unitRows(context, {
      value: `CASE WHEN ${measureOf(name, context.definitions)?.base ?? '0'} THEN ${handleMsSql(name)} / 1000.0 END`, excluded: outOfScopeSql('inbound'),
    }, by),
    envelopeOf: (tally, filter) => envelopeOf(tally, { unit: 'seconds', evidence: { ...filter, measuredBy: `${name}${suffix}` } }),
    distribution: bandsOf,
  });
  return [
    statistic('', meanEnvelope),
    statistic('-median', (tally, about) => quantileEnvelope(tally, 0.5, about)),
    statistic('-p90', (tally, about) => quantileEnvelope(tally, 0.9, about)),
  ];
}

/**
 * Average handle time with its parts: talk, hold and after-call work over handled contacts that customers began, with
 * all parts known; the lower bound takes what is not known for 0. Context, never a headline, and never beside a name
 * without the resolution and the customers' score of the same interactions.
 */
export const handleTime: readonly Metric[] = [
  ...handlePart('aht'),
  talliedMetric({
    name: 'aht-lower-bound', unit: 'seconds', direction: 'context', isHeadline: false,
    rows: (context, by) => unitRows(context, {
      value: `CASE WHEN ${measureOf('aht-lower-bound', context.definitions)?.base ?? '0'} THEN (coalesce(i.talk_ms, 0) + coalesce(i.hold_ms, 0) + coalesce(i.acw_ms, 0)) / 1000.0 END`,
      excluded: outOfScopeSql('inbound'),
    }, by),
    envelopeOf: (tally, filter) => meanEnvelope(tally, { unit: 'seconds', evidence: { ...filter, measuredBy: 'aht-lower-bound' }, flags: ['lower_bound'] }),
  }),
  ...handlePart('talk-time'), ...handlePart('hold-time'), ...handlePart('after-call-work'),
];
