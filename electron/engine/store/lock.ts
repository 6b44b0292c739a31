import { basename, dirname, join } from 'node:path';
import { type FileSystem, hasErrorCode, readWhole, removeIfThere, tryLink, writeFully } from './file-system.ts';
import type { ProcessIdentity, ProcessProbe } from './process-identity.ts';
import { StoreError } from './store-error.ts';

/** What a lock file says, as JSON padded to a fixed size, so that a heartbeat replaces it in one write. */
export type LockContent = ProcessIdentity & {
  /** Random: no two locks are alike, and a lock is known again by it. */
  readonly nonce: string;
  readonly heartbeatAt: string;
  /**
   * `serving` once a journal lies beside the project file: commands may have been acknowledged. Both words are equally
   * long, as are all times: a heartbeat that the power cuts in two still leaves a lock that can be read.
   */
  readonly phase: 'opening' | 'serving';
};

export type LockState = 'ours' | 'live' | 'silent' | 'stale';

const lockSize = 512;
const silentAfterMs = 60_000;
const attempts = 8;

export type LockOptions = {
  readonly fileSystem: FileSystem;
  readonly path: string;
  readonly clock: () => Date;
  readonly newNonce: () => string;
  readonly probe: ProcessProbe;
  /** The person confirmed that a silent holder is gone. */
  readonly takeOver: boolean;
};

/** What the lock file at a path says; null if there is none. Unreadable content counts as a holder that nothing is known of. */
export function readLock(fileSystem: FileSystem, path: string): LockContent | 'unreadable' | null {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      const content = JSON.parse(Buffer.from(readWhole(fileSystem, path)).toString('utf8')) as LockContent;
      if (typeof content.nonce === 'string' && typeof content.pid === 'number') return content;
    } catch (error) {
      if (hasErrorCode(error, 'ENOENT')) return null;
    }
  }
  return 'unreadable';
}

/**
 * Whether a lock may be taken over. `stale`: its process is dead, or the same machine was started again since and the
 * lock has been silent for a minute. `silent`: of another machine and silent for a minute; only a person can know.
 */
export function judgeLock(content: LockContent | 'unreadable', options: Pick<LockOptions, 'clock' | 'probe'> & { readonly modifiedAtMs: number }): LockState {
  const now = options.clock().getTime();
  const { self } = options.probe;
  if (content === 'unreadable') return now - options.modifiedAtMs > silentAfterMs ? 'silent' : 'live';
  // A time that cannot be read is no sign of life.
  const isSilent = !(now - Date.parse(content.heartbeatAt) <= silentAfterMs);
  if (content.host !== self.host) return isSilent ? 'silent' : 'live';
  if (content.bootId === self.bootId) return options.probe.isAlive(content) ? 'live' : 'stale';
  return isSilent ? 'stale' : 'live';
}

/** Holding this object means being the one writer of a project. */
export class Lock {
  /** The lock that was left over by a process that ended without closing the project, if there was one. */
  readonly leftover: LockContent | 'unreadable' | null;
  readonly #options: LockOptions;
  readonly #nonce: string;
  readonly #file: number;
  #phase: LockContent['phase'];

  private constructor(options: LockOptions, held: { nonce: string; file: number; leftover: LockContent | 'unreadable' | null }) {
    this.#options = options;
    this.#nonce = held.nonce;
    this.#file = held.file;
    this.leftover = held.leftover;
    this.#phase = wasOpen(held.leftover) ? 'serving' : 'opening';
  }

  /** @throws StoreError PROJECT_LOCKED */
  static acquire(options: LockOptions): Lock {
    const { fileSystem, path } = options;
    const nonce = options.newNonce();
    const own = `${path}-${nonce.slice(0, 8)}`;
    try {
      writeNew(fileSystem, own, encode(contentOf(options, nonce, 'opening')));
      const leftover = claim(options, { path: own, nonce });
      sweep(options);
      // Heartbeats go to this very file: if somebody takes over, they reach nobody.
      return new Lock(options, { nonce, file: fileSystem.open(path, 'r+'), leftover });
    } finally {
      removeIfThere(fileSystem, own);
    }
  }

  /** True while the lock file is still this one; another program may have taken over during a long sleep. */
  isOurs(): boolean {
    const content = readLock(this.#options.fileSystem, this.#options.path);
    return content !== null && content !== 'unreadable' && content.nonce === this.#nonce;
  }

  /** Whether the process that left its lock behind may have acknowledged commands. */
  get leftoverWasOpen(): boolean {
    return wasOpen(this.leftover);
  }

  /** Says that a journal is in place from now on. */
  markOpen(): void {
    this.#phase = 'serving';
    this.beat();
  }

  /** Says that this process still works. */
  beat(): void {
    writeFully(this.#options.fileSystem, this.#file, { bytes: encode(contentOf(this.#options, this.#nonce, this.#phase)), position: 0 });
  }

  release(): void {
    this.#end(() => this.#options.fileSystem.unlink(this.#options.path));
  }

  /** Gives up without having opened the project: whoever comes next must see the leftover lock again. */
  putBack(): void {
    const { leftover } = this;
    if (leftover === null) return this.release();
    const { fileSystem, path } = this.#options;
    this.#end(() => {
      // In a file of its own: other names of this lock's file must not suddenly speak of the leftover lock.
      const own = `${path}-${this.#nonce.slice(0, 8)}`;
      writeNew(fileSystem, own, leftover === 'unreadable' ? Buffer.alloc(lockSize) : encode(leftover));
      fileSystem.rename(own, path);
    });
  }

