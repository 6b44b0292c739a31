import type { SegmentField } from '#shared/model/interaction-filter.ts';
import { interactionWhere } from '#engine/store/queries/interaction-where.ts';
import { measureOf } from '#engine/store/queries/measure-sql.ts';
import { meanEnvelope } from '../means.ts';
import type { Metric, MetricContext } from '../metric.ts';
import { talliedMetric } from '../tallied-metric.ts';
import { segmentColumn, type UnitRow } from '../tally.ts';
import type { CallTalk } from './call-talk.ts';
import { talkOfCalls } from './talk-cache.ts';

type Call = { key: number; segment: string | null; cluster: string | null };

/** The calls of the filter that a talk metric can measure. */
function callsOf(context: MetricContext, name: string, by: SegmentField | null): Call[] {
  const { db, definitions, filter } = context;
  const where = interactionWhere(filter, definitions);
  const segment = segmentColumn(context, by);
  return db.all<Call>(
    `SELECT i.key, ${segment.sql} AS segment, i.customer_id AS cluster FROM interaction i ${segment.joins}
     WHERE i.channel = 'phone' AND ${where.sql} AND ${measureOf(name, definitions)?.base ?? '0'}`,
    [...segment.parameters, ...where.parameters],
  );
}

/** The mean over calls of something that the two voices of a call show. Never a score of a person, and without a target. */
function talkMetric(name: string, unit: Metric['unit'], valueOf: (talk: CallTalk) => number | null): Metric {
  return talliedMetric({
    name, unit, direction: 'context', isHeadline: false,
    rows: (context, by) => {
      const calls = callsOf(context, name, by);
      const talk = talkOfCalls(context.db, calls.map((call) => call.key), context.definitions);
      return calls.map(({ key, segment, cluster }): UnitRow => {
        const measured = talk.get(key);
        return { segment, cluster, value: measured === undefined ? null : valueOf(measured), excluded: null };
      });
    },
    envelopeOf: (tally, filter) => meanEnvelope(tally, { unit, evidence: { ...filter, measuredBy: name }, flags: ['turn_times'] }),
  });
}

/**
 * What turns with time stamps of two known speakers show: the agent's share of the speech, talking at once and silence
 * as shares of the call without hold, silences and interruptions (by the agent) per call, the agent's longest run, how
 * long the customer waits for an answer, and the agent's pace. Limits are the project's own.
 */
export const talk: readonly Metric[] = [
  talkMetric('talk-share', 'share', (call) => call.talkShare),
  talkMetric('overtalk-share', 'share', (call) => call.overtalkShare),
  talkMetric('silence-share', 'share', (call) => call.silenceShare),
  talkMetric('silence-events', 'ratio', (call) => call.silenceEvents),
  talkMetric('silence-hold', 'seconds', (call) => call.holdS),
  talkMetric('silence-wait', 'seconds', (call) => call.waitS),
  talkMetric('silence-dead-air', 'seconds', (call) => call.deadAirS),
  talkMetric('silence-thinking', 'seconds', (call) => call.thinkingS),
  talkMetric('interruptions', 'ratio', (call) => call.interruptions),
  talkMetric('longest-monologue', 'seconds', (call) => call.longestMonologueS),
  talkMetric('response-latency', 'seconds', (call) => call.responseLatencyS),
  talkMetric('pace', 'wpm', (call) => call.pace),
];
