import { createBackup, listBackups } from './backups.ts';
import { checkpointReason, mayBackUp } from './checkpoint-schedule.ts';
import type { Durability, DurabilityOptions } from './durability.ts';
import type { Meta } from './open-checks.ts';
import type { Backup } from './project-file.ts';

const tickMs = 10_000;
const longestWaitMs = 10 * 60_000;

export type UpkeepOptions = Pick<DurabilityOptions, 'fileSystem' | 'paths' | 'log' | 'clock' | 'lock'> & { readonly meta: Meta; readonly lastSeq: number };

/** What an open project does by itself: heartbeats, checkpoints when they are due, backups. */
export class Upkeep {
  readonly #options: UpkeepOptions;
  readonly #durability: Durability;
  readonly #alone: (work: () => Promise<void>) => Promise<void>;
  #timer: ReturnType<typeof setInterval> | null = null;
  #lastCommandAtMs: number;
  #oldestUnbackedAtMs: number | null;
  #lastBackupAtMs: number | null;
  #failures = 0;
  #notBeforeMs = 0;

  constructor(options: UpkeepOptions, durability: Durability, alone: (work: () => Promise<void>) => Promise<void>) {
    this.#options = options;
    this.#durability = durability;
    this.#alone = alone;
    const [newest] = listBackups(options.fileSystem, options.paths);
    this.#lastCommandAtMs = options.clock().getTime();
    this.#lastBackupAtMs = newest === undefined ? null : Date.parse(newest.at);
    const hasUnbacked = options.lastSeq > 0 && (newest === undefined || newest.generation < options.meta.generation || durability.hasNewCommands);
    this.#oldestUnbackedAtMs = hasUnbacked ? Date.parse(options.meta.savedAt) : null;
  }

  start(): void {
    this.#timer = setInterval(() => void this.tick(), tickMs);
    // An idle engine must not keep its process alive.
    this.#timer.unref();
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
  }

  noteCommand(): void {
    this.#lastCommandAtMs = this.#nowMs();
    this.#oldestUnbackedAtMs ??= this.#lastCommandAtMs;
  }

  async tick(): Promise<void> {
    const { log, lock } = this.#options;
    try {
      lock.beat();
    } catch (error) {
      log({ level: 'warn', code: 'HEARTBEAT_FAILED', detail: { message: String(error) } });
    }
    if (this.#nowMs() < this.#notBeforeMs || this.#reason() === null) return;
    try {
      await this.#alone(async () => {
        if (this.#reason() === null) return;
        if (this.#durability.hasNewCommands) await this.#durability.checkpoint({ needsRoom: true });
        await this.backUpIfDue();
      });
      this.#failures = 0;
    } catch (error) {
      this.#failures += 1;
      this.#notBeforeMs = this.#nowMs() + Math.min(longestWaitMs, tickMs * 2 ** this.#failures);
      log({ level: 'warn', code: 'CHECKPOINT_POSTPONED', detail: { message: String(error), failures: this.#failures } });
    }
  }

  /** Copies the snapshot that was just written, if it holds something new and the last backup is old enough. */
  async backUpIfDue(): Promise<void> {
    if (mayBackUp({ nowMs: this.#nowMs(), oldestUnbackedAtMs: this.#oldestUnbackedAtMs, lastBackupAtMs: this.#lastBackupAtMs })) await this.#copy();
  }

  /** Makes a backup of the present state. */
  async backUp(): Promise<Backup> {
    if (this.#durability.hasNewCommands) await this.#durability.checkpoint({ needsRoom: true });
    return this.#copy();
  }

  async #copy(): Promise<Backup> {
    const { fileSystem, paths, clock } = this.#options;
    const { generation, snapshotHash } = this.#durability;
    if (snapshotHash === null) throw new Error('There is no snapshot to back up yet.');
    const copiedAtMs = this.#nowMs();
    const backup = await createBackup(fileSystem, paths, { at: clock(), generation, hash: snapshotHash });
    this.#lastBackupAtMs = copiedAtMs;
    // Commands made while the copy was written are in the journal, not in the copy.
    this.#oldestUnbackedAtMs = this.#durability.hasNewCommands ? copiedAtMs : null;
    return backup;
  }

  #reason(): ReturnType<typeof checkpointReason> {
    return checkpointReason({
      nowMs: this.#nowMs(),
      journalSize: this.#durability.journal.size,
      hasNewCommands: this.#durability.hasNewCommands,
      lastCommandAtMs: this.#lastCommandAtMs,
      oldestUnbackedAtMs: this.#oldestUnbackedAtMs,
      lastBackupAtMs: this.#lastBackupAtMs,
    });
  }

  #nowMs(): number {
    return this.#options.clock().getTime();
  }
}
