import { Mapping } from '#shared/model/import-mapping.ts';
import type { Database } from '../database.ts';
import { readDefinitions } from './definitions.ts';

/** What decides how files are read: the time zone, and the newest recipe for each header. */
export function importKnowledge(db: Database): { timeZone: string; recipes: Map<string, { name: string; mapping: Mapping }> } {
  const rows = db.all<{ name: string; fingerprint: string; mapping: string }>(
    'SELECT name, header_fingerprint AS fingerprint, mapping FROM recipe ORDER BY created_at, rowid',
  );
  return {
    timeZone: readDefinitions(db).definitions.timeZone,
    recipes: new Map(rows.map(({ name, fingerprint, mapping }) => [fingerprint, { name, mapping: Mapping.parse(JSON.parse(mapping)) }])),
  };
}

/**
 * The files of imports that still stand, by content hash: the names without folder under which they came, or null for
 * tables, whose rows carry their own identifiers. Transcripts and recordings are the same only under the same name: two
 * interactions may hold the same words.
 */
export function knownFiles(db: Database, importId: string): Map<string, string[] | null> {
  const known = new Map<string, string[] | null>();
  const rows = db.iterate<{ name: string; hash: string; importer: string | null }>(
    `SELECT f.name, f.content_hash AS hash, f.importer FROM source_file f JOIN import_batch b ON b.id = f.import_id
     WHERE f.status = 'imported' AND (b.status = 'ready' OR b.id = ?)`, [importId],
  );
  for (const { name, hash, importer } of rows) {
    const names = known.get(hash);
    if (importer?.startsWith('table:') === true || names === null) known.set(hash, null);
    else known.set(hash, [...(names ?? []), name.slice(name.lastIndexOf('/') + 1)]);
  }
  return known;
}
