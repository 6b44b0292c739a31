import { createHash } from 'node:crypto';
import type { SourceFile } from '../importer.ts';

/** Files up to this size are read once and kept while they are in hand, bytes. */
const keptWhole = 8 * 1024 * 1024;

export type InHand = { source: SourceFile; contentHash: string };

/** A file with its content hash. Small files are read from disk only once, however often they are looked at. */
export async function takeInHand(source: SourceFile, signal: AbortSignal): Promise<InHand> {
  if (source.size <= keptWhole) {
    const bytes = await source.read();
    return { source: kept(source, bytes), contentHash: createHash('sha256').update(bytes).digest('hex') };
  }
  const hash = createHash('sha256');
  for await (const piece of source.stream()) {
    signal.throwIfAborted();
    hash.update(piece);
  }
  return { source, contentHash: hash.digest('hex') };
}

function kept(source: SourceFile, bytes: Uint8Array): SourceFile {
  return {
    name: source.name, size: bytes.length, reference: source.reference,
    read: () => Promise.resolve(bytes),
    async *stream() {
      await Promise.resolve();
      yield bytes;
    },
  };
}
