import { type Registry, replayFrame } from '#engine/log/apply.ts';
import type { LogPosition } from '#engine/log/log-row.ts';
import { type Database, openDatabase } from './database.ts';
import type { Frame } from './journal-format.ts';
import { migrate, readSchemaVersion, schemaVersion } from './migrations/index.ts';
import { checkPages, checkSchema, type Meta, readMeta } from './open-checks.ts';
import { plainFrame } from './keyring.ts';
import { databaseIn } from './snapshot.ts';
import { StoreError, type StoreLog } from './store-error.ts';
import type { Vault } from './vault.ts';

export type LoadInput = {
  readonly bytes: Uint8Array;
  readonly registry: Registry;
  readonly frames: readonly Frame[];
  readonly vault: Vault | null;
  /** Whether every page is checked: a file whose hash a journal names needs no such check. */
  readonly isTrusted: boolean;
  readonly log: StoreLog;
  readonly wasmPath: string | undefined;
};

export type Loaded = {
  readonly db: Database;
  readonly meta: Meta;
  readonly position: LogPosition;
  /** The schema version that the file had, if it was an older one. */
  readonly migratedFrom: number | null;
};

/** Opens the database of a snapshot, brings it to today's schema and does again what the journal holds. */
export async function loadProject(input: LoadInput): Promise<Loaded> {
  const db = await openDatabase({ bytes: databaseIn(input.bytes, input.vault), log: input.log, wasmPath: input.wasmPath }).catch((error: unknown) => {
    throw asDamage(error);
  });
  try {
    checkSchema(db);
    if (!input.isTrusted) checkPages(db);
    const meta = readMeta(db);
    const version = readSchemaVersion(db);
    if (version < schemaVersion) {
      migrate(db);
      checkPages(db);
    }
    const position = replayFrames(db, input.registry, { frames: input.frames.map((frame) => plainFrame(frame, input.vault)), from: { lastSeq: meta.lastSeq, head: meta.head } });
    return { db, meta, position, migratedFrom: version < schemaVersion ? version : null };
  } catch (error) {
    db.close();
    throw asDamage(error);
  }
}

/** @throws StoreError REPLAY_FAILED | NEWER_VERSION */
export function replayFrames(db: Database, registry: Registry, journal: { frames: readonly Frame[]; from: LogPosition }): LogPosition {
  if (journal.frames.length === 0) return journal.from;
  return db.transaction(() => journal.frames.reduce((position, frame) => replayFrame(db, { registry, position }, frame), journal.from));
}

/** SQLite's own complaints about a file are not for people. */
function asDamage(error: unknown): unknown {
  const isOfSqlite = error instanceof Error && !(error instanceof StoreError) && /malformed|not a database|no such table|unsupported file format|schema/i.test(error.message);
  if (!isOfSqlite) return error;
  return new StoreError('PROJECT_DAMAGED', 'The project file is damaged.', { cause: error });
}
