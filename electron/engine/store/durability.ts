import { randomBytes } from 'node:crypto';
import type { CommitSink } from '#engine/log/command-queue.ts';
import type { LogPosition } from '#engine/log/log-row.ts';
import { type Checkpoint, type Cut, writeCheckpoint } from './checkpoint.ts';
import type { Database } from './database.ts';
import type { FileSystem } from './file-system.ts';
import { type Journal, JournalError } from './journal.ts';
import type { Frame } from './journal-format.ts';
import type { Keyring } from './keyring.ts';
import type { Lock } from './lock.ts';
import { schemaVersion } from './migrations/index.ts';
import type { ProjectPaths } from './project-paths.ts';
import { markedReadOnly } from './snapshot.ts';
import { StoreError, type StoreLog, toStoreError } from './store-error.ts';

export type DurabilityOptions = {
  readonly fileSystem: FileSystem;
  readonly paths: ProjectPaths;
  readonly log: StoreLog;
  readonly clock: () => Date;
  readonly db: Database;
  readonly lock: Lock;
  readonly projectId: string;
  /** The highest generation that exists; the next checkpoint writes one more. */
  readonly generation: number;
  /** Null until the first checkpoint. */
  readonly journal: Journal | null;
  readonly snapshotHash: string | null;
  readonly keyring: Keyring;
};

/** The command queue, as far as durability needs it. */
export interface HoldableQueue {
  position: LogPosition;
  hold(): void;
  release(): void;
}

/** After so long without a write the machine may have slept, and somebody may have taken the lock over. */
const sleepGapMs = 5_000;

/** Puts commands on disk: into the journal, or all at once into a new snapshot. */
export class Durability implements Omit<CommitSink, 'rebuild'> {
  generation: number;
  snapshotHash: string | null;
  /** Commands that are applied in memory but not on disk, because the disk failed. */
  backlog: Frame[] = [];
  #journal: Journal | null;
  #carried: Frame[] | null = null;
  #running: Promise<void> | null = null;
  #confirmedAtMs: number;
  #isLockLost = false;
  readonly #options: DurabilityOptions;
  readonly #queue: () => HoldableQueue;

  constructor(options: DurabilityOptions, queue: () => HoldableQueue) {
    this.#options = options;
    this.#queue = queue;
    this.#journal = options.journal;
    this.generation = options.generation;
    this.snapshotHash = options.snapshotHash;
    this.#confirmedAtMs = options.clock().getTime();
  }

  get journal(): Journal {
    if (this.#journal === null) throw new Error('The project has no journal yet.');
    return this.#journal;
  }

  /** Commands that the snapshot on disk does not hold. */
  get hasNewCommands(): boolean {
    return this.#journal === null || this.#queue().position.lastSeq > this.#journal.header.baseSeq;
  }

  get isLockLost(): boolean {
    return this.#isLockLost;
  }

  async requireReady(): Promise<void> {
    if (this.#isLockLost) throw lockLost();
    if (this.backlog.length > 0) await this.saveBacklog();
  }

  append(frames: readonly Frame[]): void {
    // First: whatever happens to the journal now, a checkpoint that is being written must hold these.
    this.#carried?.push(...frames);
    try {
      // Before the write: a program that took over may be writing at this very place.
      this.#confirmLock();
      this.journal.append(frames);
    } catch (error) {
      this.backlog.push(...frames);
      throw error;
    }
  }

  async rescue(error: unknown): Promise<void> {
    if (this.#isLockLost) throw lockLost();
    const failure = error instanceof JournalError ? error.failure : 'write';
    if (failure === 'write') throw notSaved(error);
    this.#options.log({ level: 'error', code: failure === 'sync' ? 'JOURNAL_SYNC_FAILED' : 'JOURNAL_LOST', detail: { message: String(error) } });
    await this.saveBacklog();
  }

  /** Saves what the disk refused before. @throws StoreError NOT_SAVED | DISK_FULL | READ_ONLY */
  async saveBacklog(): Promise<void> {
    // A checkpoint that is under way carries the backlog, too.
    await this.#running?.catch(() => undefined);
    if (this.backlog.length === 0) return;
    try {
      if (this.journal.isAlive && this.journal.isInPlace()) {
        this.#confirmLock();
        this.journal.append(this.backlog);
        this.backlog = [];
      } else {
        await this.checkpoint({ needsRoom: false });
      }
    } catch (error) {
      if (this.#isLockLost) throw lockLost();
      throw notSaved(error);
    }
  }

  /** Writes the next generation; one at a time. */
  async checkpoint(how: { needsRoom: boolean }): Promise<void> {
    while (this.#running !== null) await this.#running.catch(() => undefined);
    this.#running = this.#checkpoint(how).finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #checkpoint({ needsRoom }: { needsRoom: boolean }): Promise<void> {
    const { fileSystem, paths, log, projectId, keyring } = this.#options;
    let isHeld = false;
    try {
      this.#take(
        await writeCheckpoint({
          fileSystem,
          paths,
          log,
          generation: this.generation + 1,
          header: { projectId, schemaVersion, salt: randomBytes(32).toString('hex') },
          vault: keyring.vault,
          journal: this.#journal,
          needsRoom,
          isLockOurs: () => this.#isLockOurs(),
          cut: () => this.#cut(),
          hold: () => {
            isHeld = true;
            this.#queue().hold();
          },
        }),
      );
    } finally {
      this.#carried = null;
      if (isHeld) this.#queue().release();
    }
  }

  /** Everything in memory is now on disk: in the snapshot, or carried into the new journal. */
  #take(checkpoint: Checkpoint): void {
    this.#journal?.close();
    this.#journal = checkpoint.journal;
    this.generation = checkpoint.generation;
    this.snapshotHash = checkpoint.snapshotHash;
    this.backlog = [];
  }

  close(): void {
    this.#journal?.close();
  }

  #cut(): Cut {
    const { db, clock } = this.#options;
    const { lastSeq, head } = this.#queue().position;
    const savedAt = clock().toISOString();
    db.run('UPDATE meta SET generation = ?, last_seq = ?, chain_head = ?, saved_at = ?', [this.generation + 1, lastSeq, head, savedAt]);
    const database = markedReadOnly(db.cut());
    this.#carried = [];
    return { database, lastSeq, head, carried: this.#carried };
  }

  #isLockOurs(): boolean {
    this.#isLockLost ||= !this.#options.lock.isOurs();
    return !this.#isLockLost;
  }

  /** @throws JournalError lost, if another program took the project over while this one slept */
  #confirmLock(): void {
    const nowMs = this.#options.clock().getTime();
    const hasSlept = Math.abs(nowMs - this.#confirmedAtMs) > sleepGapMs;
    this.#confirmedAtMs = nowMs;
    if (hasSlept && !this.#isLockOurs()) throw new JournalError('lost');
  }
}

function lockLost(): StoreError {
  return new StoreError('READ_ONLY', 'Another program has taken this project over. Nothing more is written here; save a copy to keep what is not saved yet.');
}

function notSaved(error: unknown): StoreError {
  const cause = error instanceof JournalError ? error.cause : error;
  const { code, message } = toStoreError(cause, 'saving');
  const kept = 'The last change is kept in memory but not saved yet; do not close Earshot before it is.';
  return new StoreError(code === 'DISK_FULL' || code === 'READ_ONLY' ? code : 'NOT_SAVED', `${message} ${kept}`, { cause });
}
