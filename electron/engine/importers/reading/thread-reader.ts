import { Worker } from 'node:worker_threads';
import type { LookedAt, SourcePreview, SourceReader, TableBatch } from './looked-at.ts';
import { addressesOf, errorOf, piecesAhead, type FromThread, type Task, type ToThread } from './thread-messages.ts';
import type { SourceFile } from '../importer.ts';

/** Starts the thread that reads files. @returns null when it cannot be started, which leaves the reading to this thread */
export async function startThreadReader(file: URL, signal: AbortSignal): Promise<SourceReader | null> {
  const worker = new Worker(file);
  const thread = new ReadingThread(worker, signal);
  if (await thread.isReady) return thread;
  await worker.terminate();
  return null;
}

class ReadingThread implements SourceReader {
  readonly isReady: Promise<boolean>;
  #waiting: FromThread[] = [];
  #wake: () => void = () => undefined;
  #end: Error | null = null;

  constructor(private readonly worker: Worker, private readonly signal: AbortSignal) {
    this.isReady = new Promise((resolve) => {
      worker.once('message', () => resolve(true));
      worker.once('error', () => resolve(false));
      worker.once('exit', () => resolve(false));
    });
    worker.on('message', (message: FromThread) => {
      if (message.kind === 'ready') return;
      this.#waiting.push(message);
      this.#wake();
    });
    worker.on('error', (error) => this.#stop(error));
    worker.on('exit', () => this.#stop(new Error('The thread that reads files has ended.')));
    signal.addEventListener('abort', () => this.#wake());
  }

  look(input: Parameters<SourceReader['look']>[0]): AsyncGenerator<LookedAt[]> {
    return this.#run('look', input) as AsyncGenerator<LookedAt[]>;
  }

  table(input: Parameters<SourceReader['table']>[0]): AsyncGenerator<TableBatch> {
    return this.#run('table', input) as AsyncGenerator<TableBatch>;
  }

  preview(input: Parameters<SourceReader['preview']>[0]): AsyncGenerator<SourcePreview> {
    return this.#run('preview', input) as AsyncGenerator<SourcePreview>;
  }

  /** Ends the thread, wherever it is. */
  async close(): Promise<void> {
    await this.worker.terminate();
  }

  async *#run(task: Task, { sources, ...input }: { sources: readonly SourceFile[] }): AsyncGenerator<unknown> {
    const addresses = addressesOf(sources);
    if (addresses === null) throw new Error('A source without a place cannot be read by another thread.');
    this.#say({ task, input, sources: addresses });
    this.#say({ more: piecesAhead });
    for (;;) {
      const message = await this.#next();
      if (message.kind === 'failed') throw errorOf(message.failure);
      if (message.kind !== 'piece') return;
      yield message.piece;
      this.#say({ more: 1 });
    }
  }

  async #next(): Promise<FromThread> {
    for (;;) {
      this.signal.throwIfAborted();
      const message = this.#waiting.shift();
      if (message) return message;
      if (this.#end !== null) throw this.#end;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  #stop(error: Error): void {
    this.#end ??= error;
    this.#wake();
  }

  #say(message: ToThread): void {
    this.worker.postMessage(message);
  }
}