  #end(work: () => void): void {
    try {
      if (this.isOurs()) work();
    } finally {
      this.#options.fileSystem.close(this.#file);
    }
  }
}

/**
 * Gives the file `own` the lock's name. A leftover lock is replaced only by whoever creates the claim file that bears
 * its nonce: each lock can be superseded once, so two processes that find the same leftover never both win.
 */
function claim(options: LockOptions, own: { path: string; nonce: string }): LockContent | 'unreadable' | null {
  const { fileSystem, path } = options;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (createLink(fileSystem, own.path, path)) return null;
    const found = readLock(fileSystem, path);
    if (found === null) continue;
    const state = judge(options, path, found);
    if (state === 'live' || (state === 'silent' && !options.takeOver)) throw lockedError(found, state);
    // Should this process die right after taking over, the next one must know as much as this one does.
    if (wasOpen(found)) rewrite(fileSystem, own.path, encode(contentOf(options, own.nonce, 'serving')));
    if (supersede(options, own.path, found)) return found;
  }
  throw lockedError('unreadable', 'live');
}

function supersede(options: LockOptions, own: string, found: LockContent | 'unreadable'): boolean {
  const { fileSystem, path } = options;
  const claims: string[] = [];
  let superseded = found;
  for (;;) {
    const claimPath = `${path}-claim-${superseded === 'unreadable' ? superseded : superseded.nonce.slice(0, 16)}`;
    if (claims.includes(claimPath)) return false;
    claims.push(claimPath);
    if (createLink(fileSystem, own, claimPath)) break;
    // The claimer may itself have died before it took the lock: then its claim is superseded in the same way.
    const claimer = readLock(fileSystem, claimPath);
    if (claimer === null || judge(options, claimPath, claimer) !== 'stale') return false;
    superseded = claimer;
  }
  const isSame = nonceOf(readLock(fileSystem, path)) === nonceOf(found);
  if (isSame) fileSystem.rename(own, path);
  for (const claimPath of isSame ? claims : claims.slice(-1)) removeIfThere(fileSystem, claimPath);
  return isSame;
}

function judge(options: LockOptions, path: string, content: LockContent | 'unreadable'): LockState {
  return judgeLock(content, { ...options, modifiedAtMs: options.fileSystem.stat(path)?.modifiedAtMs ?? 0 });
}

function nonceOf(content: LockContent | 'unreadable' | null): string | null {
  return content === null || content === 'unreadable' ? content : content.nonce;
}

/** Removes what processes left that died while they waited for the lock. */
function sweep(options: LockOptions): void {
  const { fileSystem, path } = options;
  for (const name of fileSystem.list(dirname(path))) {
    if (!name.startsWith(`${basename(path)}-`)) continue;
    const leftBehind = join(dirname(path), name);
    const content = readLock(fileSystem, leftBehind);
    if (content !== null && judge(options, leftBehind, content) === 'stale') removeIfThere(fileSystem, leftBehind);
  }
}

/** Gives a file a second name, or copies it where the disk knows no second names. @returns false if the name is taken */
function createLink(fileSystem: FileSystem, existing: string, name: string): boolean {
  try {
    if (!tryLink(fileSystem, existing, name)) writeNew(fileSystem, name, readWhole(fileSystem, existing));
    return true;
  } catch (error) {
    if (hasErrorCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function writeNew(fileSystem: FileSystem, path: string, bytes: Uint8Array): void {
  const file = fileSystem.open(path, 'wx');
  try {
    writeFully(fileSystem, file, { bytes, position: 0 });
    // After a power cut a lock must say whose it was: an empty one would keep its owner out.
    fileSystem.sync(file);
  } finally {
    fileSystem.close(file);
  }
}

function rewrite(fileSystem: FileSystem, path: string, bytes: Uint8Array): void {
  const file = fileSystem.open(path, 'r+');
  try {
    writeFully(fileSystem, file, { bytes, position: 0 });
    fileSystem.sync(file);
  } finally {
    fileSystem.close(file);
  }
}

export function wasOpen(content: LockContent | 'unreadable' | null): boolean {
  return content !== null && (content === 'unreadable' || content.phase !== 'opening');
}

function contentOf(options: LockOptions, nonce: string, phase: LockContent['phase']): LockContent {
  return { ...options.probe.self, nonce, heartbeatAt: options.clock().toISOString(), phase };
}

function encode(content: LockContent): Uint8Array {
  return Buffer.from(JSON.stringify(content).padEnd(lockSize));
}

function lockedError(content: LockContent | 'unreadable', state: LockState): StoreError {
  const who = content === 'unreadable' ? 'another program' : `another window or program on ${content.host} (process ${content.pid})`;
  const hint =
    state === 'silent'
      ? 'It has not been heard of for over a minute; if you are sure that it is gone, take the project over.'
      : 'Close it there first, or open the project for reading only.';
  return new StoreError('PROJECT_LOCKED', `The project is open in ${who}. ${hint}`);
}
