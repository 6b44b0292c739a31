import type { Registry } from '#engine/log/apply.ts';
import type { CommandQueue } from '#engine/log/command-queue.ts';
import type { Database } from './database.ts';
import type { Durability } from './durability.ts';
import type { FileSystem } from './file-system.ts';
import type { Keyring } from './keyring.ts';
import { replayFrames } from './load.ts';
import { readMeta } from './open-checks.ts';
import type { ProjectPaths } from './project-paths.ts';
import { readBack } from './read-back.ts';
import { StoreError, type StoreLog } from './store-error.ts';

export type MemoryTrustOptions = {
  readonly db: Database;
  readonly fileSystem: FileSystem;
  readonly paths: ProjectPaths;
  readonly log: StoreLog;
  readonly registry: Registry;
  readonly keyring: Keyring;
};

/** Whether the database in memory is what the commands made of it; after a failure half way it is read back from disk. */
export class MemoryTrust {
  /** Why memory is not to be trusted until it was read back; nothing is saved from it meanwhile. */
  #doubt: { readonly reason: unknown } | null = null;

  constructor(private readonly options: MemoryTrustOptions, private readonly parts: { durability: Durability; queue: () => CommandQueue }) {}

  get isDoubted(): boolean {
    return this.#doubt !== null;
  }

  async rebuildIfNeeded(): Promise<void> {
    if (this.#doubt !== null) await this.rebuild(this.#doubt.reason);
  }

  /** Reads memory back from disk: the snapshot, the journal, and what the disk has refused so far. @throws StoreError IO_FAILED */
  async rebuild(reason: unknown): Promise<void> {
    const { db, fileSystem, paths, log, registry, keyring } = this.options;
    const { durability, queue } = this.parts;
    log({ level: 'warn', code: 'REBUILT_FROM_DISK', detail: { message: String(reason) } });
    this.#doubt = { reason };
    try {
      const saved = readBack(fileSystem, { snapshotPath: paths.snapshot, journalPath: durability.journal.path, snapshotHash: durability.snapshotHash, vault: keyring.vault });
      db.replace(saved.database);
      const { lastSeq, head } = readMeta(db);
      const position = replayFrames(db, registry, { frames: saved.frames, from: { lastSeq, head } });
      // After a failed sync the bytes of a frame may lie in the journal, although it does not count as saved.
      const refused = durability.backlog.filter(({ seq }) => seq > position.lastSeq);
      queue().position = replayFrames(db, registry, { frames: refused, from: position });
      this.#doubt = null;
    } catch (error) {
      throw new StoreError('IO_FAILED', 'The project could not be read back from disk. Earshot tries again with the next change.', { cause: error });
    }
  }
}
