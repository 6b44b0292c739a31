import * as fs from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

export type FileStat = {
  /** Bytes. */
  readonly size: number;
  readonly inode: number;
  /** Names that the file has; 0 after it was deleted. */
  readonly links: number;
  readonly modifiedAtMs: number;
  readonly isDirectory: boolean;
};

/**
 * All that the store asks of a disk, so that tests can let the n-th call fail or model a power cut. Paths are absolute;
 * every call throws node's own errors (`code: 'ENOSPC'` and the like).
 */
export interface FileSystem {
  /** `r`: read. `r+`: read and write. `wx`: create, refusing to replace. */
  open(path: string, mode: 'r' | 'r+' | 'wx'): number;
  close(file: number): void;
  /** @returns bytes read, 0 at the end */
  read(file: number, into: Uint8Array, position: number): number;
  /** @returns bytes written, perhaps fewer than given */
  write(file: number, bytes: Uint8Array, position: number): number;
  truncate(file: number, size: number): void;
  sync(file: number): void;
  syncData(file: number): void;
  readAsync(file: number, into: Uint8Array, position: number): Promise<number>;
  writeAsync(file: number, bytes: Uint8Array, position: number): Promise<number>;
  syncAsync(file: number): Promise<void>;
  rename(from: string, to: string): void;
  link(existing: string, name: string): void;
  unlink(path: string): void;
  /** null if there is no such file. */
  stat(path: string): FileStat | null;
  statOpen(file: number): FileStat;
  list(directory: string): string[];
  makeDirectory(path: string): void;
  realPath(path: string): string;
  /** Makes names in a directory durable; does nothing where the system has no such call (Windows). */
  syncDirectory(path: string): void;
  /** Bytes that may still be written on that disk. */
  freeBytes(directory: string): number;
}

/** True when an error of the file system has one of these codes. */
export function hasErrorCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);
}

const toStat = (stat: fs.Stats): FileStat => ({
  size: stat.size,
  inode: stat.ino,
  links: stat.nlink,
  modifiedAtMs: stat.mtimeMs,
  isDirectory: stat.isDirectory(),
});

const readPromise = promisify(fs.read);
const writePromise = promisify(fs.write);
const syncPromise = promisify(fs.fsync);

function syncDirectory(path: string): void {
  if (process.platform === 'win32') return;
  const directory = fs.openSync(path, 'r');
  try {
    fs.fsyncSync(directory);
  } finally {
    fs.closeSync(directory);
  }
}

/** The disk itself. */
export const nodeFileSystem: FileSystem = {
  // Projects hold personal data: only their owner may read them.
  open: (path, mode) => fs.openSync(path, mode, 0o600),
  close: (file) => fs.closeSync(file),
  read: (file, into, position) => fs.readSync(file, into, 0, into.length, position),
  write: (file, bytes, position) => fs.writeSync(file, bytes, 0, bytes.length, position),
  truncate: (file, size) => fs.ftruncateSync(file, size),
  sync: (file) => fs.fsyncSync(file),
  syncData: (file) => fs.fdatasyncSync(file),
  readAsync: async (file, into, position) => (await readPromise(file, into, 0, into.length, position)).bytesRead,
  writeAsync: async (file, bytes, position) => (await writePromise(file, bytes, 0, bytes.length, position)).bytesWritten,
  syncAsync: (file) => syncPromise(file),
  rename: (from, to) => fs.renameSync(from, to),
  link: (existing, name) => fs.linkSync(existing, name),
  unlink: (path) => fs.unlinkSync(path),
  stat: (path) => {
    const stat = fs.statSync(path, { throwIfNoEntry: false });
    return stat === undefined ? null : toStat(stat);
  },
  statOpen: (file) => toStat(fs.fstatSync(file)),
  list: (directory) => (fs.existsSync(directory) ? fs.readdirSync(directory).toSorted() : []),
  makeDirectory: (path) => void fs.mkdirSync(path, { recursive: true, mode: 0o700 }),
  realPath: (path) => fs.realpathSync(path),
  syncDirectory,
  freeBytes: (directory) => {
    const { bavail, bsize } = fs.statfsSync(directory);
    return bavail * bsize;
  },
};

/** A disk that does not say what is wrong, told as one that does: `syscall` is what the system's own errors are known by. */
export const tookNoMore = (): Error => Object.assign(new Error('The disk took no more bytes.'), { code: 'ENOSPC', syscall: 'write' });
export const gaveBackOtherwise = (): Error => Object.assign(new Error('The disk gave back something else than was written.'), { code: 'EIO', syscall: 'read' });

/** Writes all bytes, however many calls that takes. */
export function writeFully(fileSystem: FileSystem, file: number, at: { bytes: Uint8Array; position: number }): void {
  for (let done = 0; done < at.bytes.length; ) {
    const written = fileSystem.write(file, at.bytes.subarray(done), at.position + done);
    if (written === 0) throw tookNoMore();
    done += written;
  }
}

/** Reads a whole file in pieces (one read may not exceed 2 GiB). */
export function readWhole(fileSystem: FileSystem, path: string): Uint8Array {
  const file = fileSystem.open(path, 'r');
  try {
    const bytes = new Uint8Array(fileSystem.statOpen(file).size);
    for (let done = 0; done < bytes.length; ) {
      const read = fileSystem.read(file, bytes.subarray(done, done + pieceSize), done);
      if (read === 0) return bytes.slice(0, done);
      done += read;
    }
    return bytes;
  } finally {
    fileSystem.close(file);
  }
}

/** Files move in pieces of this many bytes, so that no single call holds the engine for long. */
export const pieceSize = 8 * 1024 * 1024;

/** Makes a name durable: syncs the folder that it is in. */
export function syncFolderOf(fileSystem: FileSystem, path: string): void {
  fileSystem.syncDirectory(dirname(path));
}

/** Gives a file a second name. @returns false where the disk (FAT, some network drives) knows no such thing */
export function tryLink(fileSystem: FileSystem, existing: string, name: string): boolean {
  try {
    fileSystem.link(existing, name);
    return true;
  } catch (error) {
    if (hasErrorCode(error, 'EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'EINVAL')) return false;
    throw error;
  }
}

/** Deletes a file; it may be gone already. */
export function removeIfThere(fileSystem: FileSystem, path: string): void {
  try {
    fileSystem.unlink(path);
  } catch (error) {
    if (!hasErrorCode(error, 'ENOENT')) throw error;
  }
}
