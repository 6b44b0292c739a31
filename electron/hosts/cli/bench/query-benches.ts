import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withEngine, withProject, type EngineClient } from '../project-call.ts';
import { percentile, resultOf, timed, type Benchmark, type BenchOptions } from './benchmark.ts';
import { corpusTurns, writeCorpus } from './corpus.ts';
import { importCorpus, turnsPerCall } from './import-bench.ts';
import { fillRaw, rawSql } from './raw-database.ts';

const callsAtFullScale = 20_000;

/** A project filled with the corpus, made once a run and used by the benches that only ask. */
async function corpusProject(options: BenchOptions): Promise<string> {
  const path = join(options.folder, 'corpus.earshot');
  try {
    await readFile(path, { flag: 'r' });
    return path;
  } catch {
    options.say('filling a project');
    const corpus = await writeCorpus(options.folder, { calls: Math.round(callsAtFullScale * options.scale), turns: turnsPerCall });
    await withEngine(path, (call) => importCorpus(call, corpus, 'corpus'));
    return path;
  }
}

const firstPage = (client: EngineClient) => client.interactions.page({ filter: {}, offset: 0, limit: 50 });

/** From nothing open to the first answered query, against reading the file and handing it to the bare library. */
export const openBench: Benchmark = {
  name: 'open',
  async run(options) {
    const path = await corpusProject(options);
    const SQL = await rawSql();
    const reference = await timed(async () => {
      const db = new SQL.Database(await readFile(path));
      db.exec('SELECT count(*) FROM interaction');
      db.close();
    });
    const own = await timed(() => withProject(path, async ({ client }) => {
      await firstPage(client);
      return process.memoryUsage().rss / 1024 / 1024;
    }));
    return resultOf({
      name: 'open', work: `open ${Math.round(callsAtFullScale * options.scale)} interactions to the first page`, reference: 'read the file + new SQL.Database',
      ms: own.ms, referenceMs: reference.ms, budget: 2.5, more: { residentMemoryMB: own.value },
    });
  },
};

/** A phrase over all turns, first 50 hits with snippets, against the bare index query. */
export const searchBench: Benchmark = {
  name: 'search',
  async run(options) {
    const path = await corpusProject(options);
    const SQL = await rawSql();
    const raw = new SQL.Database();
    fillRaw(raw, Array.from({ length: Math.round(callsAtFullScale * options.scale) }, (_unused, call) => ({ call, turns: corpusTurns(call, turnsPerCall) })));
    const bare = () => raw.exec(`SELECT docid, snippet(turn_text) FROM turn_text WHERE turn_text MATCH '"third time"' LIMIT 50`);
    bare();
    const references = [];
    for (let i = 0; i < 15; i += 1) references.push((await timed(bare)).ms);
    raw.close();
    const times = await withProject(path, async ({ client }) => {
      const ask = () => client.interactions.search({ words: '"third time"', offset: 0, limit: 50 });
      await ask();
      const found: number[] = [];
      for (let i = 0; i < 15; i += 1) found.push((await timed(ask)).ms);
      return found;
    });
    return resultOf({
      name: 'search', work: 'a phrase, first 50 hits with snippets, through the serialising pipe', reference: 'the bare index query with snippets',
      ms: percentile(times, 0.5), referenceMs: percentile(references, 0.5), budget: 2, more: { p95: percentile(times, 0.95) },
    });
  },
};

/** A tag to its durable acknowledgement, against appending and syncing as many bytes. */
export const tagBench: Benchmark = {
  name: 'tag',
  async run(options) {
    const path = join(options.folder, 'tag.earshot');
    const rounds = 300;
    const { times, reference } = await withEngine(path, async (call) => {
      const corpus = await writeCorpus(join(options.folder, 'few'), { calls: 20, turns: turnsPerCall });
      await importCorpus(call, corpus, 'tag');
      const { client } = call;
      const code = await client.codebook.add({
        key: 'BQ', name: 'Bench', kind: 'cause', dimension: null, parentId: null, owner: null, controllableBy: null, preventable: null,
        definition: '', examples: [], colour: 0, quickSlot: null,
      });
      const interactionId = (await firstPage(client)).rows[0]?.id ?? '';
      const append = await appender(join(options.folder, 'append'));
      const found = { times: [] as number[], reference: [] as number[] };
      // Turn about: a disk that others use is slow for both or for neither.
      for (let at = 0; at < rounds; at += 1) {
        found.reference.push((await timed(append.once)).ms);
        const tag = { interactionId, codeId: code.id, startMs: at * 100, endMs: null, turnSeq: 0, charStart: null, charEnd: null, note: null, severity: null, outcome: null };
        found.times.push((await timed(() => client.tags.add(tag))).ms);
      }
      await append.close();
      return found;
    });
    return resultOf({
      name: 'tag', work: `p95 of ${rounds} tags, from call to durable acknowledgement`, reference: 'append + fdatasync of 700 bytes, p95',
      ms: percentile(times, 0.95), referenceMs: percentile(reference, 0.95), budget: 3, more: { p50: percentile(times, 0.5), p99: percentile(times, 0.99), referenceP50: percentile(reference, 0.5) },
    });
  },
};

/** Appends 700 bytes and waits until they are on disk. */
async function appender(path: string): Promise<{ once: () => Promise<void>; close: () => Promise<void> }> {
  const file = await open(path, 'a');
  const bytes = Buffer.alloc(700, 120);
  const once = async (): Promise<void> => {
    await file.write(bytes);
    await file.datasync();
  };
  return { once, close: () => file.close() };
}
