import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SoakSample } from '#tests/support/engine/soak-child.ts';
import { figure } from '#tests/support/figure.ts';
import { type Bundle, bundleForNode } from '#tests/support/store/bundle.ts';
import { effort, isLong } from '#tests/support/store/effort.ts';

const workMs = effort(1_500, 20 * 60_000);
const measureEveryMs = effort(100, 10_000);
const editEveryMs = effort(5, 100);
/** V8 goes on compiling what is used, and keeps it, until some 16,000 edits have been made: 0.1 MB for each thousand of them. */
const warmEdits = effort(0, 20_000);
const mb = 1024 * 1024;

if (!isLong) console.log('D-21: the soak of 20 minutes is not run, it belongs to the long forms (EARSHOT_LONG=1); its short form judges handles, not memory.');

let program: Bundle | undefined;
beforeAll(async () => {
  program = await bundleForNode('tests/support/engine/soak-child.ts');
}, 60_000);
afterAll(() => program?.remove());

function soak(path: string): Promise<SoakSample[]> {
  return new Promise((resolve, reject) => {
    // The child looks for the database's wasm as a package does.
    const env = { ...process.env, NODE_PATH: join(import.meta.dirname, '..', '..', 'node_modules') };
    const child = spawn(process.execPath, ['--expose-gc', path, String(workMs), String(measureEveryMs), String(editEveryMs), String(warmEdits)], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let errors = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(output.trim().split('\n').map((line) => JSON.parse(line) as SoakSample)) : reject(new Error(errors))));
  });
}

/** Growth per hour by least squares. */
function perHour(samples: readonly SoakSample[], value: (sample: SoakSample) => number): number {
  const meanAt = samples.reduce((sum, { atMs }) => sum + atMs, 0) / samples.length;
  const mean = samples.reduce((sum, sample) => sum + value(sample), 0) / samples.length;
  const [above, below] = samples.reduce(([xy, xx], sample) => [xy + (sample.atMs - meanAt) * (value(sample) - mean), xx + (sample.atMs - meanAt) ** 2], [0, 0]);
  return (above / below) * 3_600_000;
}

test.skipIf(!existsSync('/proc/self/fd'))(`D-21: ${workMs / 1000} s of an edit every ${editEveryMs} ms`, async () => {
  if (program === undefined) throw new Error('The child program was not built.');
  const samples = await soak(program.path);
  // The first tenth settles from the pace of the warm-up to that of a person.
  const warm = samples.slice(Math.ceil(samples.length / 10));
  expect(warm.length).toBeGreaterThan(effort(1, 30));
  const [first, last] = [warm[0] as SoakSample, warm.at(-1) as SoakSample];
  expect(new Set(warm.map(({ files }) => files)).size, JSON.stringify(warm)).toBe(1);
  expect(new Set(warm.map(({ resources }) => resources)).size, JSON.stringify(warm)).toBe(1);
  const work = `${Math.round(last.atMs / 1000)} s, ${last.edits} edits, ${samples.length} backups: handles constant (${last.files} files, ${last.resources} resources)`;
  if (!isLong) return figure('D-21', work);
  const rates = { heap: perHour(warm, ({ heapBytes }) => heapBytes), resident: perHour(warm, ({ rssBytes }) => rssBytes), project: perHour(warm, ({ projectBytes }) => projectBytes) };
  const [heap, resident, project] = [rates.heap, rates.resident, rates.project].map((bytes) => `${(bytes / mb).toFixed(2)} MB/h`);
  figure('D-21', `${work}; after ${warmEdits} edits of warm-up the heap grew by ${heap}, the process by ${resident} (${Math.round(first.rssBytes / mb)} to ${Math.round(last.rssBytes / mb)} MB), of which the record of changes is ${project}`);
  expect(rates.heap / mb).toBeLessThan(1);
  return undefined;
}, workMs + effort(120_000, 900_000));
