import { randomBytes } from 'node:crypto';
import { basename, join } from 'node:path';
import { registryOf } from '#engine/log/apply.ts';
import { genesisHead } from '#engine/log/chain.ts';
import { openDatabase } from './database.ts';
import { readEvidence } from './evidence.ts';
import { type FileSystem, nodeFileSystem, removeIfThere, tryLink } from './file-system.ts';
import { Journal } from './journal.ts';
import type { JournalHeader } from './journal-format.ts';
import { type Keyring, keyringOf, unlock } from './keyring.ts';
import { type Loaded, loadProject } from './load.ts';
import { Lock } from './lock.ts';
import { migrate, schemaVersion } from './migrations/index.ts';
import { readMeta } from './open-checks.ts';
import { thisMachine } from './process-identity.ts';
import type { OpenOptions, ProjectFile, ProjectOptions } from './project-file.ts';
import { projectPaths, type ProjectPaths } from './project-paths.ts';
import { ProjectSession } from './project-session.ts';
import { openForReading } from './read-only-project.ts';
import { chooseStart, finishInterruptedSave, refuseForeignWrite, type Start } from './recovery.ts';
import { copyDurably } from './snapshot.ts';
import { StoreError, toStoreError } from './store-error.ts';

type OpenPlace = Place & { readonly keyring: Keyring };
type Place = { readonly fileSystem: FileSystem; readonly paths: ProjectPaths; readonly lock: Lock };

/**
 * Creates an empty project and opens it; it exists once this resolves.
 * @throws StoreError PROJECT_EXISTS | PROJECT_LOCKED | DISK_FULL | READ_ONLY
 */
export async function createProject(options: ProjectOptions): Promise<ProjectFile> {
  const fileSystem = options.fileSystem ?? nodeFileSystem;
  const paths = projectPaths(fileSystem, options.path);
  refuseExisting(fileSystem, paths);
  const lock = acquire(fileSystem, paths, options);
  try {
    refuseExisting(fileSystem, paths);
    const db = await openDatabase({ log: options.log, wasmPath: options.wasmPath });
    migrate(db);
    const projectId = options.newId();
    const now = options.clock().toISOString();
    db.run('INSERT INTO meta VALUES (1, ?, ?, ?, 0, 0, ?)', [projectId, now, now, genesisHead(projectId)]);
    const loaded: Loaded = { db, meta: readMeta(db), position: { lastSeq: 0, head: genesisHead(projectId) }, migratedFrom: null };
    const session = toSession({ fileSystem, paths, lock, keyring: { vault: null } }, options, { loaded, generation: 0, journal: null, snapshotHash: null, recovered: null });
    return await begin({ fileSystem, paths, lock }, session, () => session.establish());
  } catch (error) {
    lock.putBack();
    throw toStoreError(error, 'creating the project');
  }
}

/**
 * Opens a project, recovering what a crash left.
 * @throws StoreError; PROJECT_DAMAGED carries `offers` to choose from
 */
export async function openProject(options: OpenOptions): Promise<ProjectFile> {
  const fileSystem = options.fileSystem ?? nodeFileSystem;
  const paths = projectPaths(fileSystem, options.path);
  const access = options.access ?? 'write';
  refuseAbsent(fileSystem, paths);
  refuseForeignWrite(fileSystem, paths);
  if (access !== 'read') {
    try {
      return await openForWriting(options, { fileSystem, paths, lock: acquire(fileSystem, paths, options) });
    } catch (error) {
      const isElsewhere = error instanceof StoreError && (error.code === 'PROJECT_LOCKED' || error.code === 'READ_ONLY');
      if (access === 'write' || !isElsewhere) throw error;
    }
  }
  return openForReading(options, { fileSystem, paths });
}

function refuseExisting(fileSystem: FileSystem, paths: ProjectPaths): void {
  if (fileSystem.stat(paths.snapshot) !== null) throw new StoreError('PROJECT_EXISTS', 'There is a file of that name already. Choose another name.');
  if (fileSystem.stat(paths.journal) !== null) {
    throw new StoreError('PROJECT_EXISTS', 'The log of a project of that name lies here, but not the project file. Open it to recover it, or choose another name.');
  }
}

function refuseAbsent(fileSystem: FileSystem, paths: ProjectPaths): void {
  const places = [paths.snapshot, paths.snapshotNew, paths.journal, paths.journalNew, paths.backups];
  if (places.every((path) => fileSystem.stat(path) === null)) throw new StoreError('PROJECT_NOT_FOUND', 'There is no project at this place.');
}

function acquire(fileSystem: FileSystem, paths: ProjectPaths, options: OpenOptions): Lock {
  try {
    const newNonce = () => randomBytes(16).toString('hex');
    const probe = options.probe ?? thisMachine();
    return Lock.acquire({ fileSystem, path: paths.lock, clock: options.clock, newNonce, probe, takeOver: options.takeOver ?? false });
  } catch (error) {
    throw toStoreError(error, 'locking the project');
  }
}

