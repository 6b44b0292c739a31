import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { builtImportThread } from '#tests/support/engine/built-import-thread.ts';
import { openLab, vtt, type EngineLab } from '#tests/support/engine/engine-lab.ts';
import { longestWork } from '#tests/support/engine/loop-delay.ts';

const isLong = process.env['EARSHOT_LONG'] === '1';
const everything = { filter: {}, offset: 0, limit: 100 };

let thread: Awaited<ReturnType<typeof builtImportThread>>;
let lab: EngineLab;
beforeAll(async () => {
  thread = await builtImportThread();
}, 60_000);
afterAll(() => thread.remove());
beforeEach(async () => {
  lab = await openLab({ importThread: thread.url });
});
afterEach(() => lab.close());

const words = (seed: number) => Array.from({ length: 14 }, (_unused, at) => `word${(seed * 31 + at * 7) % 500}`).join(' ');
const call = (number: number) => vtt(Array.from({ length: 50 }, (_unused, at) => [at % 2 === 0 ? 'Agent' : 'Customer', words(number * 50 + at)] as const));

/** A folder of transcripts as one handle. */
async function transcripts(count: number): Promise<string> {
  await lab.put(Object.fromEntries(Array.from({ length: count }, (_unused, at) => [`calls/C-${at}.vtt`, call(at)])));
  return lab.choose(resolve(lab.folder, 'in/calls'));
}

