import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type FileSystem, hasErrorCode, readWhole, removeIfThere, tryLink, writeFully } from './file-system.ts';
import { Journal } from './journal.ts';
import type { Frame, JournalHeader } from './journal-format.ts';
import type { Content } from './memory-file.ts';
import { previousName, type ProjectPaths } from './project-paths.ts';
import { copyDurably, writeSnapshot } from './snapshot.ts';
import { StoreError, type StoreLog } from './store-error.ts';
import type { Vault } from './vault.ts';

/** A state of the database between two commands, and what comes after it. */
export type Cut = {
  /** The database at that moment, marked read-only. */
  readonly database: Content;
  readonly lastSeq: number;
  readonly head: string;
  /** Grows while the snapshot is written: frames of commands that it does not hold. */
  readonly carried: readonly Frame[];
};

export type CheckpointContext = {
  readonly fileSystem: FileSystem;
  readonly paths: ProjectPaths;
  readonly log: StoreLog;
  /** The generation to write, one more than the last. */
  readonly generation: number;
  readonly header: Pick<JournalHeader, 'projectId' | 'schemaVersion' | 'salt'>;
  /** Encrypts what is written; null for a plain project. */
  readonly vault: Vault | null;
  /** The journal that is in use; null while a project is created. */
  readonly journal: Journal | null;
  /** False: try even where it may not fit (nothing else would save the last commands). */
  readonly needsRoom: boolean;
  isLockOurs(): boolean;
  /** Cuts between two batches of commands; commands go on afterwards. */
  cut(): Cut;
  /** Holds commands back until the caller has taken over the new journal (or the old one again). */
  hold(): void;
};

export type Checkpoint = { readonly generation: number; readonly journal: Journal; readonly snapshotHash: string; readonly baseSeq: number };

/** How long a rename is retried where another program may hold the file for a moment (Windows), in ms. */
const renameDelaysMs = process.platform === 'win32' ? [10, 20, 50, 100, 200, 500, 1_000, 1_500, 1_500] : [];

/**
 * Writes the next generation: a snapshot and a new journal, and swaps them in by renaming. Until the folder is synced
 * the old pair holds every acknowledged command; from then on the new one does. What is written under `-new` names is
 * removed again if anything fails before the first rename; the project then goes on with the old pair.
 * @throws StoreError READ_ONLY if the lock was lost, DISK_FULL; or the file system's error
 */
export async function writeCheckpoint(context: CheckpointContext): Promise<Checkpoint> {
  const { fileSystem, paths } = context;
  if (!context.isLockOurs()) throw new StoreError('READ_ONLY', 'Another program has taken the project over. Save a copy to keep what is not saved yet.');
  await finishEarlierRename(context);
  removeIfThere(fileSystem, paths.snapshotNew);
  removeIfThere(fileSystem, paths.journalNew);
  const cut = context.cut();
  try {
    if (context.needsRoom) requireRoom(context, cut);
    const seal = { generation: context.generation, lastSeq: cut.lastSeq };
    const snapshot = await writeSnapshot(fileSystem, paths.snapshotNew, { database: cut.database, seal, vault: context.vault });
    await keepPreviousSnapshot(context);
    context.hold();
    return await swapIn(context, cut, snapshot);
  } catch (error) {
    // Whoever finds these later would only throw them away.
    attempt(context, 'CLEANUP_FAILED', () => removeIfThere(fileSystem, paths.snapshotNew));
    attempt(context, 'CLEANUP_FAILED', () => removeIfThere(fileSystem, paths.journalNew));
    throw error;
  }
}

