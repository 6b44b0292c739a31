import type { CommandQueue } from '#engine/log/command-queue.ts';
import type { Durability } from './durability.ts';
import type { MemoryTrust } from './memory-trust.ts';
import { ofDisk } from './store-error.ts';

export type ExclusiveWorkParts = {
  readonly queue: CommandQueue;
  readonly durability: Durability;
  readonly memory: MemoryTrust;
  /** @throws StoreError CLOSED once the project is closed */
  requireOpen(): void;
  /** Something was changed and saved. */
  changed(): void;
};

/** What a project does one after the other: checkpoints, bulk changes, restores, checks, closing. */
export class ExclusiveWork {
  #turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: ExclusiveWorkParts) {}

  /** After everything before it, whatever state the project is in. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  /** On an open project whose memory can be trusted; commands go on meanwhile. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    return this.inTurn(async () => {
      this.parts.requireOpen();
      await this.parts.memory.rebuildIfNeeded();
      return work();
    });
  }

  /** With commands held back. */
  still<T>(work: () => Promise<T>): Promise<T> {
    const { queue } = this.parts;
    return this.alone(async () => {
      queue.hold();
      try {
        await queue.settled();
        return await work();
      } finally {
        queue.release();
      }
    });
  }

  /** A change that is not made of commands: made durable by a checkpoint, or taken back from disk. */
  change<T>(work: () => Promise<T>): Promise<T> {
    return this.still(async () => {
      await this.requireReady();
      return this.#checkpointAfter(work);
    });
  }

  /** Memory is to be trusted, and the disk takes what is written. */
  async requireReady(): Promise<void> {
    await this.parts.memory.rebuildIfNeeded();
    await this.parts.durability.requireReady();
  }

  async #checkpointAfter<T>(work: () => Promise<T>): Promise<T> {
    const { durability, memory } = this.parts;
    try {
      const result = await work();
      await durability.checkpoint({ needsRoom: true });
      this.parts.changed();
      return result;
    } catch (error) {
      await memory.rebuild(error);
      throw ofDisk(error, 'saving');
    }
  }
}
