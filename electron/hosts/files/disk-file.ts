import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { RandomAccess, SourceFile } from '#engine/importers/importer.ts';
import { EarshotError } from '#shared/errors.ts';

/** Node refuses one read of 2 GiB or more, so files are read in pieces of this many bytes. */
const pieceBytes = 8 * 1024 * 1024;

async function readWhole(path: string, name: string): Promise<Uint8Array> {
  const file = await open(path).catch(() => { throw gone(name); });
  try {
    const { size } = await file.stat();
    const bytes = new Uint8Array(size);
    let filled = 0;
    while (filled < size) {
      const { bytesRead } = await file.read(bytes, filled, Math.min(pieceBytes, size - filled), filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  } finally {
    await file.close();
  }
}

async function openAnywhere(path: string, name: string): Promise<RandomAccess> {
  const file = await open(path).catch(() => { throw gone(name); });
  return {
    async readInto(buffer, position) {
      let filled = 0;
      while (filled < buffer.length) {
        const { bytesRead } = await file.read(buffer, filled, Math.min(pieceBytes, buffer.length - filled), position + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return filled;
    },
    close: () => file.close(),
  };
}

/** The refusal of a file that was there when it was chosen. */
export function gone(name: string): EarshotError {
  return new EarshotError('FILE_NOT_FOUND', `“${name}” is not there any more. Choose it again from where it is now.`);
}

/** A file of this disk as the engine sees it. `size` is in bytes; `reference` is what `referenced` finds it by. */
export function diskFile(file: { path: string; name: string; size: number; reference?: string }): SourceFile {
  const { path, name, size, reference = path } = file;
  return {
    name, size, reference, path,
    read: () => readWhole(path, name),
    open: () => openAnywhere(path, name),
    async *stream() {
      try {
        for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024 })) yield piece as Uint8Array;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw gone(name);
        throw error;
      }
    },
  };
}

/** Size in bytes of a regular file, or null if there is none at this path. */
export async function fileSize(path: string): Promise<number | null> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() === true ? found.size : null;
}