describe('reading on a thread of its own', () => {
  test('brings in what the engine alone brings in', async () => {
    const contents = {
      'C-1.vtt': call(1), 'interactions.csv': 'interaction_id,channel,started_at,queue,customer_id,reason\nC-1,email,2026-03-01T10:00:00Z,Billing,K-1,Bill\nC-2,phone,31.12.2026,Billing,K-1,Bill',
      'broken.json': '{"a": [1, 2', 'notes.bin': new Uint8Array([0, 1, 2, 255, 0, 7]), 'empty.vtt': '',
    };
    const alone = await openLab();
    try {
      const [threaded, inEngine] = [await lab.run(await lab.put(contents)), await alone.run(await alone.put(contents))];
      expect({ ...threaded, importId: null, ms: 0 }).toEqual({ ...inEngine, importId: null, ms: 0 });
      expect(threaded.byKind['interactions']).toMatchObject({ new: 2 });
      const preview = async (one: EngineLab) => (await one.client.imports.preview({ fileIds: await one.put(contents) })).files.map(({ fileId: _id, ...file }) => file);
      expect(await preview(lab)).toEqual(await preview(alone));
    } finally {
      await alone.close();
    }
    expect(lab.log.map(({ code }) => code)).not.toContain('IMPORT_THREAD_FAILED');
  });

  test('a source that is gone, and a file that cannot be read, are told as before', async () => {
    const gone = await lab.put({ 'C-1.vtt': call(1) });
    const { rmSync } = await import('node:fs');
    rmSync(resolve(lab.folder, 'in/C-1.vtt'));
    await expect(lab.run(gone)).rejects.toThrow('“C-1.vtt” is not there any more');
    expect((await lab.client.interactions.page(everything)).total).toBe(0);
  });

  test('where the thread cannot start, the engine reads by itself and notes it', async () => {
    const without = await openLab({ importThread: pathToFileURL(resolve(lab.folder, 'nowhere.js')) });
    try {
      expect((await without.run(await without.put({ 'C-1.vtt': call(1) }))).new).toBe(1);
      expect(without.log.map(({ code }) => code)).toContain('IMPORT_THREAD_FAILED');
    } finally {
      await without.close();
    }
  });

  test('while transcripts are read and written the engine is never silent for over 100 ms', async () => {
    const folder = await transcripts(isLong ? 4_000 : 400);
    const { value, workMs } = await longestWork(() => lab.run([folder], { dryRun: true }));
    expect(value.new).toBe(isLong ? 4_000 : 400);
    process.stdout.write(`longest work without a breath: ${workMs.toFixed(0)} ms\n`);
    expect(workMs).toBeLessThan(100);
  }, 120_000);

  test('nor while a table of many rows is', async () => {
    const rows = Array.from({ length: isLong ? 100_000 : 8_000 }, (_unused, at) => `C-${at},phone,2026-03-01T10:00:00Z,Billing,K-${at % 500},Bill`);
    const ids = await lab.put({ 'interactions.csv': `interaction_id,channel,started_at,queue,customer_id,reason\n${rows.join('\n')}` });
    const { value, workMs } = await longestWork(() => lab.run(ids, { dryRun: true }));
    expect(value.new).toBe(rows.length);
    process.stdout.write(`longest work without a breath: ${workMs.toFixed(0)} ms\n`);
    expect(workMs).toBeLessThan(100);
  }, 120_000);

  test('nor while answers and scores are joined to their interactions', async () => {
    const count = isLong ? 100_000 : 4_000;
    const at = (row: number, hours: number) => new Date(Date.UTC(2026, 0, 1, hours, row)).toISOString();
    const rows = <T>(write: (row: number) => T) => Array.from({ length: count }, (_unused, row) => write(row)).join('\n');
    const ids = await lab.put({
      'interactions.csv': `interaction_id,channel,started_at,queue,customer_id,reason\n${rows((row) => `C-${row},phone,${at(row, 0)},Billing,K-${row % 500},Bill`)}`,
      'surveys.csv': `response_id,interaction_id,customer_id,sent_at,answered_at,csat\n${rows((row) => `S-${row},${row % 2 === 0 ? `C-${row}` : ''},K-${row % 500},${at(row, 2)},${at(row, 3)},${1 + (row % 5)}`)}`,
      'quality.csv': `interaction_id,evaluator,evaluated_at,score\n${rows((row) => `C-${row},Eva,${at(row, 4)},${50 + (row % 50)}`)}`,
    });
    const { value, workMs } = await longestWork(() => lab.run(ids));
    process.stdout.write(`longest work without a breath: ${workMs.toFixed(0)} ms\n`);
    expect([value.linked.surveys, value.linked.matched]).toEqual([count, count]);
    expect((await lab.client.project.info())?.counts).toMatchObject({ evaluated: count, answered: count, matched: count });
    expect(workMs).toBeLessThan(100);
  }, 240_000);

  test('a cancel is heard within 200 ms, wherever the thread is, and leaves nothing', async () => {
    // Ten files that each keep the thread busy for seconds without a pause.
    const slow = `{"segments": [${'{"start": 1, "end": 2, "text": "x"},'.repeat(300_000)}{"start": 1, "end": 2, "text": "x"}]}`;
    const ids = [await transcripts(60), ...(await lab.put(Object.fromEntries(Array.from({ length: 10 }, (_unused, at) => [`long-${at}.json`, `${slow}${' '.repeat(at)}`]))))];
    const abort = new AbortController();
    const job = await lab.client.imports.run({ fileIds: ids, mappings: {}, dryRun: false }, { signal: abort.signal });
    for (;;) {
      const step = await job.next();
      if (step.done === true) throw new Error('the import ended before it could be cancelled');
      if (step.value.done > 20) break;
    }
    const { value: passedMs, idleMs, waitedMs } = await longestWork(async () => {
      const startedAt = performance.now();
      abort.abort();
      await expect((async () => { while ((await job.next()).done !== true); })()).rejects.toThrow();
      return performance.now() - startedAt;
    });
    process.stdout.write(`cancelled after ${passedMs.toFixed(0)} ms, ${waitedMs.toFixed(0)} of them waiting for a processor; an idle thread was ${idleMs.toFixed(0)} ms late\n`);
    expect(passedMs).toBeLessThan(200 + waitedMs + idleMs);
    expect((await lab.client.jobs.list())[0]?.state).toBe('cancelled');
    expect((await lab.client.interactions.page(everything)).total).toBe(0);
  }, 60_000);

  test('a paused import keeps its place, answers questions, and goes on', async () => {
    const folder = await transcripts(300);
    const job = await lab.client.imports.run({ fileIds: [folder], mappings: {}, dryRun: false });
    const first = await job.next();
    if (first.done === true) throw new Error('the import ended before it could be paused');
    const { jobId } = first.value;
    expect(await lab.client.jobs.pause({ jobId })).toEqual({ paused: true });
    for (let step = await job.next(); step.done !== true && !step.value.isPaused;) step = await job.next();
    const held = (await lab.client.jobs.list())[0];
    expect(held).toMatchObject({ state: 'paused', isPaused: true, rate: null });
    for (let asked = 0; asked < 5; asked += 1) {
      expect((await lab.client.imports.preview({ fileIds: await lab.put({ 'x.vtt': call(1) }) })).files).toHaveLength(1);
      expect((await lab.client.jobs.list())[0]?.done).toBe(held?.done);
    }
    expect(await lab.client.jobs.resume({ jobId })).toEqual({ resumed: true });
    for (;;) {
      const step = await job.next();
      if (step.done !== true) continue;
      expect(step.value.new).toBe(300);
      break;
    }
    expect((await lab.client.jobs.list())[0]?.state).toBe('done');
    expect(await lab.client.jobs.pause({ jobId })).toEqual({ paused: false });
  }, 60_000);

  test('a paused import can be cancelled', async () => {
    const folder = await transcripts(300);
    const job = await lab.client.imports.run({ fileIds: [folder], mappings: {}, dryRun: false });
    const first = await job.next();
    if (first.done === true) throw new Error('the import ended before it could be paused');
    await lab.client.jobs.pause({ jobId: first.value.jobId });
    expect(await lab.client.jobs.cancel({ jobId: first.value.jobId })).toEqual({ cancelled: true });
    await expect((async () => { while ((await job.next()).done !== true); })()).rejects.toThrow();
    expect((await lab.client.interactions.page(everything)).total).toBe(0);
  }, 60_000);
});

describe('in the built app', () => {
  const built = resolve(import.meta.dirname, '../../../out/main');
  test.skipIf(!existsSync(built))('the thread lies where the hosts look for it', () => {
    expect(existsSync(resolve(built, 'import-thread.js'))).toBe(true);
  });
});
