import type { JsonMapping } from '#shared/model/json-mapping.ts';
import { isJsonMapping, SavedMapping } from '#shared/model/saved-mapping.ts';
import type { ProjectKnowledge } from '#engine/importers/reading/kind-of-source.ts';
import type { Database } from '../database.ts';
import { readDefinitions } from './definitions.ts';

/** What decides how files are read: the time zone, the newest recipe for each header, and the recipes for JSON, newest first. */
export function importKnowledge(db: Database, chosen: Iterable<JsonMapping> = []): ProjectKnowledge {
  const rows = db.all<{ name: string; fingerprint: string; mapping: string }>(
    'SELECT name, header_fingerprint AS fingerprint, mapping FROM recipe ORDER BY created_at, rowid',
  ).map((row) => ({ ...row, mapping: SavedMapping.parse(JSON.parse(row.mapping)) }));
  return {
    timeZone: readDefinitions(db).definitions.timeZone,
    recipes: new Map(rows.flatMap(({ name, fingerprint, mapping }) => (isJsonMapping(mapping) ? [] : [[fingerprint, { name, mapping }] as const]))),
    jsonRecipes: [
      ...[...chosen].map((mapping) => ({ name: null, mapping })),
      ...rows.flatMap(({ name, mapping }) => (isJsonMapping(mapping) ? [{ name, mapping }] : [])).reverse(),
    ],
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
