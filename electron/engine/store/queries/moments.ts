import type { Note, Quote, Tag } from '#shared/model/moment.ts';
import type { Database } from '../database.ts';

type TagSql = {
  id: string; interaction_id: string; code_id: string; code_key: string; code_name: string; start_ms: number | null; end_ms: number | null;
  turn_seq: number | null; char_start: number | null; char_end: number | null; note: string | null; severity: number | null;
  outcome: Tag['outcome']; created_at: string; created_by: string;
};

const tagSelect = `SELECT g.*, k.key AS code_key, k.name AS code_name FROM tag g JOIN code k ON k.id = g.code_id`;
/** One tag with no join: SQLite plans a join with a parameter anew each time it runs, which takes longer than running it. */
const oneTag = `SELECT g.*, (SELECT key FROM code WHERE id = g.code_id) AS code_key, (SELECT name FROM code WHERE id = g.code_id) AS code_name
  FROM tag g WHERE g.id = ?`;

function toTag(row: TagSql): Tag {
  return {
    id: row.id, interactionId: row.interaction_id, codeId: row.code_id, codeKey: row.code_key, codeName: row.code_name,
    startMs: row.start_ms, endMs: row.end_ms, turnSeq: row.turn_seq, charStart: row.char_start, charEnd: row.char_end,
    note: row.note, severity: row.severity, outcome: row.outcome, createdAt: row.created_at, createdBy: row.created_by,
  };
}

/** The tags of an interaction in the order of what was heard. */
export function tagsOf(db: Database, interactionId: string): Tag[] {
  return db.all<TagSql>(`${tagSelect} WHERE g.interaction_id = ? ORDER BY coalesce(g.start_ms, 0), g.turn_seq, g.created_at, g.id`, [interactionId]).map(toTag);
}

export function findTag(db: Database, id: string): Tag | undefined {
  const row = db.get<TagSql>(oneTag, [id]);
  return row && toTag(row);
}

/** The starred quotes of an interaction, in order. */
export function quotesOf(db: Database, interactionId: string): Quote[] {
  return db.all<{ id: string; interaction_id: string; turn_seq: number; char_start: number | null; char_end: number | null; note: string | null; created_at: string; created_by: string }>(
    'SELECT * FROM quote WHERE interaction_id = ? ORDER BY turn_seq, created_at, id', [interactionId],
  ).map((row) => ({
    id: row.id, interactionId: row.interaction_id, turnSeq: row.turn_seq, charStart: row.char_start, charEnd: row.char_end,
    note: row.note, createdAt: row.created_at, createdBy: row.created_by,
  }));
}

/** The notes of an interaction, in order. */
export function notesOf(db: Database, interactionId: string): Note[] {
  return db.all<{ id: string; interaction_id: string; at_ms: number | null; turn_seq: number | null; text: string; created_at: string; created_by: string }>(
    'SELECT * FROM note WHERE interaction_id = ? ORDER BY coalesce(at_ms, 0), created_at, id', [interactionId],
  ).map((row) => ({
    id: row.id, interactionId: row.interaction_id, atMs: row.at_ms, turnSeq: row.turn_seq, text: row.text,
    createdAt: row.created_at, createdBy: row.created_by,
  }));
}