async function openForWriting(options: OpenOptions, place: Place): Promise<ProjectFile> {
  const { fileSystem, paths, lock } = place;
  try {
    const evidence = readEvidence(fileSystem, paths);
    const unlocked = await unlock({ fileSystem, paths, evidence }, options.passphrase);
    const start = await chooseStart({ fileSystem, paths, evidence, vault: unlocked.vault, hasLeftoverLock: lock.leftoverWasOpen, accept: options.accept, wasmPath: options.wasmPath });
    const keyring = keyringOf(start, unlocked);
    const loaded = await loadProject({
      bytes: start.bytes,
      frames: start.frames,
      vault: keyring.vault,
      registry: registryOf(options.handlers),
      isTrusted: start.scan !== null,
      log: options.log,
      wasmPath: options.wasmPath,
    });
    return await openLoaded(options, { ...place, keyring }, { start, loaded });
  } catch (error) {
    lock.putBack();
    throw toStoreError(error, 'opening the project');
  }
}

/** From here on the disk is written: names are put right, an unfinished write is cut off, a new generation is made if needed. */
async function openLoaded(options: OpenOptions, place: OpenPlace, { start, loaded }: { start: Start; loaded: Loaded }): Promise<ProjectFile> {
  const { fileSystem, paths, lock } = place;
  let session: ProjectSession;
  try {
    if (start.row === 'R6') await keepDamaged(options, place);
    else if (start.row !== 'R5') finishInterruptedSave(fileSystem, paths, start.row);
    const journal = openJournal(place, start, loaded);
    const generation = journal?.header.generation ?? start.lastKnownGeneration;
    if (loaded.migratedFrom !== null) await keepUnmigrated(place, { version: loaded.migratedFrom, generation });
    session = toSession(place, options, { loaded, generation, journal, snapshotHash: start.snapshotHash, recovered: start.sentence });
  } catch (error) {
    loaded.db.close();
    throw error;
  }
  return begin(place, session, async () => {
    if (start.row === 'R6') session.recordRepair(start.lastKnownSeq + 1, { accepted: options.accept, reached: loaded.position.lastSeq });
    const isTakenOver = lock.leftover !== null && options.takeOver === true;
    // A new journal file: whatever a program that was taken for dead still writes goes nowhere.
    if (start.scan === null && start.row !== 'R7') await session.establish();
    else if (loaded.migratedFrom !== null || isTakenOver) await session.establish();
  });
}

async function begin({ lock }: Place, session: ProjectSession, finish: () => Promise<void>): Promise<ProjectFile> {
  try {
    await finish();
    lock.markOpen();
    session.start();
    return session;
  } catch (error) {
    session.abandon();
    throw error;
  }
}

type SessionParts = { loaded: Loaded; generation: number; journal: Journal | null; snapshotHash: string | null; recovered: string | null };

function toSession(place: OpenPlace, options: ProjectOptions, parts: SessionParts): ProjectSession {
  const { loaded, ...rest } = parts;
  const { clock, newId, log } = options;
  return new ProjectSession({ ...place, ...rest, clock, newId, log, registry: registryOf(options.handlers), db: loaded.db, meta: loaded.meta, ...loaded.position });
}

function openJournal({ fileSystem, paths, keyring }: OpenPlace, start: Start, { meta }: Loaded): Journal | null {
  if (start.scan !== null) return Journal.reopen(fileSystem, paths.journal, { scan: start.scan, vault: keyring.vault });
  if (start.row !== 'R7' || start.snapshotHash === null) return null;
  const header: JournalHeader = {
    projectId: meta.projectId,
    schemaVersion,
    generation: start.lastKnownGeneration,
    snapshotHash: start.snapshotHash,
    baseSeq: meta.lastSeq,
    baseHead: meta.head,
    salt: randomBytes(32).toString('hex'),
  };
  const journal = Journal.create(fileSystem, paths.journalNew, { header, frames: [], vault: keyring.vault });
  fileSystem.syncDirectory(paths.folder);
  fileSystem.rename(paths.journalNew, paths.journal);
  journal.path = paths.journal;
  fileSystem.syncDirectory(paths.folder);
  return journal;
}

/** What is damaged is never deleted: it stays beside the backups, under the time at which it was found. */
async function keepDamaged({ clock }: ProjectOptions, { fileSystem, paths }: Place): Promise<void> {
  fileSystem.makeDirectory(paths.backups);
  const time = clock().toISOString().replaceAll(/[-:.]/g, '');
  for (const path of [paths.snapshot, paths.snapshotNew, paths.journal, paths.journalNew]) {
    if (fileSystem.stat(path) === null) continue;
    const kept = join(paths.backups, `damaged-${time}-${basename(path)}`);
    removeIfThere(fileSystem, kept);
    if (!tryLink(fileSystem, path, kept)) await copyDurably(fileSystem, path, kept);
  }
  fileSystem.syncDirectory(paths.backups);
}

async function keepUnmigrated({ fileSystem, paths }: Place, from: { version: number; generation: number }): Promise<void> {
  fileSystem.makeDirectory(paths.backups);
  const kept = join(paths.backups, `pre-migration-v${from.version}-g${String(from.generation).padStart(6, '0')}.earshot`);
  if (fileSystem.stat(kept) !== null) return;
  removeIfThere(fileSystem, `${kept}-new`);
  await copyDurably(fileSystem, paths.snapshot, `${kept}-new`);
  fileSystem.rename(`${kept}-new`, kept);
  fileSystem.syncDirectory(paths.backups);
}
