import { basename, dirname } from 'node:path';
import type { FileStat, FileSystem } from '#engine/store/file-system.ts';

/** What was done to the disk, in order: enough to work out every state that a power cut may leave. */
export type DiskOperation =
  | { readonly kind: 'write'; readonly inode: number; readonly position: number; readonly bytes: Uint8Array }
  | { readonly kind: 'truncate'; readonly inode: number; readonly size: number }
  | { readonly kind: 'sync'; readonly inode: number }
  | { readonly kind: 'name'; readonly path: string; readonly inode: number }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string; readonly inode: number }
  | { readonly kind: 'unname'; readonly path: string }
  | { readonly kind: 'sync-directory'; readonly path: string }
  /** Not of the disk: the test notes that something was acknowledged. */
  | { readonly kind: 'acknowledged'; readonly seq: number };

type Inode = { id: number; data: Uint8Array; size: number; modifiedAtMs: number };

export type DiskContent = { readonly names: ReadonlyMap<string, number>; readonly files: ReadonlyMap<number, Uint8Array> };

function failure(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code, syscall: 'memory disk' });
}

/** A disk in memory that records every operation. Folders exist as soon as something is put into them. */
export class MemoryDisk implements FileSystem {
  readonly operations: DiskOperation[] = [];
  readonly #inodes = new Map<number, Inode>();
  readonly #names = new Map<string, number>();
  readonly #folders = new Set<string>();
  readonly #open = new Map<number, Inode>();
  #nextInode = 1;
  #nextFile = 3;

  constructor(content?: DiskContent) {
    if (content === undefined) return;
    for (const [id, data] of content.files) {
      this.#inodes.set(id, { id, data: data.slice(), size: data.length, modifiedAtMs: 0 });
      this.#nextInode = Math.max(this.#nextInode, id + 1);
    }
    for (const [path, inode] of content.names) {
      this.#names.set(path, inode);
      this.#folders.add(dirname(path));
    }
  }

  acknowledge(seq: number): void {
    this.operations.push({ kind: 'acknowledged', seq });
  }

  content(): DiskContent {
    const files = new Map([...this.#inodes].map(([id, { data, size }]) => [id, data.slice(0, size)]));
    return { names: new Map(this.#names), files };
  }

  /** Puts bytes at a path without recording it: what was there before the story begins, or damage. */
  put(path: string, bytes: Uint8Array): void {
    const inode = { id: this.#nextInode, data: bytes.slice(), size: bytes.length, modifiedAtMs: 0 };
    this.#nextInode += 1;
    this.#inodes.set(inode.id, inode);
    this.#names.set(path, inode.id);
    this.#folders.add(dirname(path));
  }

  get(path: string): Uint8Array {
    const { data, size } = this.#named(path);
    return data.slice(0, size);
  }

  open(path: string, mode: 'r' | 'r+' | 'wx'): number {
    if (mode === 'wx') {
      if (this.#names.has(path)) throw failure('EEXIST', path);
      const inode = { id: this.#nextInode, data: new Uint8Array(4096), size: 0, modifiedAtMs: 0 };
      this.#nextInode += 1;
      this.#inodes.set(inode.id, inode);
      this.#name(path, inode.id);
      return this.#handle(inode);
    }
    return this.#handle(this.#named(path));
  }

  close(file: number): void {
    if (!this.#open.delete(file)) throw failure('EBADF', String(file));
  }

  read(file: number, into: Uint8Array, position: number): number {
    const { data, size } = this.#opened(file);
    const part = data.subarray(Math.min(position, size), Math.min(position + into.length, size));
    into.set(part);
    return part.length;
  }

  write(file: number, bytes: Uint8Array, position: number): number {
    const inode = this.#opened(file);
    this.operations.push({ kind: 'write', inode: inode.id, position, bytes: bytes.slice() });
    writeInto(inode, bytes, position);
    return bytes.length;
  }

  truncate(file: number, size: number): void {
    const inode = this.#opened(file);
    this.operations.push({ kind: 'truncate', inode: inode.id, size });
    resize(inode, size);
  }

  sync(file: number): void {
    this.operations.push({ kind: 'sync', inode: this.#opened(file).id });
  }

  syncData(file: number): void {
    this.sync(file);
  }

  readAsync(file: number, into: Uint8Array, position: number): Promise<number> {
    return Promise.resolve().then(() => this.read(file, into, position));
  }

  writeAsync(file: number, bytes: Uint8Array, position: number): Promise<number> {
    return Promise.resolve().then(() => this.write(file, bytes, position));
  }

  syncAsync(file: number): Promise<void> {
    return Promise.resolve().then(() => this.sync(file));
  }

  rename(from: string, to: string): void {
    const inode = this.#named(from).id;
    this.operations.push({ kind: 'rename', from, to, inode });
    this.#names.delete(from);
    this.#names.set(to, inode);
  }

  link(existing: string, name: string): void {
    if (this.#names.has(name)) throw failure('EEXIST', name);
    this.#name(name, this.#named(existing).id);
  }

  unlink(path: string): void {
    if (!this.#names.has(path)) throw failure('ENOENT', path);
    this.operations.push({ kind: 'unname', path });
    this.#names.delete(path);
  }

  stat(path: string): FileStat | null {
    const id = this.#names.get(path);
    if (id !== undefined) return this.#statOf(this.#named(path));
    return this.#folders.has(path) ? { size: 0, inode: 0, links: 1, modifiedAtMs: 0, isDirectory: true } : null;
  }

  statOpen(file: number): FileStat {
    return this.#statOf(this.#opened(file));
  }

  list(directory: string): string[] {
    return [...this.#names.keys()].filter((path) => dirname(path) === directory).map((path) => basename(path)).toSorted();
  }

  makeDirectory(path: string): void {
    this.#folders.add(path);
  }

  realPath(path: string): string {
    return path;
  }

  syncDirectory(path: string): void {
    this.operations.push({ kind: 'sync-directory', path });
  }

  freeBytes(): number {
    return 1e12;
  }

  #name(path: string, inode: number): void {
    this.operations.push({ kind: 'name', path, inode });
    this.#names.set(path, inode);
    this.#folders.add(dirname(path));
  }

  #named(path: string): Inode {
    const inode = this.#inodes.get(this.#names.get(path) ?? -1);
    if (inode === undefined) throw failure('ENOENT', path);
    return inode;
  }

  #opened(file: number): Inode {
    const inode = this.#open.get(file);
    if (inode === undefined) throw failure('EBADF', String(file));
    return inode;
  }

  #handle(inode: Inode): number {
    const file = this.#nextFile;
    this.#nextFile += 1;
    this.#open.set(file, inode);
    return file;
  }

  #statOf({ id, size, modifiedAtMs }: Inode): FileStat {
    let links = 0;
    for (const inode of this.#names.values()) if (inode === id) links += 1;
    return { size, inode: id, links, modifiedAtMs, isDirectory: false };
  }
}

export function resize(file: { data: Uint8Array; size: number }, size: number): void {
  if (size > file.data.length) {
    const larger = new Uint8Array(Math.max(size, file.data.length * 2));
    larger.set(file.data.subarray(0, file.size));
    file.data = larger;
  }
  if (size > file.size) file.data.fill(0, file.size, size);
  file.size = size;
}

export function writeInto(file: { data: Uint8Array; size: number }, bytes: Uint8Array, position: number): void {
  if (position + bytes.length > file.size) resize(file, position + bytes.length);
  file.data.set(bytes, position);
}
