import type { MemoryFile } from './memory-file.ts';

/** The engine's memory; the engine's types have none of the web's. */
export type EngineMemory = { readonly buffer: ArrayBuffer };
type SystemCall = (...parameters: never[]) => number;
export type SystemCalls = Record<string, SystemCall>;

/*
 * The system calls that SQLite makes on an open file, under the names that the build of sql.js 1.16.0 gives them. They
 * belong to the wasm whose hash is checked before it is started.
 */
const names = { open: 'x', close: 'e', read: 't', write: 'q', seek: 'E', status: 'g', truncate: 'J' } as const;
/** Where `struct stat` has the size of the file (i64). */
const statusSizeAt = 24;
const badSeek = 28;
/** How the library calls the file of a database. */
const databaseName = /(?:^|\/)dbfile_\d+$/;

/** Where an array of `struct iovec` lies, how many there are, and where the number of bytes goes. */
type Vectors = readonly [vectors: number, count: number, done: number];
type Seek = readonly [offset: bigint, from: number, position: number];
type OpenFile = { readonly file: MemoryFile; position: number };

/**
 * Lets databases of sql.js lie in a `MemoryFile` each. The library goes on opening an empty file of its own, whose number
 * is then answered for here; files that nobody handed in stay the library's.
 */
export class MemoryFileCalls {
  readonly #open = new Map<number, OpenFile>();
  #offered: MemoryFile | null = null;
  #memory: EngineMemory | null = null;
  #view = new DataView(new ArrayBuffer(0));
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
    const original = Object.fromEntries(Object.entries(names).map(([call, name]) => [call, calls[name]])) as Record<keyof typeof names, SystemCall>;
    if (Object.values(original).some((call) => typeof call !== 'function')) throw new Error('This build of sql.js makes other system calls.');
    const when =
      <P extends readonly unknown[]>(call: keyof typeof names, ours: (open: OpenFile, parameters: P) => number) =>
      (file: number, ...parameters: P): number => {
        const open = this.#open.get(file);
        return open === undefined ? original[call](...([file, ...parameters] as unknown as never[])) : ours(open, parameters);
      };
    return {
      ...calls,
      [names.open]: (...parameters: number[]) => {
        const file = original.open(...(parameters as never[]));
        const path = parameters[1] ?? 0;
        if (this.#offered !== null && file >= 0 && databaseName.test(this.#textAt(path))) {
          this.#open.set(file, { file: this.#offered, position: 0 });
          this.#offered = null;
        }
        return file;
      },
      [names.close]: (file: number) => {
        this.#open.delete(file);
        return original.close(file as never);
      },
      [names.read]: when('read', (open, at: Vectors) => this.#read(open, at)),
      [names.write]: when('write', (open, at: Vectors) => this.#write(open, at)),
      [names.seek]: when('seek', (open, to: Seek) => this.#seek(open, to)),
      [names.status]: (file: number, status: number) => {
        const failed = original.status(file as never, status as never);
        const open = this.#open.get(file);
        if (open !== undefined && failed === 0) this.#look().setBigInt64(status + statusSizeAt, BigInt(open.file.size), true);
        return failed;
      },
      [names.truncate]: when('truncate', (open, [size]: readonly [size: bigint]) => {
        open.file.truncate(Number(size));
        return 0;
      }),
    };
  }

  #read(open: OpenFile, [vectors, count, done]: Vectors): number {
    const from = open.position;
    for (let vector = vectors; vector < vectors + 8 * count; vector += 8) {
      const part = this.#part(vector);
      const read = open.file.read(part, open.position);
      open.position += read;
      if (read < part.length) break;
    }
    this.#look().setUint32(done, open.position - from, true);
    return 0;
  }

  #write(open: OpenFile, [vectors, count, done]: Vectors): number {
    const from = open.position;
    for (let vector = vectors; vector < vectors + 8 * count; vector += 8) {
      const part = this.#part(vector);
      open.file.write(part, open.position);
      open.position += part.length;
    }
    this.#look().setUint32(done, open.position - from, true);
    return 0;
  }

  #seek(open: OpenFile, [offset, from, position]: Seek): number {
    const base = from === 0 ? 0 : from === 1 ? open.position : open.file.size;
    const next = base + Number(offset);
    if (next < 0) return badSeek;
    open.position = next;
    this.#look().setBigInt64(position, BigInt(next), true);
    return 0;
  }

  /** What a `struct iovec` points to. */
  #part(vector: number): Uint8Array {
    const view = this.#look();
    const from = view.getUint32(vector, true);
    return this.#bytes.subarray(from, from + view.getUint32(vector + 4, true));
  }

  #textAt(pointer: number): string {
    this.#look();
    return Buffer.from(this.#bytes.subarray(pointer, this.#bytes.indexOf(0, pointer))).toString('utf8');
  }

  /** The engine's memory moves when it grows. */
  #look(): DataView {
    const buffer = this.#memory?.buffer;
    if (buffer !== undefined && buffer !== this.#view.buffer) {
      this.#view = new DataView(buffer);
      this.#bytes = new Uint8Array(buffer);
    }
    return this.#view;
  }
}
