import { interactionWhere } from '#engine/store/queries/interaction-where.ts';
import { fcrRepeatWindow } from '#shared/stats/fcr.ts';
import type { Metric, MetricContext } from './metric.ts';
import { shareEnvelope } from './shares.ts';
import { answerShare, surveyAnswers } from './survey-answers.ts';

type ContactSql = { customer: string | null; reason: string | null; day: number };

/** Definition B: a first contact is resolved when the customer does not come back within the window. Calls made by the centre do not count. */
function repeatWindow(name: string, match: 'same_reason' | 'any_reason'): Metric {
  return {
    name, unit: 'share', direction: 'up', isHeadline: match === 'same_reason',
    compute({ db, definitions, filter, now }: MetricContext) {
      const where = interactionWhere(filter, definitions);
      const contacts = db.all<ContactSql>(
        `SELECT i.customer_id AS customer, i.reason, julianday(i.started_at) AS day FROM interaction i
         WHERE i.started_at IS NOT NULL AND i.started_at <= ? AND i.direction IS NOT 'outbound' AND ${where.sql}`, [now.toISOString(), ...where.parameters],
      );
      const asOfDay = db.get<{ day: number | null }>('SELECT max(julianday(started_at)) AS day FROM interaction WHERE started_at <= ?', [now.toISOString()])?.day ?? 0;
      const result = fcrRepeatWindow({ contacts, match, asOfDay, windowDays: definitions.repeatWindowDays });
      return shareEnvelope({
        x: result.resolved, n: result.firstContactsMature, inScope: result.firstContactsMature + result.immature,
        ...(result.reason === null ? {} : { reason: result.reason }), excluded: { immature: result.immature, unlinked: result.unlinked }, evidence: filter,
      });
    },
  };
}

/** Definition A: the customer says that it was resolved. */
const reported: Metric = {
  name: 'fcr-reported', unit: 'share', direction: 'up', isHeadline: false,
  compute(context) {
    const { answers, invalid } = surveyAnswers(context, { kind: 'resolved' });
    const key = answers[0]?.key;
    return answerShare({ answers, invalid, isPositive: (answer) => answer.value === answer.scaleMax, evidence: key === undefined ? null : { ...context.filter, surveyItem: { key } } });
  },
};

/** Definition C: the agent ticked "resolved". */
const agentLogged: Metric = {
  name: 'fcr-agent-logged', unit: 'share', direction: 'up', isHeadline: false,
  compute({ db, definitions, filter }) {
    const where = interactionWhere(filter, definitions);
    const { x, n, total } = db.get<{ x: number; n: number; total: number }>(
      `SELECT coalesce(sum(i.resolved_by_agent), 0) AS x, count(i.resolved_by_agent) AS n, count(*) AS total FROM interaction i WHERE ${where.sql}`, where.parameters,
    ) ?? { x: 0, n: 0, total: 0 };
    return shareEnvelope({ x, n, inScope: total, excluded: { missing: total - n }, evidence: filter });
  },
};

/** First contact resolution by its definitions; the difference between them is a perception gap of its own. */
export const fcr: readonly Metric[] = [repeatWindow('fcr', 'same_reason'), repeatWindow('fcr-any-reason', 'any_reason'), reported, agentLogged];
