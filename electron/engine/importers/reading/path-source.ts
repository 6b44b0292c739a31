import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { EarshotError } from '#shared/errors.ts';
import type { SourceFile } from '../importer.ts';

/** A source without its functions, as it crosses to another thread. */
export type SourceAddress = { name: string; size: number; reference: string; path: string };

/** Bytes of one step of a stream. */
const stepBytes = 1024 * 1024;

/** How another thread finds a source; null when only the object at hand can read it. */
export function addressOf({ name, size, reference, path }: SourceFile): SourceAddress | null {
  return path === undefined ? null : { name, size, reference, path };
}

/** A file read without a detour over the thread pool: for a thread that has nothing else to do. */
export function pathSource(address: SourceAddress): SourceFile {
  const { name, path } = address;
  return {
    ...address,
    read: () => Promise.resolve(stating(name, () => readFileSync(path))),
    // oxlint-disable-next-line typescript/require-await -- the interface streams; what is read here comes at once
    stream: async function* stream() {
      const file = stating(name, () => openSync(path, 'r'));
      try {
        for (;;) {
          const piece = Buffer.allocUnsafeSlow(stepBytes);
          const bytesRead = readSync(file, piece, 0, stepBytes, null);
          if (bytesRead === 0) return;
          yield piece.subarray(0, bytesRead);
        }
      } finally {
        closeSync(file);
      }
    },
  };
}

/** Tells a file that is gone as the hosts do. */
function stating<T>(name: string, open: () => T): T {
  try {
    return open();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new EarshotError('FILE_NOT_FOUND', `“${name}” is not there any more. Choose it again from where it is now.`);
  }
}
