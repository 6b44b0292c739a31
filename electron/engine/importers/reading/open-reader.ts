import type { SourceFile } from '../importer.ts';
import type { SourceReader } from './looked-at.ts';
import { createSourceReader } from './read-sources.ts';
import { startThreadReader } from './thread-reader.ts';

export type ReaderOptions = {
  /** The built thread that reads files; null: none was built, and this thread reads. */
  thread: URL | null;
  signal: AbortSignal;
  /** Told when there is a thread and it could not be started. */
  onFallback: () => void;
};

/** Who reads these sources: a thread of its own where there is one and it can reach them all, else this thread. Close it when done. */
export async function openReader(sources: readonly SourceFile[], options: ReaderOptions): Promise<SourceReader> {
  if (options.thread !== null && sources.every(({ path }) => path !== undefined)) {
    const reader = await startThreadReader(options.thread, options.signal);
    if (reader !== null) return reader;
    options.onFallback();
  }
  return createSourceReader(options.signal);
}
