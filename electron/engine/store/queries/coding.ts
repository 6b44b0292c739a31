import type { CodedMark } from '#shared/model/coding.ts';
import type { Database } from '../database.ts';

type MarkSql = Record<string, string | number | null>;

const tagSql = `SELECT 'tag' AS kind, g.id, g.created_at AS createdAt, g.created_by AS createdBy, i.external_id AS interaction, k.key AS code, g.start_ms AS startMs, g.end_ms AS endMs,
  g.turn_seq AS turnSeq, g.char_start AS charStart, g.char_end AS charEnd, g.note, g.severity, g.outcome
  FROM tag g JOIN interaction i ON i.id = g.interaction_id JOIN code k ON k.id = g.code_id`;
const cueSql = `SELECT 'cue' AS kind, o.id, o.created_at AS createdAt, o.created_by AS createdBy, i.external_id AS interaction, o.turn_seq AS turnSeq, o.outcome, o.softened, o.note
  FROM empathy_opportunity o JOIN interaction i ON i.id = o.interaction_id`;

const toCue = (row: MarkSql): CodedMark => ({ ...row, softened: row['softened'] === null ? null : row['softened'] === 1 }) as CodedMark;

/** What people marked in this project by hand; what was imported is not theirs to pass on. */
export function codedMarks(db: Database): CodedMark[] {
  return [
    ...db.all<MarkSql>(`${tagSql} WHERE g.import_id IS NULL ORDER BY g.created_at, g.id`).map((row) => row as CodedMark),
    ...db.all<MarkSql>(`${cueSql} ORDER BY o.created_at, o.id`).map(toCue),
  ];
}

/** The mark of this project that another one is about: by its id; a cue also by its turn and its listener. */
export function sameMark(db: Database, mark: CodedMark): CodedMark | null {
  if (mark.kind === 'tag') return (db.get<MarkSql>(`${tagSql} WHERE g.id = ?`, [mark.id]) as CodedMark | undefined) ?? null;
  const row = db.get<MarkSql>(`${cueSql} WHERE o.id = ?1 OR (i.external_id = ?2 AND o.turn_seq = ?3 AND o.created_by = ?4) ORDER BY o.id <> ?1`, [mark.id, mark.interaction, mark.turnSeq, mark.createdBy]);
  return row === undefined ? null : toCue(row);
}

/** The id of the code with this short form, in use or not; null where there is none. */
export function codeIdOf(db: Database, key: string): string | null {
  return db.get<{ id: string }>('SELECT id FROM code WHERE key = ? COLLATE NOCASE', [key])?.id ?? null;
}
