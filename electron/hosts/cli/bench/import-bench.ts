import { join } from 'node:path';
import { withEngine, type ProjectCall } from '../project-call.ts';
import { resultOf, timed, type Benchmark, type BenchOptions } from './benchmark.ts';
import { corpusTurns, writeCorpus } from './corpus.ts';
import { fillRaw, rawSql, readAll } from './raw-database.ts';

export const turnsPerCall = 50;

/** Creates an empty project in the bench folder and imports the corpus into it. */
export async function importCorpus({ client, files }: ProjectCall, corpus: string, name: string): Promise<{ new: number; longestGapMs: number }> {
  for await (const _progress of await client.project.create({ name, sample: false })) { /* to its end */ }
  const handle = await files.choose(corpus);
  let [last, longestGapMs] = [performance.now(), 0];
  // The loop is asked every 20 ms whether it is alive; a gap is time in which nothing else could have been heard.
  const pulse = setInterval(() => {
    const now = performance.now();
    longestGapMs = Math.max(longestGapMs, now - last - 20);
    last = now;
  }, 20);
  try {
    const job = await client.imports.run({ fileIds: [handle.id], mappings: {}, dryRun: false });
    for (;;) {
      const step = await job.next();
      if (step.done === true) return { new: step.value.byKind['interactions']?.new ?? 0, longestGapMs };
    }
  } finally {
    clearInterval(pulse);
  }
}

/** 20,000 WebVTT files of 50 turns, against reading the files and filling the bare library with the same rows. */
export const importBench: Benchmark = {
  name: 'import',
  async run(options: BenchOptions) {
    const calls = Math.round(20_000 * options.scale);
    options.say(`import: writing ${calls} files`);
    const corpus = await writeCorpus(options.folder, { calls, turns: turnsPerCall });
    options.say('import: reference run');
    const rows = Array.from({ length: calls }, (_unused, call) => ({ call, turns: corpusTurns(call, turnsPerCall) }));
    const SQL = await rawSql();
    const reference = await timed(async () => {
      await readAll(corpus);
      const db = new SQL.Database();
      fillRaw(db, rows);
      db.close();
    });
    options.say('import: Earshot');
    const project = join(options.folder, 'import.earshot');
    const own = await withEngine(project, (call) => timed(() => importCorpus(call, corpus, 'import')));
    if (own.value.new !== calls) throw new Error(`${own.value.new} of ${calls} calls arrived`);
    return resultOf({
      name: 'import', work: `${calls} WebVTT files, ${calls * turnsPerCall} turns, to the durable end`, reference: 'read the files + bulk insert + text index, bare library',
      ms: own.ms, referenceMs: reference.ms, budget: 2, more: { longestEventLoopGap: own.value.longestGapMs },
    });
  },
};
