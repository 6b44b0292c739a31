import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { measurePeaks, type StoredWaveform } from '#engine/audio/waveform.ts';
import { diskFile } from '#hosts/files/disk-file.ts';
import { pieces, wavFile, type WavParts } from './wav-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'earshot-peaks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const signal = new AbortController().signal;

/** Samples that look random and are the same in every run. */
function noise(count: number): Uint8Array {
  let state = 12_345;
  return new Uint8Array(Int16Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 16) - 32_768;
  }).buffer);
}

async function measured(source: ReturnType<typeof diskFile>): Promise<StoredWaveform> {
  const found = await measurePeaks(source, signal);
  if ('reason' in found) throw new Error(found.reason);
  return found;
}

function onDisk(bytes: Uint8Array): ReturnType<typeof diskFile> {
  const path = join(folder, 'call.wav');
  writeFileSync(path, bytes);
  return diskFile({ path, name: 'call.wav', size: bytes.length });
}

test.for<[string, Omit<WavParts, 'data'>, number]>([
  ['8 kHz mono, a step cut off', { sampleRate: 8000 }, 160 * 30 + 77],
  ['8 kHz stereo', { sampleRate: 8000, channels: 2 }, 320 * 30 + 2],
  ['44.1 kHz stereo, whose steps are no whole number of vectors', { sampleRate: 44_100, channels: 2 }, 882 * 2 * 9 + 18],
  ['16 kHz of four channels', { sampleRate: 16_000, channels: 4 }, 320 * 4 * 5],
  ['more than two blocks', { sampleRate: 8000, channels: 2 }, 2_500_000],
  ['less than one step', { sampleRate: 48_000 }, 11],
])('an open file is measured to the same peaks as a stream: %s', async ([, parts, samples]) => {
  const bytes = wavFile({ ...parts, data: noise(samples) });
  const streamed = await measured(pieces(bytes, 100_000));
  const opened = await measured(onDisk(bytes));
  expect({ ...opened, peaks: opened.peaks.length }).toEqual({ ...streamed, peaks: streamed.peaks.length });
  expect(Buffer.compare(opened.peaks, streamed.peaks)).toBe(0);
  expect(streamed.peaks.some((value) => value !== 0)).toBe(true);
});

test('a file that is shorter than it says gives what is there', async () => {
  const bytes = wavFile({ data: noise(1600), dataLength: 1_000_000 });
  expect(await measurePeaks(onDisk(bytes), signal)).toEqual(await measurePeaks(pieces(bytes), signal));
});

test('a cancel is heard between blocks', async () => {
  const stop = new AbortController();
  const source = onDisk(wavFile({ channels: 2, data: new Uint8Array(8_000_000) }));
  let reads = 0;
  const counted: typeof source = { ...source, open: async () => {
    const file = await source.open?.();
    if (file === undefined) throw new Error('A file of this disk can be opened anywhere.');
    return { ...file, readInto: (buffer, position) => {
      reads += 1;
      if (reads === 2) stop.abort(new Error('stopped'));
      return file.readInto(buffer, position);
    } };
  } };
  await expect(measurePeaks(counted, stop.signal)).rejects.toThrow('stopped');
  expect(reads).toBeLessThan(4);
});
