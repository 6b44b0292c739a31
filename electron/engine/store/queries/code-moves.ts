import type { SplitRule } from '#shared/model/code-revision.ts';
import type { Database, SqlParameter } from '../database.ts';

/** What merging one code into another would move. */
export function mergePreview(db: Database, { id, intoId }: { id: string; intoId: string }): { tags: number; interactions: number; both: number; codes: number } {
  const row = db.get<{ tags: number; interactions: number; both: number; codes: number }>(
    `SELECT count(*) AS tags, count(DISTINCT g.interaction_id) AS interactions,
       (SELECT count(DISTINCT a.interaction_id) FROM tag a JOIN tag b ON b.interaction_id = a.interaction_id WHERE a.code_id = ?1 AND b.code_id = ?2) AS both,
       (SELECT count(*) FROM code WHERE parent_id = ?1 AND retired = 0) AS codes
     FROM tag g WHERE g.code_id = ?1`, [id, intoId],
  );
  return row ?? { tags: 0, interactions: 0, both: 0, codes: 0 };
}

const fromSql = `FROM tag g JOIN interaction i ON i.id = g.interaction_id LEFT JOIN turn t ON t.interaction_key = i.key AND t.seq = g.turn_seq`;

function ruleSql(id: string, rule: SplitRule): { sql: string; parameters: SqlParameter[] } {
  const parts: [string, SqlParameter[]][] = [['g.code_id = ?', [id]]];
  if (rule.words !== null) {
    const words = rule.words.toLowerCase();
    parts.push(["(instr(lower(coalesce(g.note, '')), ?) > 0 OR instr(lower(coalesce(t.text, '')), ?) > 0)", [words, words]]);
  }
  if (rule.createdBy !== null) parts.push(['g.created_by = ?', [rule.createdBy]]);
  if (rule.outcome !== null) parts.push(['g.outcome = ?', [rule.outcome]]);
  return { sql: parts.map(([sql]) => sql).join(' AND '), parameters: parts.flatMap(([, parameters]) => parameters) };
}

/** The ids of a code's tags that a rule finds, in a stable order. */
export function tagsOfSplit(db: Database, id: string, rule: SplitRule): string[] {
  const where = ruleSql(id, rule);
  return db.all<{ id: string }>(`SELECT g.id ${fromSql} WHERE ${where.sql} ORDER BY g.id`, where.parameters).map((row) => row.id);
}

type Example = { interactionId: string; externalId: string; startMs: number | null; turnSeq: number | null; note: string | null; text: string | null };
const shownExamples = 5;

/** How many of a code's tags a rule finds, with the first of them and everybody who tagged. */
export function splitPreview(db: Database, id: string, rule: SplitRule): { tags: number; moving: number; coders: string[]; examples: Example[] } {
  const where = ruleSql(id, rule);
  const examples = db.all<Example>(
    `SELECT i.id AS interactionId, i.external_id AS externalId, g.start_ms AS startMs, g.turn_seq AS turnSeq, g.note, substr(t.text, 1, 300) AS text
     ${fromSql} WHERE ${where.sql} ORDER BY g.created_at, g.id LIMIT ${shownExamples}`, where.parameters,
  );
  const coders = db.all<{ name: string }>('SELECT created_by AS name FROM tag WHERE code_id = ? GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 50', [id]).map(({ name }) => name);
  const tags = db.get<{ n: number }>('SELECT count(*) AS n FROM tag WHERE code_id = ?', [id])?.n ?? 0;
  return { tags, moving: tagsOfSplit(db, id, rule).length, coders, examples };
}

export type CodePlace = { id: string; parentId: string | null; position: number };

/**
 * The places of all codes after one of them was put under `parentId` before `beforeId` (null: at the end of its new
 * neighbours); only those that change. Positions count through the whole codebook, so that its order is the tree's.
 */
export function placesAfter(db: Database, move: { id: string; parentId: string | null; beforeId: string | null }): CodePlace[] {
  const now = db.all<CodePlace>('SELECT id, parent_id AS parentId, position FROM code ORDER BY position, kind, name');
  const rest = now.filter(({ id }) => id !== move.id).map(({ id, parentId }) => ({ id, parentId }));
  const beforeAt = rest.findIndex(({ id }) => id === move.beforeId);
  const moved = { id: move.id, parentId: move.parentId };
  const order = beforeAt < 0 ? [...rest, moved] : [...rest.slice(0, beforeAt), moved, ...rest.slice(beforeAt)];
  const before = new Map(now.map((place) => [place.id, place]));
  return order.map((place, at) => ({ ...place, position: at + 1 }))
    .filter((place) => before.get(place.id)?.position !== place.position || before.get(place.id)?.parentId !== place.parentId);
}
