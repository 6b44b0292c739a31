import type { Database } from '#engine/store/database.ts';
import type { Frame } from '#engine/store/journal-format.ts';
import { type Applied, type ApplyContext, applyRequest, type Step } from './apply.ts';
import type { LogPosition } from './log-row.ts';

/** Makes frames durable. The queue asks it before it applies anything and waits for nothing else. */
export interface CommitSink {
  /** @throws when nothing may be written now */
  requireReady(): void | Promise<void>;
  /** Puts frames on disk; called inside the transaction that applied them. @throws when they may not be there; they are kept to be saved later */
  append(frames: readonly Frame[]): void;
  /** Called after `append` threw and the transaction was committed: saves in another way, or throws what callers are told. */
  rescue(error: unknown, frames: readonly Frame[]): Promise<void>;
  /**
   * The transaction could not be committed although its frames were handed over: memory is to be rebuilt from disk and
   * from what the disk has refused. @throws what callers are told when that fails; it is tried again before the next batch
   */
  rebuild(error: unknown): Promise<void>;
}

type Plan = (db: Database) => readonly Step[];
type Pending = { readonly plan: Plan; resolve(results: Applied['results']): void; reject(error: unknown): void };
type Finished = { readonly pending: Pending; readonly applied: Applied };
/** How frames were handed over: whether the disk took them, or what it said. */
type HandedOver = { readonly failure: { readonly error: unknown } | null };

const applyBudgetMs = 10;
const maxFramesAtOnce = 256;

export type CommandQueueOptions = {
  readonly db: Database;
  readonly context: ApplyContext;
  readonly sink: CommitSink;
  readonly position: LogPosition;
};

/**
 * Applies requests one after the other. What arrives while one batch is being synced shares the next sync; nobody waits
 * for company. Plans run inside the transaction, so that each sees what the requests before it did.
 */
export class CommandQueue {
  /** Where the log stands. A checkpoint, bulk change or restore moves it while the queue is held. */
  position: LogPosition;
  readonly #options: CommandQueueOptions;
  readonly #waiting: Pending[] = [];
  #holds = 0;
  #draining: Promise<void> | null = null;

  constructor(options: CommandQueueOptions) {
    this.#options = options;
    this.position = options.position;
  }

  /** Resolves when everything that the request did is on disk. */
  submit(plan: Plan): Promise<Applied['results']> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ plan, resolve, reject });
      this.#start();
    });
  }

  /** Holds requests back until `release` was called as often. */
  hold(): void {
    this.#holds += 1;
  }

  release(): void {
    this.#holds -= 1;
    this.#start();
  }

  /** Refuses what still waits. */
  rejectWaiting(error: unknown): void {
    for (const pending of this.#waiting.splice(0)) pending.reject(error);
  }

  /** Resolves once no batch is being applied or rescued. */
  async settled(): Promise<void> {
    await this.#draining;
  }

  #start(): void {
    this.#draining ??= this.#drain().finally(() => {
      this.#draining = null;
      if (this.#waiting.length > 0 && this.#holds === 0) this.#start();
    });
  }

  async #drain(): Promise<void> {
    // Requests of the same turn of the event loop share one sync.
    await Promise.resolve();
    while (this.#waiting.length > 0 && this.#holds === 0) await this.#commitBatch();
  }

  async #commitBatch(): Promise<void> {
    const { sink } = this.#options;
    try {
      await sink.requireReady();
    } catch (error) {
      this.rejectWaiting(error);
      return;
    }
    if (this.#holds > 0) return;
    const finished: Finished[] = [];
    let handedOver: HandedOver | null = null;
    try {
      this.#options.db.transaction(() => {
        this.#applyWaiting(finished);
        const frames = finished.map(({ applied }) => applied.frame);
        if (frames.length === 0) return;
        try {
          sink.append(frames);
          handedOver = { failure: null };
        } catch (error) {
          handedOver = { failure: { error } };
        }
      });
    } catch (error) {
      await this.#afterFailedCommit(error, { finished, handedOver });
      return;
    }
    await this.#acknowledge(finished, handedOver);
  }

  #applyWaiting(finished: Finished[]): void {
    const { db, context } = this.#options;
    const startedAt = performance.now();
    while (finished.length < maxFramesAtOnce && (finished.length === 0 || performance.now() - startedAt < applyBudgetMs)) {
      const pending = this.#waiting.shift();
      if (pending === undefined) return;
      try {
        const steps = pending.plan(db);
        if (steps.length === 0) {
          pending.resolve([]);
          continue;
        }
        const applied = applyRequest(db, { context, position: this.position }, steps);
        this.position = applied.position;
        finished.push({ pending, applied });
      } catch (error) {
        pending.reject(error);
      }
    }
  }

  async #acknowledge(finished: readonly Finished[], handedOver: HandedOver | null): Promise<void> {
    const failure = handedOver?.failure ?? null;
    try {
      const frames = finished.map(({ applied }) => applied.frame);
      if (failure !== null) await this.#options.sink.rescue(failure.error, frames);
      for (const { pending, applied } of finished) pending.resolve(applied.results);
    } catch (error) {
      for (const { pending } of finished) pending.reject(error);
    }
  }

  /** What was handed over is done or will be, whatever memory says: the journal decides. */
  async #afterFailedCommit(error: unknown, at: { finished: readonly Finished[]; handedOver: HandedOver | null }): Promise<void> {
    // Nothing was applied: not even a transaction can begin, and those who still wait would be tried again for ever.
    if (at.handedOver === null) return this.rejectWaiting(error);
    try {
      await this.#options.sink.rebuild(error);
    } catch (notRebuilt) {
      // Nothing may be saved out of a memory that is in doubt, so that what the disk refused cannot be rescued now.
      if (at.handedOver.failure !== null) {
        for (const { pending } of at.finished) pending.reject(notRebuilt);
        return;
      }
    }
    await this.#acknowledge(at.finished, at.handedOver);
  }
}
