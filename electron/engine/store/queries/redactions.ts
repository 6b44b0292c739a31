import type { EntityType } from '#shared/model/privacy.ts';
import type { Turn } from '#shared/model/interaction.ts';
import { maskText } from '#engine/privacy/find-entities.ts';
import type { Database } from '../database.ts';

export type Redaction = {
  id: string; interactionId: string; turnSeq: number; charStart: number; charEnd: number; startMs: number | null; endMs: number | null;
  type: EntityType; status: 'applied' | 'dismissed' | 'final'; createdAt: string; createdBy: string;
};

const columns = `id, interaction_id AS interactionId, turn_seq AS turnSeq, char_start AS charStart, char_end AS charEnd, start_ms AS startMs, end_ms AS endMs,
  type, status, created_at AS createdAt, created_by AS createdBy`;

/** Everything that was decided about one interaction, in the order of the text. */
export function redactionsOf(db: Database, interactionId: string): Redaction[] {
  return db.all<Redaction>(`SELECT ${columns} FROM redaction WHERE interaction_id = ? ORDER BY turn_seq, char_start`, [interactionId]);
}

export function findRedaction(db: Database, id: string): Redaction | undefined {
  return db.get<Redaction>(`SELECT ${columns} FROM redaction WHERE id = ?`, [id]);
}

/** True when any place of one interaction is hidden. */
export function hasHiddenPlaces(db: Database, interactionId: string): boolean {
  return db.get("SELECT 1 AS found FROM redaction WHERE interaction_id = ? AND status = 'applied' LIMIT 1", [interactionId]) !== undefined;
}

/** The turns with hidden places written over, unit for unit. */
export function hideInTurns(db: Database, interactionId: string, turns: readonly Turn[]): Turn[] {
  return withMasked(db, interactionId, turns).map(({ turn, masked }) => {
    if (masked === null) return turn;
    // The words as they came in say what is hidden now.
    const { original: _original, ...rest } = turn;
    return { ...rest, text: masked };
  });
}

/** The turns as they were said, with what everybody else sees beside those that hold hidden places. */
export function redactedBeside(db: Database, interactionId: string, turns: readonly Turn[]): Turn[] {
  return withMasked(db, interactionId, turns).map(({ turn, masked }) => (masked === null ? turn : { ...turn, redacted: masked }));
}

/** Beside each turn its words with the hidden places written over; null where it has none. */
export function withMasked<T extends Pick<Turn, 'seq' | 'text'>>(db: Database, interactionId: string, turns: readonly T[]): { turn: T; masked: string | null }[] {
  const hidden = new Map<number, Redaction[]>();
  for (const redaction of redactionsOf(db, interactionId)) {
    if (redaction.status === 'applied') hidden.set(redaction.turnSeq, [...(hidden.get(redaction.turnSeq) ?? []), redaction]);
  }
  return turns.map((turn) => {
    const own = hidden.get(turn.seq);
    return { turn, masked: own === undefined ? null : maskText(turn.text, spansOf(own)) };
  });
}

/** One turn's text with its hidden places written over. */
export function hideInText(db: Database, at: { interactionId: string; turnSeq: number }, text: string): string {
  const hidden = db.all<{ start: number; end: number }>(
    "SELECT char_start AS start, char_end AS end FROM redaction WHERE interaction_id = ? AND turn_seq = ? AND status = 'applied'", [at.interactionId, at.turnSeq],
  );
  return hidden.length === 0 ? text : maskText(text, hidden);
}

function spansOf(redactions: readonly Redaction[]): { start: number; end: number }[] {
  return redactions.map(({ charStart, charEnd }) => ({ start: charStart, end: charEnd }));
}

/** Stretches of an interaction's recordings that are to be silent, in milliseconds. */
export function silencedSpans(db: Database, interactionId: string): { startMs: number; endMs: number }[] {
  return db.all(
    `SELECT start_ms AS startMs, end_ms AS endMs FROM redaction
     WHERE interaction_id = ? AND status IN ('applied','final') AND start_ms IS NOT NULL AND end_ms IS NOT NULL ORDER BY start_ms`, [interactionId],
  );
}

/** Turns with hidden places that a full-text expression finds in their original words. */
export function hiddenMatches(db: Database, match: string): { key: number; interactionId: string; turnSeq: number; text: string }[] {
  if (db.get("SELECT 1 AS found FROM redaction WHERE status = 'applied' LIMIT 1") === undefined) return [];
  return db.all(
    `SELECT DISTINCT t.key, i.id AS interactionId, t.seq AS turnSeq, t.text FROM turn_text JOIN turn t ON t.key = turn_text.docid
     JOIN interaction i ON i.key = t.interaction_key JOIN redaction r ON r.interaction_id = i.id AND r.turn_seq = t.seq AND r.status = 'applied'
     WHERE turn_text MATCH ?`, [match],
  );
}
