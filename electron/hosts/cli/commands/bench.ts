import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Benchmark, BenchResult } from '../bench/benchmark.ts';
import { gapBench } from '../bench/gap-bench.ts';
import { importBench } from '../bench/import-bench.ts';
import { peaksBench, switchBench } from '../bench/listen-benches.ts';
import { openBench, searchBench, tagBench } from '../bench/query-benches.ts';
import { argument, textValue, UsageError } from '../command.ts';
import type { Command } from '../command.ts';

const benchmarks: readonly Benchmark[] = [importBench, openBench, searchBench, tagBench, gapBench, switchBench, peaksBench];

/** A line for people: the ratio first, since times depend on the machine. */
function lineOf(result: BenchResult): string {
  const more = Object.entries(result.more).map(([name, value]) => `${name} ${value.toFixed(1)}`).join(', ');
  return `${result.name}: ${result.ratio.toFixed(2)} x (budget ${result.budget} x${result.isWithin ? '' : ', OVER'}): ${result.ms.toFixed(1)} ms against ${result.referenceMs.toFixed(1)} ms. `
    + `${result.work}; reference: ${result.reference}.${more === '' ? '' : ` ${more}.`}`;
}

/** `bench [NAME]` */
export const benchCommand: Command = {
  name: 'bench',
  usage: '[NAME] [--scale 1]',
  summary: `measures against reference runs: ${benchmarks.map(({ name }) => name).join(', ')}`,
  options: { scale: { type: 'string' } },
  arity: [0, 1],
  async run(call) {
    const name = argument(call, 0);
    const chosen = name === '' ? benchmarks : benchmarks.filter((benchmark) => benchmark.name === name);
    if (chosen.length === 0) throw new UsageError(`There is no benchmark “${name}”. Known: ${benchmarks.map((benchmark) => benchmark.name).join(', ')}.`);
    const scale = Number(textValue(call, 'scale') ?? '1');
    if (!(scale > 0 && scale <= 10)) throw new UsageError('--scale takes a number above 0, up to 10.');
    const folder = await mkdtemp(join(tmpdir(), 'earshot-bench-'));
    const results: BenchResult[] = [];
    try {
      for (const benchmark of chosen) {
        results.push(await benchmark.run({ scale, folder, say: (line) => call.terminal.say(line) }));
        call.terminal.say(lineOf(results.at(-1) as BenchResult));
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    return { json: { results }, text: results.map(lineOf).join('\n'), hasProblems: results.some((result) => !result.isWithin) };
  },
};
