import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { LocalFiles } from '../local-files.ts';
import { exportFileName } from '../files/export-shelf.ts';
import { answer, answerJson } from './answer.ts';

/** Largest single upload, in bytes. */
export const maxUploadBytes = 4 * 1024 ** 3;
const maxNameLength = 1000;

class TooLargeError extends Error {}

/** The name that the page gave, as it is shown; null for anything that could be taken for a place. */
export function uploadName(header: unknown): string | null {
  if (typeof header !== 'string') return null;
  let name: string;
  try {
    name = decodeURIComponent(header);
  } catch {
    return null;
  }
  const steps = name.split('/');
  const isFit = name.length <= maxNameLength && !/[\\\p{Cc}]/u.test(name) && steps.every((step) => step !== '' && step !== '.' && step !== '..');
  return isFit ? name : null;
}

function limited(limit: number): Transform {
  let received = 0;
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      received += piece.length;
      done(received > limit ? new TooLargeError() : null, piece);
    },
  });
}

/** Streams a request's body to a new file. @returns its size in bytes; leaves nothing behind when it fails */
async function store(request: IncomingMessage, home: string, path: string): Promise<number> {
  await mkdir(home, { recursive: true, mode: 0o700 });
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  try {
    await pipeline(request, limited(maxUploadBytes), file);
    return file.bytesWritten;
  } catch (error) {
    await rm(home, { recursive: true, force: true });
    throw error;
  }
}

function statusOf(error: unknown): number {
  if (error instanceof TooLargeError) return 413;
  return (error as NodeJS.ErrnoException).code === 'ENOSPC' ? 507 : 400;
}

/** Takes uploads into the spool and lends them to the engine. Files of one folder share a handle. */
export function createUploads(files: LocalFiles, spoolFolder: string) {
  const folders = new Map<string, string>();
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const name = uploadName(request.headers['x-earshot-name']);
    const folder = request.headers['x-earshot-folder'];
    if (name === null || (folder !== undefined && !/^[\w-]{1,64}$/.test(String(folder)))) return answer(response, 400);
    if (Number(request.headers['content-length'] ?? 0) > maxUploadBytes) return answer(response, 413);
    const home = join(spoolFolder, 'uploads', randomUUID());
    const path = join(home, exportFileName(name.split('/').at(-1) ?? name));
    try {
      const size = await store(request, home, path);
      const handle = files.chooseStored({ path, name, size }, folders.get(String(folder)));
      if (folder !== undefined) folders.set(String(folder), handle.id);
      return answerJson(response, handle);
    } catch (error) {
      return answer(response, statusOf(error), { body: '', headers: { Connection: 'close' } });
    }
  };
}
