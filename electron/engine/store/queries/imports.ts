import { Mapping } from '#shared/model/import-mapping.ts';
import type { SetAsideRow } from '#shared/model/import-report.ts';
import type { Database } from '../database.ts';

/** Every import, newest first, with what it brought. */
export function importList(db: Database) {
  return db.all<{ id: string; at: string; status: 'importing' | 'ready' | 'removed'; files: number; interactions: number; setAside: number }>(
    `SELECT b.id, b.at, b.status, (SELECT count(*) FROM source_file f WHERE f.import_id = b.id) AS files,
       coalesce(json_extract(b.summary, '$.interactions'), 0) AS interactions, coalesce(json_extract(b.summary, '$.setAside'), 0) AS setAside
     FROM import_batch b ORDER BY b.at DESC, b.id`,
  );
}

/** What an import set aside, in the order in which it was met. */
export function setAsideRows(db: Database, page: { importId: string; offset: number; limit: number }): { total: number; rows: SetAsideRow[] } {
  const total = db.get<{ n: number }>('SELECT count(*) AS n FROM set_aside WHERE import_id = ?', [page.importId])?.n ?? 0;
  const rows = db.all<SetAsideRow>(
    `SELECT file, row, column_name AS "column", code, found, expected, message FROM set_aside WHERE import_id = ? ORDER BY rowid LIMIT ? OFFSET ?`,
    [page.importId, page.limit, page.offset],
  );
  return { total, rows };
}

type RecipeSql = { id: string; name: string; kind: string; mapping: string };

/** Saved mappings by name. */
export function recipes(db: Database) {
  return db.all<RecipeSql>('SELECT id, name, kind, mapping FROM recipe ORDER BY name').map(toRecipe);
}

function toRecipe(row: RecipeSql) {
  return { id: row.id, name: row.name, kind: row.kind, mapping: Mapping.parse(JSON.parse(row.mapping)) };
}
