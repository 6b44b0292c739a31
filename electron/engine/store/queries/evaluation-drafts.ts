import type { EvaluationDraft } from '#shared/model/evaluation.ts';
import type { Database } from '../database.ts';

type DraftSql = {
  id: string; interaction_id: string; form_version_id: string; queue_id: string | null; kind: EvaluationDraft['kind']; evaluator: string;
  answers: string; note: string | null; listening: string; is_blind: number; started_at: string;
};

function toDraft(row: DraftSql): EvaluationDraft {
  return {
    id: row.id, interactionId: row.interaction_id, formVersionId: row.form_version_id, queueId: row.queue_id, kind: row.kind, evaluator: row.evaluator,
    answers: JSON.parse(row.answers) as EvaluationDraft['answers'], note: row.note, heard: JSON.parse(row.listening) as EvaluationDraft['heard'],
    isBlind: row.is_blind === 1, startedAt: row.started_at,
  };
}

/** What a person has filled in so far for an interaction. */
export function draftOf(db: Database, { interactionId, kind, evaluator }: Pick<EvaluationDraft, 'interactionId' | 'kind' | 'evaluator'>): EvaluationDraft | undefined {
  const row = db.get<DraftSql>('SELECT * FROM evaluation_draft WHERE interaction_id = ? AND kind = ? AND evaluator = ?', [interactionId, kind, evaluator]);
  return row && toDraft(row);
}

export function findDraft(db: Database, id: string): EvaluationDraft | undefined {
  const row = db.get<DraftSql>('SELECT * FROM evaluation_draft WHERE id = ?', [id]);
  return row && toDraft(row);
}
