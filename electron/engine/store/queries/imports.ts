import { SavedMapping } from '#shared/model/saved-mapping.ts';
import type { SetAsideRow } from '#shared/model/import-report.ts';
import type { Problem } from '#engine/importers/importer.ts';
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
export function setAsideRows(db: Database, page: { importId: string; offset: number; limit: number }): { total: number; rows: SetAsideRow[]; mendable: { file: string; rows: number }[] } {
  const total = db.get<{ n: number }>('SELECT count(*) AS n FROM set_aside WHERE import_id = ?', [page.importId])?.n ?? 0;
  const rows = db.all<SetAsideRow>(
    `SELECT file, row, column_name AS "column", code, found, expected, message FROM set_aside WHERE import_id = ? ORDER BY rowid LIMIT ? OFFSET ?`,
    [page.importId, page.limit, page.offset],
  );
  return { total, rows, mendable: mendableFiles(db, page.importId) };
}

/** The tables of which rows were set aside that can be saved, mended and imported again. */
function mendableFiles(db: Database, importId: string): { file: string; rows: number }[] {
  return db.all('SELECT file, count(DISTINCT row) AS rows FROM set_aside WHERE import_id = ? AND record IS NOT NULL GROUP BY file ORDER BY min(rowid)', [importId]);
}

/** The rows themselves, with what is wrong with each, in the order of the file. */
export function setAsideRecords(db: Database, of: { importId: string; file: string }): Problem[] {
  return db.all<Problem & { json: string }>(
    `SELECT file, row, column_name AS "column", code, found, expected, message, record AS json FROM set_aside
     WHERE import_id = ? AND file = ? AND record IS NOT NULL ORDER BY row, rowid`, [of.importId, of.file],
  ).map(({ json, ...problem }) => ({ ...problem, record: JSON.parse(json) as Record<string, string> }));
}

type RecipeSql = { id: string; name: string; kind: string; mapping: string };

/** Saved mappings by name. */
export function recipes(db: Database) {
  return db.all<RecipeSql>('SELECT id, name, kind, mapping FROM recipe ORDER BY name').map(toRecipe);
}

function toRecipe(row: RecipeSql) {
  return { id: row.id, name: row.name, kind: row.kind, mapping: SavedMapping.parse(JSON.parse(row.mapping)) };
}
