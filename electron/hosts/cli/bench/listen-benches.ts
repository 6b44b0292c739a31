import { spawn } from 'node:child_process';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { measurePeaks } from '#engine/audio/waveform.ts';
import { diskFile } from '#hosts/files/disk-file.ts';
import { withEngine } from '../project-call.ts';
import { percentile, resultOf, timed, type Benchmark } from './benchmark.ts';
import { writeCorpus } from './corpus.ts';
import { importCorpus } from './import-bench.ts';

const longTurns = 3_000;
const manyTags = 2_000;
const rounds = 40;

/** Opening an interaction of 3,000 turns with 2,000 tags, and what one tag makes the page ask for again, through the serialising pipe. */
export const switchBench: Benchmark = {
  name: 'switch',
  async run({ folder, say }) {
    const path = join(folder, 'switch.earshot');
    const { opened, marks } = await withEngine(path, async (call) => {
      say(`switch: one interaction of ${longTurns} turns, ${manyTags} tags`);
      await importCorpus(call, await writeCorpus(join(folder, 'long'), { calls: 1, turns: longTurns }), 'switch');
      const { client } = call;
      const code = await client.codebook.add({
        key: 'BQ', name: 'Bench', kind: 'cause', dimension: null, parentId: null, owner: null, controllableBy: null, preventable: null, definition: '', examples: [], colour: 0, quickSlot: null,
      });
      const id = (await client.interactions.page({ filter: {}, offset: 0, limit: 1 })).rows[0]?.id ?? '';
      for (let at = 0; at < manyTags; at += 100) {
        await Promise.all(Array.from({ length: 100 }, (_unused, more) => client.tags.add({
          interactionId: id, codeId: code.id, startMs: (at + more) * 1000, endMs: null, turnSeq: at + more, charStart: null, charEnd: null, note: null, severity: null, outcome: null,
        })));
      }
      const times = { opened: [] as number[], marks: [] as number[] };
      await client.interactions.get({ id });
      for (let round = 0; round < rounds; round += 1) {
        times.opened.push((await timed(() => client.interactions.get({ id }))).ms);
        times.marks.push((await timed(() => client.interactions.moments({ id }))).ms);
      }
      return times;
    });
    return resultOf({
      name: 'switch', work: `p95 of opening ${longTurns} turns with ${manyTags} tags`, reference: 'the budget of 100 ms for a long transcript', ms: percentile(opened, 0.95), referenceMs: 100, budget: 1,
      more: { p50: percentile(opened, 0.5), marksP50: percentile(marks, 0.5), marksP95: percentile(marks, 0.95), marksBudgetMs: 50 },
    });
  },
};

const sampleRate = 8_000;

/** A stereo WAV of 16 bits with a tone that comes and goes. */
async function writeHour(path: string, seconds: number): Promise<void> {
  const second = new Int16Array(sampleRate * 2);
  for (let frame = 0; frame < sampleRate; frame += 1) second.fill(Math.round(Math.sin(frame / 6) * 12_000 * (frame / sampleRate)), frame * 2, frame * 2 + 2);
  const header = Buffer.alloc(44);
  const dataBytes = seconds * sampleRate * 4;
  header.write('RIFF', 0); header.writeUInt32LE(36 + dataBytes, 4); header.write('WAVEfmt ', 8); header.writeUInt32LE(16, 16); header.writeUInt16LE(1, 20);
  header.writeUInt16LE(2, 22); header.writeUInt32LE(sampleRate, 24); header.writeUInt32LE(sampleRate * 4, 28); header.writeUInt16LE(4, 32); header.writeUInt16LE(16, 34);
  header.write('data', 36); header.writeUInt32LE(dataBytes, 40);
  const file = await open(path, 'w');
  await file.write(header);
  for (let at = 0; at < seconds; at += 1) await file.write(new Uint8Array(second.buffer));
  await file.close();
}

/** `cat` of the file into nothing. */
function cat(path: string): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn('cat', [path], { stdio: ['ignore', 'ignore', 'ignore'] });
    child.once('error', failed);
    child.once('exit', () => done());
  });
}

/** The waveform of one hour of stereo WAV, and the memory that it takes, against `cat` of the file. */
export const peaksBench: Benchmark = {
  name: 'peaks',
  async run({ scale, folder, say }) {
    const path = join(folder, 'hour.wav');
    const seconds = Math.max(60, Math.round(3600 * scale));
    say(`peaks: ${seconds} s of stereo WAV`);
    await writeHour(path, seconds);
    const source = diskFile({ path, name: 'hour.wav', size: 44 + seconds * sampleRate * 4 });
    const times = { reference: [] as number[], measured: [] as number[] };
    const before = process.memoryUsage.rss();
    let most = before;
    for (let round = 0; round < 9; round += 1) {
      times.reference.push((await timed(() => cat(path))).ms);
      times.measured.push((await timed(() => measurePeaks(source, new AbortController().signal))).ms);
      most = Math.max(most, process.memoryUsage.rss());
    }
    await rm(path);
    return resultOf({
      name: 'peaks', work: `waveform of ${seconds} s of 16-bit stereo at 8 kHz`, reference: 'cat of the file', ms: percentile(times.measured, 0.5), referenceMs: percentile(times.reference, 0.5), budget: 2,
      more: { memoryMegabytes: (most - before) / 1_000_000, memoryBudgetMegabytes: 64 },
    });
  },
};
