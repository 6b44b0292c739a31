import { parentPort } from 'node:worker_threads';
import type { LookInput, PreviewInput, SourceReader, TableInput } from './looked-at.ts';
import { createSourceReader } from './read-sources.ts';
import { failureOf, sourcesAt, type FromThread, type ToThread } from './thread-messages.ts';

/*
 * The thread that reads files for an import: nothing else runs on it, so it may work without a pause. It is stopped by
 * being ended, which takes effect wherever it is.
 */

function begin(reader: SourceReader, order: Extract<ToThread, { task: string }>): AsyncGenerator<unknown> {
  const input: object = { ...(order.input as object), sources: sourcesAt(order.sources) };
  switch (order.task) {
    case 'look': return reader.look(input as LookInput);
    case 'table': return reader.table(input as TableInput);
    case 'preview': return reader.preview(input as PreviewInput);
  }
}

if (parentPort === null) throw new Error('This file is started as a thread of the engine, not by hand.');
const port = parentPort;
const say = (message: FromThread): void => port.postMessage(message);
const reader = createSourceReader(new AbortController().signal);
let credit = 0;
let wake: () => void = () => undefined;

async function run(order: Extract<ToThread, { task: string }>): Promise<void> {
  try {
    for await (const piece of begin(reader, order)) {
      while (credit === 0) await new Promise<void>((resolve) => (wake = resolve));
      credit -= 1;
      say({ kind: 'piece', piece });
    }
    say({ kind: 'end' });
  } catch (error) {
    say({ kind: 'failed', failure: failureOf(error) });
  }
}

port.on('message', (order: ToThread) => {
  if ('more' in order) {
    credit += order.more;
    wake();
    return;
  }
  credit = 0;
  void run(order);
});
say({ kind: 'ready' });
