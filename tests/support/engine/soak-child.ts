import { readdirSync, statSync, writeSync } from 'node:fs';
import { openLab, vtt } from './engine-lab.ts';

/*
 * Runs in a process of its own (`node --expose-gc`): works on a project as a busy person does, edit after edit with reading
 * in between, backs it up and now and then closes and opens it. Prints one line of JSON for each measurement.
 */

export type SoakSample = { readonly atMs: number; readonly heapBytes: number; readonly rssBytes: number; readonly projectBytes: number; readonly files: number; readonly resources: number; readonly edits: number };

const [forMs, measureEveryMs, editEveryMs, warmEdits] = process.argv.slice(2).map(Number);
if (forMs === undefined || measureEveryMs === undefined || editEveryMs === undefined || warmEdits === undefined) {
  throw new Error('soak-child needs how long to work, how often to measure and how often to edit, in ms, and how many edits to make before that.');
}
const nowhere = { startMs: null, endMs: null, turnSeq: null, charStart: null, charEnd: null, severity: null, outcome: null };

const lab = await openLab({ clock: () => new Date(), codebook: 'default' });
const { client } = lab;
const turns = Array.from({ length: 40 }, (_, at) => [at % 2 === 0 ? 'Agent' : 'Customer', `words number ${at} of this call about a late refund`] as const);
await lab.run(await lab.put(Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`S-${at}.vtt`, vtt(turns)]))));
const { rows } = await client.interactions.page({ filter: {}, offset: 0, limit: 50 });
const codes = await client.codebook.list({});
const codeId = codes.find(({ kind }) => kind === 'cause')?.id ?? '';
/** Null while it warms up, which takes no pauses. */
let startedAt: number | null = null;
let edits = 0;

/** Ten edits that leave the project as it was; only the record of them grows. */
async function round(at: number): Promise<void> {
  const interactionId = rows[at % rows.length]?.id ?? '';
  const tag = await client.tags.add({ interactionId, codeId, ...nowhere, note: 'one' });
  await breath();
  await client.tags.change({ ...nowhere, id: tag.id, codeId, note: 'two' });
  await breath();
  for (let back = 0; back < 4; back += 1) {
    await client.project.undo();
    await breath();
    await client.project.redo();
    await breath();
    if (back % 2 === 0) await client.interactions.get({ id: interactionId });
  }
  await client.tags.remove({ id: tag.id });
  await breath();
  await client.interactions.search({ words: 'refund', offset: 0, limit: 20 });
  await client.interactions.page({ filter: {}, offset: 0, limit: 50 });
}

const passedMs = (): number => performance.now() - (startedAt ?? 0);

/** Waits until the next edit is due. */
async function breath(): Promise<void> {
  edits += 1;
  if (startedAt !== null) await new Promise((resolve) => setTimeout(resolve, Math.max(0, edits * (editEveryMs ?? 0) - passedMs())));
}

function measure(): SoakSample {
  // What the engine logs goes to a host's file; here it would only pile up.
  lab.log.length = 0;
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  const resources = process.getActiveResourcesInfo().filter((kind) => kind !== 'Immediate');
  return {
    atMs: Math.round(passedMs()), heapBytes: heapUsed, rssBytes: rss, projectBytes: statSync(lab.projectPath).size,
    files: readdirSync('/proc/self/fd').length, resources: resources.length, edits,
  };
}

async function openAgain(): Promise<void> {
  const [project] = await client.project.list();
  await client.project.close();
  await client.project.open({ id: project?.id ?? '' });
}

// Whatever is done later is done now already, so that its code is compiled before anything is measured.
for (let warmings = 0; edits < warmEdits; ) {
  await round(edits);
  if (edits < (warmings * warmEdits) / 4) continue;
  warmings += 1;
  await client.privacy.createBackup();
  await openAgain();
}
[startedAt, edits] = [performance.now(), 0];
let nextMeasureMs = 0;
let opened = 0;
const openAgainMs = Math.max(forMs / 10, 2 * measureEveryMs);
for (let at = 0; passedMs() < forMs; at += 1) {
  await round(at);
  const nowMs = passedMs();
  if (nowMs >= nextMeasureMs) {
    nextMeasureMs = nowMs + measureEveryMs;
    await client.privacy.createBackup();
    await new Promise((resolve) => setImmediate(resolve));
    writeSync(1, `${JSON.stringify(measure())}\n`);
  }
  if (Math.floor(nowMs / openAgainMs) > opened) {
    opened += 1;
    await openAgain();
  }
}
const { ok } = await client.project.verify();
await lab.close();
if (!ok) throw new Error('The project is not whole after the soak.');