async function swapIn(context: CheckpointContext, cut: Cut, snapshot: { hash: string; inode: number }): Promise<Checkpoint> {
  const { fileSystem, paths, generation } = context;
  const header = { ...context.header, generation, snapshotHash: snapshot.hash, baseSeq: cut.lastSeq, baseHead: cut.head };
  const journal = Journal.create(fileSystem, paths.journalNew, { header, frames: cut.carried, vault: context.vault });
  try {
    fileSystem.syncDirectory(paths.folder);
    keepPreviousJournal(context);
    await renameOver(context, { from: paths.snapshotNew, to: paths.snapshot, inode: snapshot.inode });
  } catch (error) {
    journal.close();
    throw error;
  }
  // From here on there is no way back: the snapshot of this generation bears the project's name.
  try {
    await renameOver(context, { from: paths.journalNew, to: paths.journal, inode: journal.inode });
    journal.path = paths.journal;
  } catch (error) {
    // Recovery finds the journal under this name as well; the next checkpoint tries again.
    context.log({ level: 'warn', code: 'JOURNAL_RENAME_FAILED', detail: { message: String(error) } });
  }
  attempt(context, 'FOLDER_SYNC_FAILED', () => fileSystem.syncDirectory(paths.folder));
  attempt(context, 'CLEANUP_FAILED', () => removeOlderPrevious(context));
  return { generation, journal, snapshotHash: snapshot.hash, baseSeq: cut.lastSeq };
}

/** The live journal may still be called `-log-new`; that name is needed now. */
async function finishEarlierRename({ paths, journal, ...context }: CheckpointContext): Promise<void> {
  if (journal === null || journal.path !== paths.journalNew || !journal.isInPlace()) return;
  await renameOver(context, { from: paths.journalNew, to: paths.journal, inode: journal.inode });
  journal.path = paths.journal;
}

/** An error does not say whether a rename happened: the file that bears the name does. */
async function renameOver({ fileSystem }: Pick<CheckpointContext, 'fileSystem'>, at: { from: string; to: string; inode: number }): Promise<void> {
  for (let attempts = 0; ; attempts += 1) {
    try {
      fileSystem.rename(at.from, at.to);
      return;
    } catch (error) {
      if (inodeOf(fileSystem, at.to) === at.inode && inodeOf(fileSystem, at.from) === null) return;
      const delayMs = renameDelaysMs[attempts];
      if (delayMs === undefined || !hasErrorCode(error, 'EPERM', 'EACCES', 'EBUSY')) throw error;
      await delay(delayMs);
    }
  }
}

function inodeOf(fileSystem: FileSystem, path: string): number | null {
  return fileSystem.stat(path)?.inode ?? null;
}

function requireRoom({ fileSystem, paths, journal }: CheckpointContext, cut: Cut): void {
  const needed = 2 * (cut.database.size + (journal?.size ?? 0));
  if (fileSystem.freeBytes(paths.folder) < needed) {
    throw new StoreError('DISK_FULL', `The disk has less than the ${Math.ceil(needed / 1_000_000)} MB free that saving needs. Make room and try again.`);
  }
}

/** The replaced snapshot stays as `previous-g…` until the next checkpoint. */
async function keepPreviousSnapshot({ fileSystem, paths, generation, journal }: CheckpointContext): Promise<void> {
  if (journal === null || fileSystem.stat(paths.snapshot) === null) return;
  fileSystem.makeDirectory(paths.backups);
  const name = join(paths.backups, `${previousName(generation - 1)}.earshot`);
  removeIfThere(fileSystem, name);
  if (!tryLink(fileSystem, paths.snapshot, name)) await copyDurably(fileSystem, paths.snapshot, name);
}

function keepPreviousJournal({ fileSystem, paths, generation, journal }: CheckpointContext): void {
  if (journal === null || fileSystem.stat(journal.path) === null) return;
  fileSystem.makeDirectory(paths.backups);
  const name = join(paths.backups, `${previousName(generation - 1)}.journal`);
  removeIfThere(fileSystem, name);
  if (!tryLink(fileSystem, journal.path, name)) {
    const copy = fileSystem.open(name, 'wx');
    try {
      writeFully(fileSystem, copy, { bytes: readWhole(fileSystem, journal.path), position: 0 });
      fileSystem.sync(copy);
    } finally {
      fileSystem.close(copy);
    }
  }
  fileSystem.syncDirectory(paths.backups);
}

function removeOlderPrevious({ fileSystem, paths, generation }: CheckpointContext): void {
  const kept = previousName(generation - 1);
  for (const name of fileSystem.list(paths.backups)) {
    if (name.startsWith('previous-g') && !name.startsWith(kept)) removeIfThere(fileSystem, join(paths.backups, name));
  }
}

/** For steps whose failure harms nothing. */
function attempt({ log }: Pick<CheckpointContext, 'log'>, code: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    log({ level: 'warn', code, detail: { message: String(error) } });
  }
}
