import { text } from 'node:stream/consumers';
import { runCommandLine } from './run.ts';

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());

process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (document) => process.stdout.write(document),
  say: (line) => process.stderr.write(`${line}\n`),
  readInput: () => text(process.stdin),
  stop: stopping.signal,
});
