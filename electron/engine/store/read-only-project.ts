import { registryOf } from '#engine/log/apply.ts';
import { type LoggedCommand, nextRedo, nextUndo } from '#engine/log/undo.ts';
import { listBackups } from './backups.ts';
import type { Database } from './database.ts';
import { type Evidence, readEvidence } from './evidence.ts';
import type { FileSystem } from './file-system.ts';
import { type Keyring, keyringOf, unlock } from './keyring.ts';
import { type Loaded, loadProject } from './load.ts';
import { readLock, wasOpen } from './lock.ts';
import { schemaVersion } from './migrations/index.ts';
import type { Backups, Check, OpenOptions, ProjectFile, ProjectInfo } from './project-file.ts';
import { lookInto } from './project-backups.ts';
import type { ProjectPaths } from './project-paths.ts';
import { chooseStart, type Start } from './recovery.ts';
import { saveCopy } from './save-copy.ts';
import { StoreError, toStoreError } from './store-error.ts';
import type { Vault } from './vault.ts';
import { verifyProject } from './verify.ts';

const attempts = 5;

/** Opens a project without writing anything, as of the last command on disk. */
export async function openForReading(options: OpenOptions, place: { fileSystem: FileSystem; paths: ProjectPaths }): Promise<ProjectFile> {
  const { fileSystem, paths } = place;
  try {
    const evidence = readSettled(fileSystem, paths);
    const hasLeftoverLock = evidence.journal === null && wasOpen(readLock(fileSystem, paths.lock));
    const { log, wasmPath } = options;
    const unlocked = await unlock({ fileSystem, paths, evidence }, options.passphrase);
    const start = await chooseStart({ fileSystem, paths, evidence, vault: unlocked.vault, hasLeftoverLock, accept: options.accept, wasmPath });
    const keyring = keyringOf(start, unlocked);
    const isTrusted = start.scan !== null;
    const loaded = await loadProject({ bytes: start.bytes, frames: start.frames, vault: keyring.vault, registry: registryOf(options.handlers), isTrusted, log, wasmPath });
    return new ReadOnlyProject({ ...place, clock: options.clock, keyring }, start, loaded);
  } catch (error) {
    throw toStoreError(error, 'reading the project');
  }
}

/** A writer may be swapping files at this moment: reads again until nothing was renamed in between. */
function readSettled(fileSystem: FileSystem, paths: ProjectPaths): Evidence {
  const inodes = () => [paths.snapshot, paths.journal, paths.snapshotNew, paths.journalNew].map((path) => fileSystem.stat(path)?.inode ?? 0).join();
  for (let attempt = 1; ; attempt += 1) {
    const before = inodes();
    const evidence = readEvidence(fileSystem, paths);
    if (inodes() === before || attempt === attempts) return evidence;
  }
}

/** A project that is open elsewhere, or lies where nothing may be written. */
class ReadOnlyProject implements ProjectFile {
  readonly db: Database;
  readonly backups: Backups;
  readonly info: ProjectInfo;
  readonly #place: { readonly fileSystem: FileSystem; readonly paths: ProjectPaths; readonly clock: () => Date; readonly keyring: Keyring };
  readonly #start: Start;
  readonly #loaded: Loaded;

  constructor(place: { fileSystem: FileSystem; paths: ProjectPaths; clock: () => Date; keyring: Keyring }, start: Start, loaded: Loaded) {
    const { paths, fileSystem } = place;
    this.#place = place;
    this.#start = start;
    this.#loaded = loaded;
    this.db = loaded.db;
    this.info = {
      path: paths.snapshot,
      projectId: loaded.meta.projectId,
      schemaVersion,
      generation: start.lastKnownGeneration,
      lastSeq: loaded.position.lastSeq,
      // The log of a project that is open elsewhere is no sign of a crash.
      recovered: start.scan === null ? start.sentence : null,
      readOnly: true,
      unsavedCommands: 0,
    };
    const list = () => listBackups(fileSystem, paths).map(({ name, at, generation, size }) => ({ name, at, generation, size }));
    this.backups = {
      list: () => Promise.resolve(list()), create: refuse, restore: refuse,
      look: (name, work) => Promise.resolve(lookInto({ fileSystem, paths, meta: loaded.meta, db: this.db, keyring: place.keyring }, name, work)),
    };
  }

  readonly execute = refuse;
  readonly undo = refuse;
  readonly redo = refuse;
  readonly bulk = refuse;
  readonly purge = refuse;
  readonly protect = refuse;

  get vault(): Vault | null {
    return this.#place.keyring.vault;
  }

  readonly checkpoint = refuse;
  readonly retrySave = refuse;

  canUndo(): LoggedCommand | null {
    return nextUndo(this.db);
  }

  canRedo(): LoggedCommand | null {
    return nextRedo(this.db);
  }

  saveCopy(path: string): Promise<void> {
    const { position } = this.#loaded;
    return saveCopy(this.#place, { db: this.db, position, generation: this.info.generation + 1, path, vault: this.vault });
  }

  verify(): Promise<Check[]> {
    const { projectId } = this.info;
    const { position } = this.#loaded;
    const { snapshotHash, scan, row } = this.#start;
    const journalPath = scan === null ? null : row === 'R2' || row === 'R4' ? this.#place.paths.journalNew : this.#place.paths.journal;
    return verifyProject({ ...this.#place, db: this.db, projectId, position, journalPath, snapshotHash });
  }

  close(): Promise<void> {
    this.vault?.forget();
    this.db.close();
    return Promise.resolve();
  }
}

function refuse(): Promise<never> {
  return Promise.reject(new StoreError('READ_ONLY', 'This project is open for reading only: it is open elsewhere, or lies where nothing may be written.'));
}
