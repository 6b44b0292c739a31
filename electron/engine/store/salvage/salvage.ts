import type { Registry } from '#engine/log/apply.ts';
import { newSalts } from '#engine/log/salts.ts';
import { recordDone } from '#engine/log/record.ts';
import type { LogPosition } from '#engine/log/log-row.ts';
import { type Database, openDatabase } from '../database.ts';
import { readEvidence } from '../evidence.ts';
import type { FileSystem } from '../file-system.ts';
import { unlock } from '../keyring.ts';
import { applicationId, migrate, schemaVersion } from '../migrations/index.ts';
import { type Meta, readMeta } from '../open-checks.ts';
import { projectPaths } from '../project-paths.ts';
import { saveCopy } from '../save-copy.ts';
import { applicationIdOf, withoutSeal } from '../snapshot.ts';
import { StoreError, toStoreError } from '../store-error.ts';
import { isEncrypted, type Vault } from '../vault.ts';
import { knownTables } from './known-tables.ts';
import { type JournalEntry, keepLog, makeAgain, readJournalFrames } from './log-again.ts';
import { mend, type Mended } from './mend.ts';
import { NewProject } from './new-project.ts';
import { Pages } from './pages.ts';
import { type ReadResult, readTables } from './read-tables.ts';

export type SalvageOptions = {
  readonly fileSystem: FileSystem;
  /** The damaged `NAME.earshot`; it is only read. */
  readonly path: string;
  readonly passphrase: string | undefined;
  readonly registry: Registry;
  readonly clock: () => Date;
  readonly newId: () => string;
  readonly actor: string;
  readonly wasmPath?: string;
  /** Awaited all the time, with pages read of pages there are; may throw to stop. */
  readonly breathe: (done: number, total: number) => Promise<void>;
  /** Sees all rows as they were read, before any is left out of the new project. */
  readonly asRead: (db: Database, read: ReadResult) => Promise<void>;
};

export type Salvaged = ReadResult & Mended & {
  /** Changes of the journal that the damaged file did not hold. */
  readonly journal: readonly JournalEntry[];
  /** Places of the journal that cannot be read. */
  readonly journalDamaged: number;
  /** Whether the record of changes was whole and goes on; else the new project begins its own. */
  readonly isLogKept: boolean;
  readonly isEncrypted: boolean;
  /** Writes the new project to a new file; encrypted with the same keys if the damaged one was. @throws StoreError PROJECT_EXISTS | DISK_FULL */
  save(path: string): Promise<void>;
  /** Frees memory and keys. */
  close(): void;
};

/**
 * Reads whatever can be read of a damaged project and makes a whole one of it in memory. Nothing beside or in the damaged
 * project is written.
 * @throws StoreError PROJECT_NOT_FOUND | PASSPHRASE_NEEDED | WRONG_PASSPHRASE | NEWER_VERSION, and PROJECT_DAMAGED if not one row can be read
 */
export async function salvage(options: SalvageOptions): Promise<Salvaged> {
  const { database, journalBytes, vault } = await readDamaged(options);
  const db = await openDatabase({ wasmPath: options.wasmPath });
  try {
    migrate(db);
    db.exec('PRAGMA foreign_keys = OFF');
    const pages = new Pages(database);
    const known = knownTables(db);
    let done = 0;
    const read = await readTables(pages, { known, sink: new NewProject(db), breathe: () => options.breathe((done += 1), pages.count) });
    const breathe = () => options.breathe(pages.count, pages.count);
    const journal = readJournalFrames(journalBytes, vault);
    const isEmpty = read.tables.every(({ rows }) => rows === 0) && read.stray.length === 0 && journal.frames.length === 0;
    if (isEmpty) throw new StoreError('PROJECT_DAMAGED', 'Nothing in this file can be read any more. It was left as it is; look for a copy elsewhere.');
    await options.asRead(db, read);
    const meta = metaOf(db);
    const log = await keepLog(db, meta, options.newId);
    const mended = await mend(db, known, breathe);
    const again = makeAgain(db, { registry: options.registry, position: log.position, lastSeq: meta?.lastSeq ?? 0 }, journal.frames);
    const position = nameProject(db, { options, meta, projectId: log.projectId, position: again.position });
    return {
      ...read, ...mended, journal: again.entries, journalDamaged: journal.unreadable, isLogKept: log.isKept, isEncrypted: vault !== null,
      save: (path) => saveCopy(options, { db, position, generation: 1, path, vault }),
      close: () => {
        vault?.forget();
        db.close();
      },
    };
  } catch (error) {
    vault?.forget();
    db.close();
    throw error;
  }
}

async function readDamaged({ fileSystem, path, passphrase }: SalvageOptions): Promise<{ database: Uint8Array; journalBytes: Uint8Array | null; vault: Vault | null }> {
  try {
    const paths = projectPaths(fileSystem, path);
    const evidence = readEvidence(fileSystem, paths);
    const journalBytes = evidence.journal?.bytes ?? evidence.journalNew?.bytes ?? null;
    const file = withoutSeal((evidence.snapshot ?? evidence.snapshotNew)?.bytes ?? new Uint8Array(0));
    if (file.length === 0 && journalBytes === null) throw new StoreError('PROJECT_NOT_FOUND', 'There is no project at this place, and no log of one.');
    refuseNewer(file);
    const { vault } = await unlock({ fileSystem, paths, evidence }, passphrase);
    return { database: vault === null || !isEncrypted(file) ? file : vault.decryptSound(file).database, journalBytes, vault };
  } catch (error) {
    throw toStoreError(error, 'reading the project');
  }
}

/** Tables of a later Earshot may look alike and mean something else. */
function refuseNewer(file: Uint8Array): void {
  if (applicationIdOf(file) !== applicationId) return;
  const version = Buffer.from(file.buffer, file.byteOffset, 100).readUInt32BE(60);
  // A damaged head may say anything; no Earshot will have thousands of versions.
  if (version > schemaVersion && version < 1000) throw new StoreError('NEWER_VERSION', `The project was written by a newer Earshot (version ${version} of the file, this one knows ${schemaVersion}). Update Earshot to save what can be read.`);
}

function metaOf(db: Database): Meta | null {
  return db.get('SELECT 1 FROM meta') === undefined ? null : readMeta(db);
}

/** Gives the new project its one row about itself, and its record a line that says what it was made from. */
function nameProject(db: Database, at: { options: SalvageOptions; meta: Meta | null; projectId: string; position: LogPosition }): LogPosition {
  const { options: { clock, newId, actor, registry }, meta, projectId } = at;
  const now = clock().toISOString();
  return db.transaction(() => {
    const command = { id: newId(), name: 'project.salvage', version: 1, at: now, actor, payload: { from: meta?.projectId ?? null } };
    const position = recordDone(db, { position: at.position, registry, newSalts }, { seq: at.position.lastSeq + 1, command, outcome: { inverse: null, entityId: null } });
    db.run('DELETE FROM meta');
    db.run('INSERT INTO meta VALUES (1, ?, ?, ?, 1, ?, ?)', [projectId, meta?.createdAt ?? now, now, position.lastSeq, position.head]);
    return position;
  });
}
