import { type FileSystem, writeFully } from './file-system.ts';
import { encodeFrame, encodeHeader, type Frame, type JournalHeader } from './journal-format.ts';
import type { JournalScan } from './journal-scan.ts';
import { aboutFrame } from './keyring.ts';
import type { JournalCipher, Vault } from './vault.ts';

/**
 * Why frames are not on disk.
 * - `write`: the disk refused bytes; the journal is as before and may be tried again.
 * - `sync`: the disk may have dropped anything; this journal is never written again.
 * - `lost`: the bytes are on disk, but the file no longer bears the journal's name.
 */
export type JournalFailure = 'write' | 'sync' | 'lost';

export class JournalError extends Error {
  constructor(readonly failure: JournalFailure, cause?: unknown) {
    super(`The journal could not be written (${failure}).`, { cause });
    this.name = 'JournalError';
  }
}

/** The open journal of a project: frames are appended and on disk before `append` returns. */
export class Journal {
  readonly header: JournalHeader;
  /** Changes when a checkpoint renames the file. */
  path: string;
  readonly #fileSystem: FileSystem;
  readonly #file: number;
  #end: number;
  #durableSeq: number;
  #isDead = false;
  readonly #cipher: JournalCipher | null;

  private constructor(fileSystem: FileSystem, at: { path: string; file: number; header: JournalHeader; end: number; durableSeq: number; cipher: JournalCipher | null }) {
    this.#fileSystem = fileSystem;
    this.path = at.path;
    this.#file = at.file;
    this.header = at.header;
    this.#end = at.end;
    this.#durableSeq = at.durableSeq;
    this.#cipher = at.cipher;
  }

  /** Writes a new journal with the frames that its snapshot does not hold, and syncs it. Its name is not yet durable. */
  static create(fileSystem: FileSystem, path: string, content: { header: JournalHeader; frames: readonly Frame[]; vault: Vault | null }): Journal {
    const { header, frames } = content;
    const cipher = content.vault?.newSegment() ?? null;
    // Until the journal has its name, none of these frames counts as acknowledged through it.
    const at = { generation: header.generation, durable: header.baseSeq };
    const bytes = Buffer.concat([encodeHeader(header), ...frames.map((frame) => encodeFrame(sealed(frame, cipher), at))]);
    const file = fileSystem.open(path, 'wx');
    try {
      writeFully(fileSystem, file, { bytes, position: 0 });
      fileSystem.sync(file);
    } catch (error) {
      fileSystem.close(file);
      throw error;
    }
    return new Journal(fileSystem, { path, file, header, end: bytes.length, durableSeq: lastSeqOf(frames) ?? header.baseSeq, cipher });
  }

  /** Opens a journal that was read, to append to it; an unfinished write behind its last frame is cut off. */
  static reopen(fileSystem: FileSystem, path: string, { scan, vault }: { scan: JournalScan; vault: Vault | null }): Journal {
    const file = fileSystem.open(path, 'r+');
    try {
      if (fileSystem.statOpen(file).size > scan.end) {
        fileSystem.truncate(file, scan.end);
        fileSystem.sync(file);
      }
    } catch (error) {
      fileSystem.close(file);
      throw error;
    }
    return new Journal(fileSystem, { path, file, header: scan.header, end: scan.end, durableSeq: scan.lastSeq, cipher: vault?.newSegment() ?? null });
  }

  /** Bytes. */
  get size(): number {
    return this.#end;
  }

  get inode(): number {
    return this.#fileSystem.statOpen(this.#file).inode;
  }

  /** False after a failed sync: nothing that this file says can be trusted any more. */
  get isAlive(): boolean {
    return !this.#isDead;
  }

  /** Appends frames with one write and one sync. @throws JournalError */
  append(frames: readonly Frame[]): void {
    if (this.#isDead) throw new JournalError('sync');
    const at = { generation: this.header.generation, durable: this.#durableSeq };
    const bytes = Buffer.concat(frames.map((frame) => encodeFrame(sealed(frame, this.#cipher), at)));
    this.#write(bytes);
    try {
      this.#fileSystem.syncData(this.#file);
    } catch (cause) {
      this.#isDead = true;
      throw new JournalError('sync', cause);
    }
    this.#end += bytes.length;
    this.#durableSeq = lastSeqOf(frames) ?? this.#durableSeq;
    if (!this.isInPlace()) throw new JournalError('lost');
  }

  /** True while the journal's name leads to this very file: another program may delete or replace it. */
  isInPlace(): boolean {
    try {
      const open = this.#fileSystem.statOpen(this.#file);
      return open.links >= 1 && this.#fileSystem.stat(this.path)?.inode === open.inode;
    } catch {
      return false;
    }
  }

  close(): void {
    this.#fileSystem.close(this.#file);
  }

  #write(bytes: Uint8Array): void {
    try {
      writeFully(this.#fileSystem, this.#file, { bytes, position: this.#end });
    } catch (cause) {
      try {
        this.#fileSystem.truncate(this.#file, this.#end);
      } catch {
        // The next append writes over the piece that is left; until then recovery cuts it off.
      }
      throw new JournalError('write', cause);
    }
  }
}

function lastSeqOf(frames: readonly Frame[]): number | null {
  const last = frames.at(-1);
  return last === undefined ? null : last.seq + last.count - 1;
}

function sealed(frame: Frame, cipher: JournalCipher | null): Frame {
  return cipher === null ? frame : { ...frame, payload: cipher.seal(frame.payload, aboutFrame(frame)) };
}
