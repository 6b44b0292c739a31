import { answerParts, discardDraft, finishEvaluation, reopenEvaluation, saveDraft, type DraftPayload } from '#shared/commands/evaluations.ts';
import type { Database } from '#engine/store/database.ts';
import { findDraft } from '#engine/store/queries/evaluation-drafts.ts';
import { findEvaluation } from '#engine/store/queries/evaluations.ts';
import { refreshCompanyScore } from '#engine/store/queries/scores.ts';
import { CommandRefused, type AnyCommandHandler, type CommandHandler } from '../handler.ts';
import { insertRow, mustFind, partsIfThere, updateRow } from './row-values.ts';

type PayloadOf<D> = D extends { payload: { _output: infer P } } ? P : never;

const draftColumns = (p: DraftPayload) => ({
  interaction_id: p.interactionId, form_version_id: p.formVersionId, queue_id: p.queueId, kind: p.kind, evaluator: p.evaluator,
  answers: JSON.stringify(p.answers), note: p.note, listening: JSON.stringify(p.heard), is_blind: p.isBlind, started_at: p.startedAt,
});

function mustHave(db: Database, { interactionId, formVersionId }: DraftPayload): string {
  mustFind(db.get('SELECT 1 AS found FROM form_version WHERE id = ?', [formVersionId]), 'form');
  return mustFind(db.get<{ externalId: string }>('SELECT external_id AS externalId FROM interaction WHERE id = ?', [interactionId]), 'interaction').externalId;
}

const save: CommandHandler<DraftPayload> = {
  definition: saveDraft,
  standing: (db, { id }) => answerParts.of(findDraft(db, id) ?? null),
  apply(db, payload) {
    mustHave(db, payload);
    const before = findDraft(db, payload.id);
    if (before) {
      updateRow(db, { table: 'evaluation_draft', id: payload.id }, draftColumns(payload));
      return { inverse: { name: saveDraft.name, payload: before }, entityId: payload.id };
    }
    const other = db.get('SELECT 1 AS found FROM evaluation_draft WHERE interaction_id = ? AND kind = ? AND evaluator = ?', [payload.interactionId, payload.kind, payload.evaluator]);
    if (other) throw new CommandRefused('REFUSED', 'This evaluation was begun already.');
    insertRow(db, 'evaluation_draft', { id: payload.id, ...draftColumns(payload) });
    return { inverse: { name: discardDraft.name, payload: { id: payload.id } }, entityId: payload.id };
  },
};

const discard: CommandHandler<{ id: string }> = {
  definition: discardDraft,
  standing: (db, { id }) => partsIfThere(answerParts, findDraft(db, id)),
  apply(db, { id }) {
    const before = mustFind(findDraft(db, id), 'evaluation');
    db.run('DELETE FROM evaluation_draft WHERE id = ?', [id]);
    return { inverse: { name: saveDraft.name, payload: before }, entityId: before.interactionId };
  },
};

type Finish = PayloadOf<typeof finishEvaluation>;

const finish: CommandHandler<Finish> = {
  definition: finishEvaluation,
  standing: (db, { draft }) => partsIfThere(answerParts, findDraft(db, draft.id)),
  apply(db, payload) {
    const { draft } = payload;
    const externalId = mustHave(db, draft);
    const before = mustFind(findDraft(db, draft.id), 'evaluation');
    db.run('DELETE FROM evaluation_draft WHERE id = ?', [draft.id]);
    insertRow(db, 'evaluation', {
      id: draft.id, external_id: null, interaction_id: draft.interactionId, interaction_external_id: externalId, form: payload.form, evaluator: draft.evaluator,
      evaluated_at: payload.evaluatedAt, purpose: payload.purpose, score: payload.score, passed: payload.passed, technical: payload.technical, emotional: payload.emotional,
      note: draft.note, form_version_id: draft.formVersionId, queue_id: draft.queueId, started_at: draft.startedAt, is_blind: draft.isBlind,
      fail_reasons: JSON.stringify(payload.failReasons), listening: JSON.stringify(draft.heard),
    });
    for (const answer of payload.answers) insertAnswer(db, draft, answer);
    refreshCompanyScore(db, draft.interactionId);
    return { inverse: { name: reopenEvaluation.name, payload: { id: draft.id, draft: before } }, entityId: draft.id };
  },
};

function insertAnswer(db: Database, draft: DraftPayload, { question, value, valueMax }: Finish['answers'][number]): void {
  const given = draft.answers.find((answer) => answer.question === question);
  const ms = given?.evidence?.ms ?? null;
  insertRow(db, 'evaluation_answer', {
    evaluation_id: draft.id, item: question, value, value_max: valueMax, option_position: given?.option ?? null,
    evidence_ms: ms === null ? null : Math.round(ms), evidence_turn_seq: given?.evidence?.turnSeq ?? null, evidence_tag_id: given?.evidence?.tagId ?? null,
    comment: null,
  });
}

/** Everything that finishing again needs, out of the rows that reopening takes away. */
function finishPayloadOf(db: Database, id: string, draft: DraftPayload): Finish {
  const row = mustFind(findEvaluation(db, id), 'evaluation');
  if (row.purpose === 'calibration' || row.purpose === 'unknown') throw new CommandRefused('REFUSED', 'This evaluation was not made in Earshot.');
  return {
    draft: { ...draft, heard: row.listening?.spans ?? [], isBlind: row.isBlind ?? false }, evaluatedAt: row.evaluatedAt ?? '', purpose: row.purpose, form: row.form ?? '', score: row.score, passed: row.passed, technical: row.technical,
    emotional: row.emotional, failReasons: row.failReasons, answers: row.answers.map(({ item, value, valueMax }) => ({ question: item, value, valueMax })),
  };
}

const reopen: CommandHandler<PayloadOf<typeof reopenEvaluation>> = {
  definition: reopenEvaluation,
  apply(db, { id, draft }) {
    const inverse = finishPayloadOf(db, id, draft);
    db.run('DELETE FROM evaluation WHERE id = ?', [id]);
    insertRow(db, 'evaluation_draft', { id, ...draftColumns(draft) });
    refreshCompanyScore(db, draft.interactionId);
    return { inverse: { name: finishEvaluation.name, payload: inverse }, entityId: id };
  },
};

export const evaluationHandlers: readonly AnyCommandHandler[] = [save, discard, finish, reopen];
