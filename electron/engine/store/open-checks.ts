import { createHash } from 'node:crypto';
import type { Database } from './database.ts';
import { applicationId, migrate, readSchemaVersion, schemaVersion } from './migrations/index.ts';
import { schemaHash } from './migrations/schema-hash.ts';
import { StoreError } from './store-error.ts';

/** What a project says about itself. */
export type Meta = {
  readonly projectId: string;
  readonly createdAt: string;
  readonly savedAt: string;
  readonly generation: number;
  readonly lastSeq: number;
  readonly head: string;
};

/** The one row of `meta`. @throws StoreError NOT_A_PROJECT */
export function readMeta(db: Database): Meta {
  const meta = db.get<Meta>(
    'SELECT project_id AS projectId, created_at AS createdAt, saved_at AS savedAt, generation, last_seq AS lastSeq, chain_head AS head FROM meta',
  );
  if (meta === undefined) throw notAProject();
  return meta;
}

/**
 * Refuses a database that is no project, of a newer Earshot, or with other tables, triggers or views than Earshot makes:
 * those could run when Earshot reads or writes. @throws StoreError NOT_A_PROJECT | NEWER_VERSION | UNEXPECTED_SCHEMA
 */
export function checkSchema(db: Database): void {
  if (db.get<{ application_id: number }>('PRAGMA application_id')?.application_id !== applicationId) throw notAProject();
  const version = readSchemaVersion(db);
  if (version < 1) throw notAProject();
  if (version > schemaVersion) {
    throw new StoreError('NEWER_VERSION', `The project was written by a newer Earshot (version ${version} of the file, this one knows ${schemaVersion}). Update Earshot to open it.`);
  }
  const found = schemaText(db);
  // Making the expected one takes longer than all the rest of opening a small project; its hash is known.
  if (version === schemaVersion && hashOfSchema(found) === schemaHash) return;
  const expected = expectedSchema(db, version);
  const strange = found.find((line) => !expected.has(line));
  if (strange !== undefined || found.length !== expected.size) {
    const what = strange === undefined ? 'Tables are missing' : `It holds something that Earshot did not make (${strange.slice(0, 80)})`;
    throw new StoreError('UNEXPECTED_SCHEMA', `The project was changed by another program. ${what}. Open a backup, or the copy that was not changed.`);
  }
}

/**
 * Checks pages and rows of every table; for files whose hash nobody vouches for. Full text is left out: it can be built
 * again from the turns. @throws StoreError PROJECT_DAMAGED
 */
export function checkPages(db: Database): void {
  const tables = db.all<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'`);
  for (const { name } of tables) {
    const [first] = db.all<{ quick_check: string }>(`PRAGMA quick_check("${name}")`);
    if (first?.quick_check !== 'ok') throw new StoreError('PROJECT_DAMAGED', `The project file is damaged (table ${name}).`);
  }
}

const expectedSchemas = new Map<number, Set<string>>();

/** Every line of `sqlite_schema` as the migrations themselves make it. */
function expectedSchema(db: Database, version: number): Set<string> {
  const known = expectedSchemas.get(version);
  if (known !== undefined) return known;
  const fresh = db.another();
  try {
    migrate(fresh, version);
    const expected = new Set(schemaText(fresh));
    expectedSchemas.set(version, expected);
    return expected;
  } finally {
    fresh.close();
  }
}

/** SHA-256 of the lines of a schema, in hexadecimal digits. */
export function hashOfSchema(lines: readonly string[]): string {
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

/** ANALYZE adds sqlite_stat tables; they hold only figures. */
export function schemaText(db: Database): string[] {
  return db
    .all<{ line: string }>(
      `SELECT type || ' ' || name || ' on ' || tbl_name || ': ' || coalesce(sql, '') AS line FROM sqlite_schema
       WHERE name NOT IN ('sqlite_stat1', 'sqlite_stat4') ORDER BY line`,
    )
    .map(({ line }) => line);
}

function notAProject(): StoreError {
  return new StoreError('NOT_A_PROJECT', 'This file is not an Earshot project.');
}
