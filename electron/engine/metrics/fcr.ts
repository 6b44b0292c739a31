import { envelope } from '#shared/model/envelope.ts';
import { kaplanMeier } from '#shared/stats/kaplan-meier.ts';
import { isPossibleSql } from '#engine/store/queries/as-of.ts';
import { interactionWhere } from '#engine/store/queries/interaction-where.ts';
import { firstContactsSql, reopenedSql, roomDays, type FcrMatch } from '#engine/store/queries/measure-sql.ts';
import type { Metric } from './metric.ts';
import { withSmallSampleRule } from './small-sample.ts';
import { answerMetric, isWithinTop } from './survey-answers.ts';
import { measuredShare, shareOfTally, talliedMetric } from './tallied-metric.ts';
import { unitRows } from './tally.ts';

/** From this share of first contacts that are too recent on, the estimate that knows of censoring is the one to read. */
const manyImmature = 0.1;

/** Why a contact is no mature first contact of a known customer. */
const excluded = `CASE WHEN NOT ${isPossibleSql('i.started_at')} THEN 'invalid' WHEN i.direction IS 'outbound' THEN 'outOfScope'
  WHEN i.started_at IS NULL THEN 'missing' WHEN i.customer_id IS NULL THEN 'unlinked' WHEN f.isFirst AND NOT f.isMature THEN 'immature' ELSE 'outOfScope' END`;

/**
 * Definition B: a first contact is resolved when the customer does not come back within the window. The contacts before
 * and after it count wherever they were made; only the first contact itself must be within the filter. Contacts that the
 * centre began do not count. All contacts are in the denominator ("gross").
 */
function repeatWindow(name: string, match: FcrMatch): Metric {
  return talliedMetric({
    name, unit: 'share', direction: 'up', isHeadline: match === 'same_reason',
    rows: (context, by) => unitRows(context, {
      value: 'CASE WHEN f.isFirst AND f.isMature THEN f.isResolved END', excluded,
      joins: `LEFT JOIN (${firstContactsSql(match, context.definitions)}) f ON f.key = i.key`,
    }, by),
    envelopeOf: (tally, filter) => {
      const firsts = tally.n + tally.excluded.immature;
      const flags = ['gross', ...(firsts > 0 && tally.excluded.immature > manyImmature * firsts ? ['many_immature'] : [])];
      return shareOfTally(tally, { ...filter, measuredBy: name }, { flags });
    },
  });
}

/** Definition B': Kaplan-Meier's share of first contacts without a repeat by the end of the window, recent ones censored. */
const censored: Metric = {
  name: 'fcr-censored', unit: 'share', direction: 'up', isHeadline: false,
  compute({ db, definitions, filter }) {
    const where = interactionWhere(filter, definitions);
    const contacts = db.all<{ follow: number; cameBack: number }>(
      `SELECT f.follow, f.cameBack FROM interaction i JOIN (${firstContactsSql('same_reason', definitions)}) f ON f.key = i.key
       WHERE f.isFirst AND ${where.sql}`, where.parameters,
    );
    // A repeat exactly at the end of the window is one; time stamps are compared with a little room.
    const curve = kaplanMeier(contacts.map(({ follow, cameBack }) => ({ time: follow, isEvent: cameBack === 1 })), [definitions.repeatWindowDays + roomDays]);
    const [value, limits] = [curve.survivalAt?.[0] ?? null, curve.limitsAt?.[0] ?? null];
    const n = contacts.length;
    return withSmallSampleRule(envelope({
      unit: 'share', value, n, denominator: n, reason: value !== null ? null : n === 0 ? 'NO_DATA' : 'NOT_MATURE',
      ci: limits && { lo: limits[0], hi: limits[1], conf: 0.95, method: 'kaplan-meier, log(-log)' }, flags: ['gross'],
      evidence: { ...filter, measuredBy: 'fcr-censored' },
    }));
  },
};

/** First contact resolution by its definitions; the difference between them is a perception gap of its own. */
export const fcr: readonly Metric[] = [
  repeatWindow('fcr', 'same_reason'),
  repeatWindow('fcr-any-reason', 'any_reason'),
  censored,
  // Definition A: the customer says that it was resolved.
  answerMetric({ name: 'fcr-reported', unit: 'share', direction: 'up', isHeadline: false, item: { kind: 'resolved' }, valueOf: (answer) => (isWithinTop(answer, 1) ? 1 : 0) }),
  // Definition C: the agent ticked "resolved".
  measuredShare({ name: 'fcr-agent-logged', direction: 'up', isHeadline: false }, { who: 'inbound' }),
  // Definition D: the case was not opened again.
  measuredShare({ name: 'fcr-not-reopened', direction: 'up', isHeadline: false }, { who: 'handled', excluded: `CASE WHEN ${reopenedSql} IS NOT NULL THEN 'outOfScope' END` }),
];
