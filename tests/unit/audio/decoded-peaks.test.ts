import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { detectAudio, readAudioHeader } from '#engine/audio/audio-header.ts';
import { measurePeaks, type StoredWaveform } from '#engine/audio/waveform.ts';
import { hasFfmpeg } from '#tests/support/has-ffmpeg.ts';
import { pieces, samples16, wavFile } from './wav-file.ts';

const isHere = hasFfmpeg();
if (!isHere) console.log('Skipped: recordings in every format are made with ffmpeg, which is not on this machine.');

const rate = 16_000;
/** Ten seconds, two sides: a tone left in the first half, right in the second. */
const samples = samples16(Array.from({ length: rate * 10 }, (_, frame) => {
  const tone = Math.round(Math.sin((2 * Math.PI * 440 * frame) / rate) * 16_384);
  return frame < rate * 5 ? [tone, 0] : [0, tone];
}).flat());

const formats: Record<string, string[]> = {
  'mulaw.wav': ['-c:a', 'pcm_mulaw'], 'alaw.wav': ['-c:a', 'pcm_alaw'], 'a.mp3': ['-c:a', 'libmp3lame'], 'a.opus': ['-c:a', 'libopus'],
  'vorbis.ogg': ['-c:a', 'libvorbis'], 'a.flac': ['-c:a', 'flac'], 'a.m4a': ['-c:a', 'aac'], 'gsm.wav': ['-ac', '1', '-ar', '8000', '-c:a', 'libgsm_ms'], 'a.amr': ['-ac', '1', '-ar', '8000', '-c:a', 'libopencore_amrnb'],
};

let folder = '';
const made = new Map<string, Uint8Array>();
beforeAll(() => {
  if (!isHere) return;
  folder = mkdtempSync(join(tmpdir(), 'earshot-codecs-'));
  writeFileSync(join(folder, 'in.wav'), wavFile({ channels: 2, sampleRate: rate, data: samples }));
  for (const [name, options] of Object.entries(formats)) {
    try {
      execFileSync('ffmpeg', ['-v', 'error', '-i', join(folder, 'in.wav'), ...options, join(folder, name)], { stdio: 'ignore' });
      made.set(name, readFileSync(join(folder, name)));
    } catch {
      console.log(`Not tested: this ffmpeg cannot write ${name}.`);
    }
  }
}, 60_000);
afterAll(() => {
  if (folder !== '') rmSync(folder, { recursive: true, force: true });
});

const signal = new AbortController().signal;
async function measured(name: string): Promise<StoredWaveform> {
  const result = await measurePeaks(pieces(made.get(name) ?? new Uint8Array(0), 4096), signal, 2);
  if ('reason' in result) throw new Error(result.reason);
  return result;
}
/** The loudest sample of a channel between two seconds. */
function loudest({ peaks, channels, stepMs }: StoredWaveform, { channel, from, to }: { channel: number; from: number; to: number }): number {
  const bytes = new Int8Array(peaks.buffer, peaks.byteOffset, peaks.byteLength);
  const values: number[] = [];
  for (let step = (from * 1000) / stepMs; step < (to * 1000) / stepMs; step += 1) values.push(Math.abs(bytes[(step * channels + channel) * 2 + 1] ?? 0));
  return Math.max(...values);
}

describe.skipIf(!isHere)('recordings made with ffmpeg', () => {
  test.for(['mulaw.wav', 'alaw.wav', 'a.mp3', 'a.opus', 'vorbis.ogg', 'a.flac'])('%s is measured here: length, sides and loudness', async (name, { skip }) => {
    skip(!made.has(name), 'this ffmpeg cannot write it');
    const stored = await measured(name);
    expect(stored.channels).toBe(2);
    expect(stored.peaks.length / 4).toBeGreaterThanOrEqual(500);
    expect(stored.peaks.length / 4).toBeLessThanOrEqual(507);
    const of = (channel: number, from: number, to: number): number => loudest(stored, { channel, from, to });
    expect([of(0, 1, 4), of(1, 6, 9)].every((peak) => peak > 55 && peak < 75)).toBe(true);
    expect([of(1, 1, 4), of(0, 6, 9)].every((peak) => peak < 8)).toBe(true);
  });

  test.for(['a.mp3', 'a.opus', 'vorbis.ogg', 'a.flac', 'a.m4a'])('%s is playable by its header', async (name, { skip }) => {
    skip(!made.has(name), 'this ffmpeg cannot write it');
    const header = await readAudioHeader(pieces(made.get(name) ?? new Uint8Array(0), 4096));
    expect(header).toMatchObject({ playable: true, channels: 2 });
  });

  test('M4A is left to the page, GSM and AMR are named as unplayable and never measured', async () => {
    expect(await measurePeaks(pieces(made.get('a.m4a') ?? new Uint8Array(0), 4096), signal)).toHaveProperty('reason');
    for (const name of ['gsm.wav', 'a.amr'].filter((each) => made.has(each))) {
      const bytes = made.get(name) ?? new Uint8Array(0);
      expect(await readAudioHeader(pieces(bytes, 4096))).toMatchObject({ playable: false, reason: expect.stringMatching(/GSM|AMR/) as string });
      expect(await measurePeaks(pieces(bytes, 4096), signal)).toHaveProperty('reason');
    }
    expect(detectAudio(made.get('a.m4a') ?? new Uint8Array(0))).not.toBeNull();
  });

  test('measuring can be stopped', async () => {
    const stop = new AbortController();
    stop.abort(new Error('stopped'));
    await expect(measurePeaks(pieces(made.get('a.flac') ?? new Uint8Array(0), 4096), stop.signal)).rejects.toThrow('stopped');
  });
});
