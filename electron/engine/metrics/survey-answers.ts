import type { Envelope } from '#shared/model/envelope.ts';
import type { InteractionFilter, SegmentField } from '#shared/model/interaction-filter.ts';
import { interactionWhere } from '#engine/store/queries/interaction-where.ts';
import { isValidAnswerSql } from '#engine/store/queries/scores.ts';
import { segmentFilter } from '#engine/store/queries/segment-filter.ts';
import { groupBy } from './group-by.ts';
import { isWhole, type Metric, type MetricContext } from './metric.ts';
import { notIdentified } from './shares.ts';
import { shareOfTally } from './tallied-metric.ts';
import { segmentColumn, Tally, type Exclusion } from './tally.ts';

export type Answer = {
  value: number; scaleMin: number; scaleMax: number; direction: 'up' | 'down'; key: string;
  segment: string | null; cluster: string | null; isLinked: number; excluded: Exclusion | null;
};

/** Which answers are meant: of all items of a kind, or of the item with a key. */
export type ItemChoice = { kind: string } | { key: string };

/**
 * The answers to an item: one per interaction (the first completed), on its scale and not dated in the future. Answers
 * that are linked to no interaction count only while nothing narrows the question; else they are told as unlinked.
 */
export function surveyAnswers(context: MetricContext, item: ItemChoice, by: SegmentField | null = null): Answer[] {
  const { db, definitions, filter } = context;
  const where = interactionWhere(filter, definitions);
  const segment = segmentColumn(context, by);
  const countsUnlinked = isWhole(filter) && by === null;
  return db.all<Answer>(
    `SELECT ${segment.sql} AS segment, coalesce(u.customer, i.customer_id) AS cluster, u.value, u.scaleMin, u.scaleMax, u.direction, u.key, i.key IS NOT NULL AS isLinked,
       CASE WHEN NOT u.isValid THEN 'invalid' WHEN u.place > 1 THEN 'outOfScope' WHEN i.key IS NULL AND ${countsUnlinked ? 0 : 1} THEN 'unlinked' END AS excluded
     FROM (SELECT r.interaction_id, r.customer_id AS customer, s.value, m.scale_min AS scaleMin, m.scale_max AS scaleMax, m.direction, m.key, ${isValidAnswerSql} AS isValid,
         row_number() OVER (PARTITION BY coalesce(r.interaction_id, r.id), m.key ORDER BY ${isValidAnswerSql} DESC, r.answered_at NULLS LAST, r.external_id) AS place
       FROM survey_answer s JOIN survey_item m ON m.id = s.item_id JOIN survey_response r ON r.id = s.response_id
       WHERE s.value IS NOT NULL AND ${'kind' in item ? 'm.kind' : 'm.key'} = ?) u
     LEFT JOIN interaction i ON i.id = u.interaction_id ${segment.joins} WHERE i.key IS NULL OR (${where.sql})`,
    [...segment.parameters, 'kind' in item ? item.kind : item.key, ...where.parameters],
  );
}

/** The answers that count. */
export function countedAnswers(answers: readonly Answer[]): Answer[] {
  return answers.filter((answer) => answer.excluded === null);
}

/** Whether all answers stand on one scale in one direction; others are never pooled. */
export function isOneScale(answers: readonly Answer[]): boolean {
  return new Set(answers.map((answer) => `${answer.scaleMin} ${answer.scaleMax} ${answer.direction}`)).size <= 1;
}

/** An answer as a share of its scale, 0-1, counted from the bad end. */
export function height(answer: Answer): number {
  const up = (answer.value - answer.scaleMin) / (answer.scaleMax - answer.scaleMin);
  return answer.direction === 'up' ? up : 1 - up;
}

/** Whether an answer is within so many boxes from the top of its scale. */
export function isWithinTop(answer: Answer, boxes: number): boolean {
  return (answer.direction === 'up' ? answer.scaleMax - answer.value : answer.value - answer.scaleMin) < boxes;
}

export function tallyAnswers(answers: readonly Answer[], valueOf: (answer: Answer) => number): Tally {
  const tally = new Tally(answers[0]?.segment ?? null);
  for (const answer of answers) tally.add({ cluster: answer.cluster, value: answer.excluded === null ? valueOf(answer) : null, excluded: answer.excluded });
  return tally;
}

export type AnswerMetric = Pick<Metric, 'name' | 'unit' | 'direction' | 'isHeadline'> & {
  item: ItemChoice;
  /** Why these scales are not this metric, as a flag; null when they are. */
  refuses?: (answers: readonly Answer[]) => string | null;
  valueOf: (answer: Answer, context: MetricContext) => number;
  envelopeOf?: (tally: Tally, evidence: InteractionFilter | null, flags: string[]) => Envelope;
};

/** A metric over the answers to one survey item. */
export function answerMetric({ item, refuses, valueOf, envelopeOf = (tally, evidence, flags) => shareOfTally(tally, evidence, { flags }), ...face }: AnswerMetric): Metric {
  const figure = (answers: readonly Answer[], filter: InteractionFilter, context: MetricContext): Envelope => {
    const counted = countedAnswers(answers);
    const key = mostFrequentKey(counted);
    const evidence = key === undefined ? null : { ...filter, surveyItem: { key } };
    const refusal = isOneScale(counted) ? refuses?.(counted) ?? null : 'mixed_scales';
    if (refusal !== null) return notIdentified(face.unit, { n: counted.length, flag: refusal, evidence });
    const flags = counted.some((answer) => answer.isLinked === 0) ? ['includes_unlinked'] : [];
    return envelopeOf(tallyAnswers(answers, (answer) => valueOf(answer, context)), evidence, flags);
  };
  return {
    ...face,
    compute: (context) => figure(surveyAnswers(context, item), context.filter, context),
    parts: (context, by) => [...groupBy(surveyAnswers(context, item, by).filter((answer) => answer.isLinked === 1), (answer) => answer.segment)]
      .map(([segment, answers]) => ({ segment, envelope: figure(answers, segmentFilter(context.filter, by, segment), context) })),
    distribution: (context) => answerDistribution(countedAnswers(surveyAnswers(context, item))),
  };
}

function mostFrequentKey(answers: readonly Answer[]): string | undefined {
  return [...groupBy(answers, (answer) => answer.key)].sort(([, a], [, b]) => b.length - a.length)[0]?.[0];
}

/** Answers per point of the scale, lowest first. */
function answerDistribution(answers: readonly Answer[]): { label: string; n: number }[] {
  return [...groupBy(answers, (answer) => answer.value)].sort(([a], [b]) => a - b).map(([value, same]) => ({ label: String(value), n: same.length }));
}
