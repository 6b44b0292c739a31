import type { MemoryFile } from './memory-file.ts';

/** The engine's memory; the engine's types have none of the web's. */
export type EngineMemory = { readonly buffer: ArrayBuffer };
type SystemCall = (...parameters: never[]) => number;
export type SystemCalls = Record<string, SystemCall>;

/*
 * The system calls that SQLite makes on an open file, under the names that the build of sql.js 1.16.0 gives them. They
 * belong to the wasm whose hash is checked before it is started. A query that reads a table makes two of them for each of
 * its pages, so that they take no detours.
 */
const names = { open: 'x', close: 'e', read: 't', write: 'q', seek: 'E', status: 'g', truncate: 'J' } as const;
/** Where `struct stat` has the size of the file (i64). */
const statusSizeAt = 24;
/** Errors as WASI numbers them: no such place, and no room. */
const badSeek = 28;
const noRoom = 51;
/** How the library calls the file of a database. */
const databaseName = /(?:^|\/)dbfile_\d+$/;

type OpenFile = { readonly file: MemoryFile; position: number };

/**
 * Lets databases of sql.js lie in a `MemoryFile` each. The library goes on opening an empty file of its own, whose number
 * is then answered for here; files that nobody handed in stay the library's.
 */
export class MemoryFileCalls {
  /** By the library's number of the file. */
  readonly #open: (OpenFile | undefined)[] = [];
  #offered: MemoryFile | null = null;
  #memory: EngineMemory | null = null;
  #words = new Uint32Array(0);
  #bytes = new Uint8Array(0);

  /** The engine's memory, as soon as there is one. */
  attach(memory: EngineMemory): void {
    this.#memory = memory;
  }

  /** Runs `work`, and takes the database file that it opens to be `file`. @throws Error if it opens none */
  offer<T>(file: MemoryFile, work: () => T): T {
    this.#offered = file;
    try {
      const result = work();
      if (this.#offered !== null) throw new Error('The database engine of another part of this program has its files elsewhere.');
      return result;
    } finally {
      this.#offered = null;
    }
  }

  /** The calls of the library, with those on offered files answered here. @throws Error if a call is missing */
  around(calls: SystemCalls): SystemCalls {
    const original = Object.fromEntries(Object.entries(names).map(([call, name]) => [call, calls[name]])) as Record<keyof typeof names, (...parameters: unknown[]) => number>;
    if (Object.values(original).some((call) => typeof call !== 'function')) throw new Error('This build of sql.js makes other system calls.');
    return {
      ...calls,
      [names.open]: (...parameters: number[]) => {
        const file = original.open(...parameters);
        if (this.#offered !== null && file >= 0 && databaseName.test(this.#textAt(parameters[1] ?? 0))) {
          this.#open[file] = { file: this.#offered, position: 0 };
          this.#offered = null;
        }
        return file;
      },
      [names.close]: (file: number) => {
        this.#open[file] = undefined;
        return original.close(file);
      },
      // oxlint-disable-next-line max-params -- the engine hands them over one by one, for every page that it reads
      [names.read]: (file: number, vectors: number, count: number, done: number) => {
        const open = this.#open[file];
        if (open === undefined) return original.read(file, vectors, count, done);
        this.#move(open, { vectors, count, done, isRead: true });
        return 0;
      },
      // oxlint-disable-next-line max-params -- the engine hands them over one by one, for every page that it writes
      [names.write]: (file: number, vectors: number, count: number, done: number) => {
        const open = this.#open[file];
        return open === undefined ? original.write(file, vectors, count, done) : whereThereIsRoom(() => this.#move(open, { vectors, count, done, isRead: false }));
      },
      // oxlint-disable-next-line max-params -- the engine hands them over one by one, before every page
      [names.seek]: (file: number, offset: bigint, from: number, position: number) => {
        const open = this.#open[file];
        if (open === undefined) return original.seek(file, offset, from, position);
        const next = Number(offset) + (from === 0 ? 0 : from === 1 ? open.position : open.file.size);
        if (next < 0) return badSeek;
        open.position = next;
        this.#setLong(position, next);
        return 0;
      },
      [names.status]: (file: number, status: number) => {
        const failed = original.status(file, status);
        const open = this.#open[file];
        if (open !== undefined && failed === 0) this.#setLong(status + statusSizeAt, open.file.size);
        return failed;
      },
      [names.truncate]: (file: number, size: bigint) => {
        const open = this.#open[file];
        return open === undefined ? original.truncate(file, size) : -whereThereIsRoom(() => open.file.truncate(Number(size)));
      },
    };
  }

  /** Reads into, or writes from, what an array of `struct iovec` points to, and says how many bytes it was. */
  #move(open: OpenFile, { vectors, count, done, isRead }: { vectors: number; count: number; done: number; isRead: boolean }): void {
    this.#look();
    const [words, start] = [this.#words, open.position];
    for (let at = vectors >> 2; at < (vectors >> 2) + 2 * count; at += 2) {
      const from = words[at] as number;
      const part = this.#bytes.subarray(from, from + (words[at + 1] as number));
      if (!isRead) open.file.write(part, open.position);
      const moved = isRead ? open.file.read(part, open.position) : part.length;
      open.position += moved;
      if (moved < part.length) break;
    }
    words[done >> 2] = open.position - start;
  }

  #setLong(pointer: number, value: number): void {
    this.#look();
    this.#words[pointer >> 2] = value;
    this.#words[(pointer >> 2) + 1] = Math.floor(value / 2 ** 32);
  }

  #textAt(pointer: number): string {
    this.#look();
    return Buffer.from(this.#bytes.subarray(pointer, this.#bytes.indexOf(0, pointer))).toString('utf8');
  }

  /** The engine's memory moves when it grows. */
  #look(): void {
    const buffer = this.#memory?.buffer;
    if (buffer === undefined || buffer === this.#words.buffer) return;
    this.#words = new Uint32Array(buffer);
    this.#bytes = new Uint8Array(buffer);
  }
}

/** Memory that cannot be had is told to SQLite as a full disk, so that it takes the change back; an error thrown through it would leave it half way. */
function whereThereIsRoom(change: () => void): number {
  try {
    change();
    return 0;
  } catch (error) {
    if (error instanceof RangeError) return noRoom;
    throw error;
  }
}
