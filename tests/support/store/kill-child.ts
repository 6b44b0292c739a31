import { writeSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { createProject, openProject } from '#engine/store/project-file.ts';
import { readShelf } from './shelf-handlers.ts';
import { countingIdFrom, putCommand, storeOptions } from './test-project.ts';

/*
 * Runs in a process of its own until it is killed: opens the project (creating it the first time), says what it found,
 * then edits without pause, saying each sequence number once it was acknowledged. What the shelf must hold after n
 * commands follows from n alone.
 */

const keys = 40;

function say(line: string): void {
  writeSync(1, `${line}\n`);
}

/** What `keys` shelves hold after `lastSeq` commands. */
function expectedAfter(lastSeq: number): Record<string, string> {
  const shelf: Record<string, string> = {};
  for (let seq = Math.max(1, lastSeq - keys + 1); seq <= lastSeq; seq += 1) shelf[keyOf(seq)] = textOf(seq);
  return shelf;
}

const keyOf = (seq: number): string => `k${seq % keys}`;
const textOf = (seq: number): string => `${seq} ${'.'.repeat((seq * 37) % 900)}`;

const [path, run, wasmPath] = process.argv.slice(2);
if (path === undefined || run === undefined || wasmPath === undefined) throw new Error('kill-child needs a path, the number of the run and the wasm.');
const newId = countingIdFrom(Number(run));
const options = storeOptions(path, { newId, wasmPath });
const project = Number(run) === 0 ? await createProject(options) : await openProject(options);
const isAsExpected = isDeepStrictEqual(readShelf(project.db), expectedAfter(project.info.lastSeq));
// The full check costs more than all the rest, so that not every life begins with one.
const checks = Number(run) % 5 === 0 ? await project.verify() : [];
const failed = checks.filter(({ ok }) => !ok).map(({ name, detail }) => `${name}: ${detail}`);
say(`opened ${project.info.lastSeq} ${isAsExpected ? 'as-expected' : 'DIFFERENT'} ${failed.join('; ')}`);
let saving: Promise<void> = Promise.resolve();
for (let count = 1; ; count += 1) {
  const seq = project.info.lastSeq + 1;
  if (count % 9 === 0) saving = saving.then(() => project.checkpoint());
  const commands = [putCommand(keyOf(seq), textOf(seq))];
  if (count % 7 === 0) commands.push(putCommand(keyOf(seq + 1), textOf(seq + 1)));
  await project.execute(commands.map((command) => ({ ...command, id: newId() })));
  say(`saved ${project.info.lastSeq}`);
  // Lets the checkpoint go on between two commands.
  if (count % 3 === 0) await new Promise((resolve) => setImmediate(resolve));
}
