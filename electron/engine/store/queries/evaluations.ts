import type { Evaluation } from '#shared/model/evaluation.ts';
import type { Database } from '../database.ts';

type EvaluationSql = {
  id: string; external_id: string | null; form: string | null; evaluator: string | null; evaluated_at: string | null;
  purpose: Evaluation['purpose']; score: number | null; passed: number | null; technical: number | null; emotional: number | null; note: string | null;
};

/** The evaluations of an interaction with their answers, oldest first. */
export function evaluationsOf(db: Database, interactionId: string): Evaluation[] {
  return db.all<EvaluationSql>('SELECT * FROM evaluation WHERE interaction_id = ? ORDER BY evaluated_at, id', [interactionId]).map((row) => ({
    id: row.id, externalId: row.external_id, form: row.form, evaluator: row.evaluator, evaluatedAt: row.evaluated_at,
    purpose: row.purpose, score: row.score, passed: row.passed === null ? null : row.passed === 1,
    technical: row.technical, emotional: row.emotional, note: row.note,
    answers: db.all<{ item: string; value: number | null; value_max: number; evidence_ms: number | null }>(
      'SELECT item, value, value_max, evidence_ms FROM evaluation_answer WHERE evaluation_id = ? ORDER BY item', [row.id],
    ).map((answer) => ({ item: answer.item, value: answer.value, valueMax: answer.value_max, evidenceMs: answer.evidence_ms })),
  }));
}
