import type { Envelope } from '#shared/model/envelope.ts';
import { envelope } from '#shared/model/envelope.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import { clusterIcc, designEffect } from '#shared/stats/cluster.ts';
import { interactionWhere } from '#engine/store/queries/interaction-where.ts';
import { groupBy } from './group-by.ts';
import type { MetricContext } from './metric.ts';
import { shareEnvelope } from './shares.ts';

export type Answer = { value: number; scaleMin: number; scaleMax: number; direction: 'up' | 'down'; customer: string | null; key: string };

/** Which answers are meant: of all items of a kind, or of the item with a key. */
export type ItemChoice = { kind: string } | { key: string };

/**
 * The valid answers to an item: one per interaction (the first completed), dated no later than now. Responses without
 * an interaction count only while nothing narrows the question. Out-of-scale and future answers are counted, not used.
 */
export function surveyAnswers({ db, definitions, filter, now }: MetricContext, item: ItemChoice): { answers: Answer[]; invalid: number; unlinked: number } {
  const isWhole = Object.keys(filter).length === 0;
  const where = interactionWhere(filter, definitions);
  const rows = db.all<Answer & { interaction: string | null; response: string; answeredAt: string | null }>(
    `SELECT s.value, m.scale_min AS scaleMin, m.scale_max AS scaleMax, m.direction, r.customer_id AS customer, m.key, r.interaction_id AS interaction,
       r.id AS response, r.answered_at AS answeredAt
     FROM survey_answer s JOIN survey_item m ON m.id = s.item_id JOIN survey_response r ON r.id = s.response_id
     WHERE s.value IS NOT NULL AND ${'kind' in item ? 'm.kind' : 'm.key'} = ?
       ${isWhole ? '' : `AND r.interaction_id IN (SELECT i.id FROM interaction i WHERE ${where.sql})`}
     ORDER BY r.answered_at NULLS LAST, r.external_id`,
    ['kind' in item ? item.kind : item.key, ...(isWhole ? [] : where.parameters)],
  );
  const today = now.toISOString();
  const valid = rows.filter((row) => row.value >= row.scaleMin && row.value <= row.scaleMax && (row.answeredAt === null || row.answeredAt <= today));
  const firsts = [...groupBy(valid, (row) => `${row.interaction ?? row.response} ${row.key}`).values()].flatMap((same) => same.slice(0, 1));
  return { answers: firsts, invalid: rows.length - valid.length, unlinked: firsts.filter((row) => row.interaction === null).length };
}

/** Whether all answers stand on one scale in one direction; others are never pooled. */
export function isOneScale(answers: readonly Answer[]): boolean {
  return new Set(answers.map((answer) => `${answer.scaleMin} ${answer.scaleMax} ${answer.direction}`)).size <= 1;
}

export type AnswerShare = { answers: readonly Answer[]; invalid: number; isPositive: (answer: Answer) => boolean; evidence: InteractionFilter | null };

/** The share of positive answers, its interval widened where customers answer more than once. */
export function answerShare({ answers, invalid, isPositive, evidence }: AnswerShare): Envelope {
  if (!isOneScale(answers)) {
    return envelope({ unit: 'share', value: null, n: answers.length, denominator: answers.length, reason: 'NOT_IDENTIFIED', flags: ['mixed_scales'], evidence });
  }
  const clusters = [...groupBy(answers, (answer) => answer.customer ?? answer).values()].map((own) => own.map((answer) => (isPositive(answer) ? 1 : 0)));
  const effect = designEffect(clusters.map((cluster) => cluster.length), clusterIcc(clusters) ?? 0);
  return shareEnvelope({
    x: answers.filter(isPositive).length, n: answers.length, inScope: answers.length + invalid, excluded: { invalid }, designEffect: effect, evidence,
  });
}

/** Answers per point of the scale, lowest first. */
export function answerDistribution(answers: readonly Answer[]): { label: string; n: number }[] {
  return [...groupBy(answers, (answer) => answer.value)].sort(([a], [b]) => a - b).map(([value, same]) => ({ label: String(value), n: same.length }));
}
