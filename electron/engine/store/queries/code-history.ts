import type { CodeRevision } from '#shared/model/code-revision.ts';
import type { Database } from '../database.ts';

type Logged = { seq: number; kind: 'do' | 'undo' | 'redo'; name: string; at: string; actor: string; entity_id: string | null; payload: string | null; inverse: string | null };
type Fields = Record<string, unknown>;

const acts: Readonly<Record<string, CodeRevision['act']>> = {
  'codebook.start': 'start', 'code.add': 'add', 'code.change': 'change', 'code.remove': 'remove', 'code.arrange': 'move',
  'code.merge': 'merge', 'code.unmerge': 'unmerge', 'code.split': 'split', 'code.unsplit': 'unsplit',
};

/** Everything that was done to the codebook, or to one code, newest first, with what each step changed. */
export function codeHistory(db: Database, { id, limit }: { id: string | null; limit: number }): CodeRevision[] {
  const rows = db.all<Logged>(
    `SELECT seq, kind, name, at, actor, entity_id, payload, inverse FROM command_log
     WHERE name IN (SELECT value FROM json_each(?1)) AND (?2 IS NULL OR entity_id = ?2
       OR json_extract(payload, '$.intoId') = ?2 OR json_extract(payload, '$.code.id') = ?2 OR json_extract(payload, '$.newId') = ?2)
     ORDER BY seq DESC LIMIT ?3`, [JSON.stringify(Object.keys(acts)), id, limit],
  );
  const names = new Map(db.all<{ id: string; name: string }>('SELECT id, name FROM code').map((code) => [code.id, code.name]));
  return rows.map((row) => toRevision(row, names));
}

function toRevision(row: Logged, names: ReadonlyMap<string, string>): CodeRevision {
  const payload = JSON.parse(row.payload ?? '{}') as Fields;
  const before = (JSON.parse(row.inverse ?? '{}') as { payload?: Fields }).payload ?? {};
  const named = (value: unknown): string | null => (typeof value === 'string' ? names.get(value) ?? null : null);
  const newCode = (payload['code'] ?? {}) as Fields;
  return {
    seq: row.seq, at: row.at, actor: row.actor, act: actOf(row.name, payload, before), isUndo: row.kind === 'undo', isRedo: row.kind === 'redo',
    codeId: row.entity_id, codeName: textOf(payload['name'] ?? before['name']) ?? named(row.entity_id),
    otherName: named(payload['intoId']) ?? textOf(newCode['name']) ?? named(payload['newId']),
    tags: tagsMoved(payload, before), changes: row.name === 'code.change' ? changesOf(payload, before, named) : [],
  };
}

function actOf(name: string, payload: Fields, before: Fields): CodeRevision['act'] {
  if (name === 'code.change' && payload['retired'] !== before['retired']) return payload['retired'] === true ? 'retire' : 'restore';
  return acts[name] ?? 'change';
}

/** The ids travel with the command that gives them back. */
function tagsMoved(payload: Fields, before: Fields): number | null {
  const ids = payload['tagIds'] ?? before['tagIds'];
  return Array.isArray(ids) ? ids.length : null;
}

const unseen = new Set(['id', 'retired', 'uses']);

function changesOf(payload: Fields, before: Fields, named: (value: unknown) => string | null): CodeRevision['changes'] {
  return Object.keys(payload)
    .filter((field) => !unseen.has(field) && JSON.stringify(payload[field]) !== JSON.stringify(before[field]))
    .map((field) => {
      const shown = field === 'parentId' ? named : textOf;
      return { field: field === 'parentId' ? 'parent' : field, before: shown(before[field]), after: shown(payload[field]) };
    });
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.join('\n');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
