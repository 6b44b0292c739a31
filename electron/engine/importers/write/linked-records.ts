import { rubricScore } from '#shared/stats/rubric.ts';
import type { EvaluationRecord, TagRecord } from '../tables/records.ts';
import type { References } from './references.ts';
import { unknownCode, type Outcome } from './table-records.ts';
import { insert, upsert, type WriteContext, type Written } from './upsert.ts';

/** Items of the two-dimension rubric are called T1 to T5 and E1 to E5; four of five must be scored (metric specification 4.1). */
function dimensionScore(r: EvaluationRecord, letter: 't' | 'e'): number | undefined {
  const items = r.answers.filter((answer) => new RegExp(`^${letter}[1-5]$`, 'i').test(answer.item)).map((answer) => (4 * answer.value) / answer.valueMax);
  return rubricScore(items, 4, 4) ?? undefined;
}

/** An evaluation keeps the id of its interaction, so that it finds it even if that comes in later. */
export function writeEvaluation(context: WriteContext, references: References, r: EvaluationRecord): Written {
  const set = {
    interaction_id: references.interaction(r.interactionExternalId)?.id, interaction_external_id: r.interactionExternalId,
    form: r.form, evaluator: r.evaluator, evaluated_at: r.evaluatedAt, purpose: r.purpose,
    score: r.score, passed: r.passed, technical: r.technical ?? dimensionScore(r, 't'), emotional: r.emotional ?? dimensionScore(r, 'e'), note: r.note,
  };
  // Without an id of its own, the same evaluator's evaluation of the same interaction at the same time is the same one.
  const externalId = r.externalId ?? `${r.interactionExternalId} ${r.evaluator ?? ''} ${r.evaluatedAt ?? ''}`.trim();
  const row = upsert(context, 'evaluation', { key: { external_id: externalId }, set });
  const changed = r.answers.filter((answer) => {
    const { db } = context;
    const before = db.get<{ value: number | null }>('SELECT value FROM evaluation_answer WHERE evaluation_id = ? AND item = ?', [row.id, answer.item]);
    if (before?.value === answer.value) return false;
    db.run('INSERT OR REPLACE INTO evaluation_answer (evaluation_id, item, value, value_max, evidence_ms) VALUES (?, ?, ?, ?, ?)',
      [row.id, answer.item, answer.value, answer.valueMax, answer.evidenceMs ?? null]);
    return before !== undefined;
  });
  return row.written === 'same' && changed.length > 0 ? 'updated' : row.written;
}

/** A tag made elsewhere. The same code at the same place by the same coder is the same tag. */
export function writeTag(context: WriteContext, references: References, r: TagRecord): Outcome {
  const { db } = context;
  const code = db.get<{ id: string }>('SELECT id FROM code WHERE key = ?', [r.codeKey]);
  if (!code) return unknownCode(r.codeKey);
  const interaction = references.interaction(r.interactionExternalId);
  if (!interaction) {
    return { refused: { column: 'interaction_id', code: 'INTERACTION_UNKNOWN', found: r.interactionExternalId, expected: 'the id of an interaction in this project', message: `There is no interaction "${r.interactionExternalId}". Import its transcript or the interactions table, then this file again.` } };
  }
  const place = placeOf(context, interaction.key, r);
  const coder = r.coder ?? 'import';
  const same = db.get(
    'SELECT 1 AS found FROM tag WHERE interaction_id = ? AND code_id = ? AND start_ms IS ? AND turn_seq IS ? AND created_by = ?',
    [interaction.id, code.id, place.start_ms, place.turn_seq, coder],
  );
  if (same) return 'same';
  const at = db.get<{ at: string }>('SELECT at FROM import_batch WHERE id = ?', [context.importId])?.at ?? '';
  return insert(context, 'tag', {
    interaction_id: interaction.id, code_id: code.id, ...place, note: r.note ?? null, severity: r.severity ?? null, outcome: r.outcome ?? null, created_at: at, created_by: coder,
  }).written;
}

type TurnTimes = { seq: number; start_ms: number | null; end_ms: number | null };

/** Time and turn are two names of one place: what is missing is taken from the turn that holds the other. */
function placeOf(context: WriteContext, interactionKey: number, r: TagRecord) {
  const { db } = context;
  const { isWritten } = db.get<{ isWritten: number }>("SELECT channel IN ('chat', 'email', 'letter') AS isWritten FROM interaction WHERE key = ?", [interactionKey]) ?? { isWritten: 0 };
  const ofBare = (bare: number | undefined): { ms?: number | undefined; turn?: number | undefined } => (bare === undefined ? {} : isWritten === 1 ? { turn: bare } : { ms: 1000 * bare });
  const [start, end] = [{ ms: r.startMs, turn: r.turnNumber, ...ofBare(r.bareStart) }, { ms: r.endMs, turn: r.endTurnNumber, ...ofBare(r.bareEnd) }];
  const numbered = (turn: number) => db.get<TurnTimes>('SELECT seq, start_ms, end_ms FROM turn WHERE interaction_key = ? AND seq = ?', [interactionKey, turn - 1]);
  const turn = start.turn !== undefined ? numbered(start.turn)
    : start.ms === undefined ? undefined
      : db.get<TurnTimes>('SELECT seq, start_ms, end_ms FROM turn WHERE interaction_key = ? AND start_ms <= ? ORDER BY start_ms DESC LIMIT 1', [interactionKey, start.ms]);
  const last = end.turn === undefined ? undefined : numbered(end.turn);
  return { start_ms: start.ms ?? turn?.start_ms ?? null, end_ms: end.ms ?? last?.end_ms ?? null, turn_seq: turn?.seq ?? null };
}
