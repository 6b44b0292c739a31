import { EarshotError } from '#shared/errors.ts';
import { readPolicy } from './privacy/policy.ts';
import type { ProjectFile } from './store/project-file.ts';

const tickMs = 10_000;

type Desk = {
  readonly clock: () => Date;
  /** The project that is open, if any. */
  readonly file: () => ProjectFile | null;
  /** Whether long work is going on, which nobody has to sit by. */
  readonly isBusy: () => boolean;
  readonly lock: () => Promise<void>;
};

/**
 * Locks an encrypted project that nobody has used for as long as its policy says. Using it is what a page reports of its
 * person, a change, long work, and sound being read. Time that a computer slept through counts.
 */
export class IdleLock {
  #seenAtMs = 0;
  #timer: ReturnType<typeof setInterval> | null = null;

  constructor(private readonly desk: Desk) {}

  start(): void {
    this.stop();
    this.seen();
    this.#timer = setInterval(() => void this.tick(), tickMs);
    // An idle engine must not keep its process alive.
    this.#timer.unref();
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  /** Somebody is there. */
  seen(): void {
    this.#seenAtMs = this.desk.clock().getTime();
  }

  /** How long until the project locks if nobody shows up; null where it never does. */
  leftMs(): number | null {
    const file = this.desk.file();
    const { lockMinutes } = file === null || file.vault === null ? { lockMinutes: null } : readPolicy(file.db);
    return lockMinutes === null ? null : Math.max(0, this.#seenAtMs + lockMinutes * 60_000 - this.desk.clock().getTime());
  }

  /** Locks if it is time to. A change that is not on disk yet keeps the project open: nothing is lost for a lock. */
  async tick(): Promise<void> {
    if (this.desk.isBusy()) this.seen();
    if (this.leftMs() !== 0 || (this.desk.file()?.info.unsavedCommands ?? 0) > 0) return;
    await this.desk.lock();
  }
}

/** @throws EarshotError REFUSED where a lock would protect nothing, or lose something */
export function requireLockable(file: ProjectFile, isBusy: boolean): void {
  if (file.vault === null) throw new EarshotError('REFUSED', 'This project has no passphrase, so that locking it would protect nothing. Set one under Privacy.');
  if (isBusy) throw new EarshotError('REFUSED', 'Something is still being worked on. Lock the project when it is done.');
  if (file.info.unsavedCommands > 0) throw new EarshotError('REFUSED', 'Some changes are not on disk yet. Lock the project when they are.');
}
