import { listeningOf } from '#shared/form/listening-coverage.ts';
import type { Evaluation, EvaluationDraft } from '#shared/model/evaluation.ts';
import type { HeardSpan } from '#shared/model/listening.ts';
import type { Database } from '../database.ts';

type EvaluationSql = {
  id: string; external_id: string | null; form: string | null; evaluator: string | null; evaluated_at: string | null;
  purpose: Evaluation['purpose']; score: number | null; passed: number | null; technical: number | null; emotional: number | null; note: string | null;
  form_version_id: string | null; queue_id: string | null; started_at: string | null; is_blind: number | null; fail_reasons: string | null; listening: string | null;
  duration_ms: number | null;
};
type AnswerSql = {
  item: string; value: number | null; value_max: number; evidence_ms: number | null; evidence_turn_seq: number | null; evidence_tag_id: string | null; option_position: number | null;
};

const flag = (value: number | null): boolean | null => (value === null ? null : value === 1);

const select = `SELECT e.*, coalesce((SELECT max(m.duration_ms) FROM media m WHERE m.interaction_id = e.interaction_id), i.duration_ms) AS duration_ms
  FROM evaluation e LEFT JOIN interaction i ON i.id = e.interaction_id`;

const answersOf = (db: Database, id: string): AnswerSql[] => db.all<AnswerSql>('SELECT * FROM evaluation_answer WHERE evaluation_id = ? ORDER BY item', [id]);

function toEvaluation(db: Database, row: EvaluationSql): Evaluation {
  return {
    id: row.id, externalId: row.external_id, form: row.form, evaluator: row.evaluator, evaluatedAt: row.evaluated_at,
    purpose: row.purpose, score: row.score, passed: flag(row.passed), technical: row.technical, emotional: row.emotional, note: row.note,
    formVersionId: row.form_version_id, queueId: row.queue_id, startedAt: row.started_at, isBlind: flag(row.is_blind),
    failReasons: row.fail_reasons === null ? [] : JSON.parse(row.fail_reasons) as Evaluation['failReasons'],
    listening: row.listening === null ? null : listeningOf(JSON.parse(row.listening) as HeardSpan[], row.duration_ms),
    answers: answersOf(db, row.id).map((answer) => ({
      item: answer.item, value: answer.value, valueMax: answer.value_max, evidenceMs: answer.evidence_ms, evidenceTurnSeq: answer.evidence_turn_seq, evidenceTagId: answer.evidence_tag_id,
    })),
  };
}

/** The evaluations of an interaction with their answers, oldest first. */
export function evaluationsOf(db: Database, interactionId: string): Evaluation[] {
  return db.all<EvaluationSql>(`${select} WHERE e.interaction_id = ? ORDER BY e.evaluated_at, e.id`, [interactionId]).map((row) => toEvaluation(db, row));
}

export function findEvaluation(db: Database, id: string): Evaluation | undefined {
  const row = db.get<EvaluationSql>(`${select} WHERE e.id = ?`, [id]);
  return row && toEvaluation(db, row);
}

/** The evaluation that a person finished in Earshot for an interaction, the latest one. */
export function finishedBy(db: Database, { interactionId, kind, evaluator }: Pick<EvaluationDraft, 'interactionId' | 'kind' | 'evaluator'>): Evaluation | undefined {
  const row = db.get<EvaluationSql>(
    `${select} WHERE e.interaction_id = ? AND e.evaluator = ? AND e.form_version_id IS NOT NULL AND (e.purpose = 'self') = ? ORDER BY e.evaluated_at DESC LIMIT 1`,
    [interactionId, evaluator, kind === 'self' ? 1 : 0],
  );
  return row && toEvaluation(db, row);
}

/** A finished evaluation as what it was before it was finished; undefined for imported ones and ones without their interaction. */
export function draftBefore(db: Database, id: string): EvaluationDraft | undefined {
  const row = db.get<EvaluationSql & { interaction_id: string | null }>(`${select} WHERE e.id = ?`, [id]);
  if (!row || row.form_version_id === null || row.interaction_id === null || row.evaluator === null) return undefined;
  return {
    id: row.id, interactionId: row.interaction_id, formVersionId: row.form_version_id, queueId: row.queue_id, kind: row.purpose === 'self' ? 'self' : 'quality',
    evaluator: row.evaluator, note: row.note, heard: JSON.parse(row.listening ?? '[]') as HeardSpan[], isBlind: row.is_blind === 1, startedAt: row.started_at ?? '',
    answers: answersOf(db, id).map((answer) => ({
      question: answer.item, option: answer.option_position,
      evidence: answer.evidence_ms === null && answer.evidence_turn_seq === null && answer.evidence_tag_id === null ? null
        : { ms: answer.evidence_ms, turnSeq: answer.evidence_turn_seq, tagId: answer.evidence_tag_id },
    })),
  };
}

/** Answers by evaluation, for scoring many again: of evaluations that answered at least one of the questions. */
export function answersToQuestions(db: Database, questions: readonly string[]) {
  return db.all<{ evaluationId: string; interactionId: string | null; externalId: string | null; item: string; value: number | null; valueMax: number }>(
    `SELECT a.evaluation_id AS evaluationId, e.interaction_id AS interactionId, coalesce(i.external_id, e.interaction_external_id) AS externalId, a.item, a.value, a.value_max AS valueMax
     FROM evaluation_answer a JOIN evaluation e ON e.id = a.evaluation_id LEFT JOIN interaction i ON i.id = e.interaction_id
     WHERE lower(a.item) IN (SELECT lower(value) FROM json_each(?)) ORDER BY a.evaluation_id`, [JSON.stringify(questions)],
  );
}
