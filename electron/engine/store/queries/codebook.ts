import type { Code } from '#shared/model/code.ts';
import type { Database } from '../database.ts';

type CodeSql = {
  id: string; key: string; name: string; kind: Code['kind']; dimension: Code['dimension']; parent_id: string | null; owner: string | null;
  controllable_by: string | null; preventable: number | null; definition: string; examples: string; colour: number;
  quick_slot: number | null; uses: number;
};

const select = 'SELECT k.*, (SELECT count(*) FROM tag g WHERE g.code_id = k.id) AS uses FROM code k';

function toCode(row: CodeSql): Code {
  return {
    id: row.id, key: row.key, name: row.name, kind: row.kind, dimension: row.dimension, parentId: row.parent_id, owner: row.owner,
    controllableBy: row.controllable_by, preventable: row.preventable === null ? null : row.preventable === 1,
    definition: row.definition, examples: JSON.parse(row.examples) as string[], colour: row.colour, quickSlot: row.quick_slot, uses: row.uses,
  };
}

/** The codes in use, in the order of the codebook. */
export function listCodes(db: Database): Code[] {
  return db.all<CodeSql>(`${select} WHERE k.retired = 0 ORDER BY k.position, k.kind, k.name`).map(toCode);
}

/** Under which code one stands and before which of those in use beside it, null at the end. */
export function placeOfCode(db: Database, id: string): { parentId: string | null; beforeId: string | null } | undefined {
  const rows = db.all<{ id: string; parentId: string | null }>('SELECT id, parent_id AS parentId FROM code WHERE retired = 0 ORDER BY position, kind, name');
  const own = rows.find((row) => row.id === id);
  if (own === undefined) return undefined;
  const beside = rows.filter(({ parentId }) => parentId === own.parentId);
  return { parentId: own.parentId, beforeId: beside[beside.indexOf(own) + 1]?.id ?? null };
}

/** The codes out of use, by name. */
export function retiredCodes(db: Database): Code[] {
  return db.all<CodeSql>(`${select} WHERE k.retired = 1 ORDER BY k.name, k.key`).map(toCode);
}

/** A code by id or key, retired ones too. */
export function findCode(db: Database, idOrKey: string): Code | undefined {
  const row = db.get<CodeSql>(`${select} WHERE k.id = ? OR k.key = ? COLLATE NOCASE ORDER BY k.id = ? DESC LIMIT 1`, [idOrKey, idOrKey, idOrKey]);
  return row && toCode(row);
}

/** The id of a code that is named by its id or its key. */
export function codeIdOf(db: Database, idOrKey: string): string | undefined {
  return db.get<{ id: string }>('SELECT id FROM code WHERE id = ?', [idOrKey])?.id ?? findCode(db, idOrKey)?.id;
}

/** Is the codebook the one that the project began with, with which nobody has tagged and which nobody has changed? */
export function isDefaultUntouched(db: Database): boolean {
  return db.get(`SELECT 1 AS found WHERE NOT EXISTS (SELECT 1 FROM tag)
    AND EXISTS (SELECT 1 FROM command_log WHERE name = 'codebook.start') AND NOT EXISTS (SELECT 1 FROM command_log WHERE name LIKE 'code.%')`) !== undefined;
}
