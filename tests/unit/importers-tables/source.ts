import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SourceFile } from '#engine/importers/importer.ts';

/** A file in memory; `chunkBytes` cuts its stream into pieces of that size. */
export function sourceOf(name: string, content: string | Uint8Array, chunkBytes = 64 * 1024): SourceFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
    size: bytes.length,
    reference: name,
    read: () => Promise.resolve(bytes),
    // oxlint-disable-next-line typescript/require-await -- the interface streams; what is read here comes at once
    stream: async function* stream() {
      for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
    },
  };
}

const sharedData = resolve(import.meta.dirname, '../../../../shared/data');

/** A real public file outside the repository, or null (with a printed reason) where it is not there. */
export function sharedFile(path: string): SourceFile | null {
  const full = resolve(sharedData, path);
  if (!existsSync(full)) {
    process.stdout.write(`skipped: ../shared/data/${path} is not on this machine\n`);
    return null;
  }
  return sourceOf(path, new Uint8Array(readFileSync(full)));
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/**
 * Milliseconds that the processor has worked for this test since the last reading. Limits are set on work, not on time passed,
 * since other programs may share the machine.
 */
export function startWorkClock(): () => number {
  const before = process.cpuUsage();
  return () => {
    const used = process.cpuUsage(before);
    return (used.user + used.system) / 1_000;
  };
}
