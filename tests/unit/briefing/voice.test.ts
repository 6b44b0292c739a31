import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { tmpdir } from 'node:os';
import { mkdtempSync, rmSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clipKind, cutClip } from '#engine/audio/decoded-clip.ts';
import { silentSpans, spanOfMoment, turnsOfMoment } from '#engine/briefing/moment-sound.ts';
import { hasPersonalData } from '#engine/privacy/mask.ts';
import type { SourceFile } from '#engine/importers/importer.ts';
import { generateSample } from '#resources/sample/generate.ts';
import { openLab, type EngineLab } from '#tests/support/engine/engine-lab.ts';
import type { BriefingFormat, BriefingSize, BriefingTemplate } from '#shared/model/briefing.ts';
import type { Turn } from '#shared/model/interaction.ts';
import { hasFfmpeg } from '#tests/support/has-ffmpeg.ts';
import { deckProblems } from './deck-problems.ts';
import { carriedText } from './carried-text.ts';

const audioFolder = resolve(import.meta.dirname, '../../../resources/sample/audio');
const turn = (seq: number, text: string, more: Partial<Turn> = {}): Turn => ({ seq, speaker: 'C', role: 'customer', startMs: seq * 4000, endMs: seq * 4000 + 3500, text, words: null, ...more });

function fileOf(bytes: Uint8Array, name = 'a'): SourceFile {
  return { name, size: bytes.length, reference: name, read: () => Promise.resolve(bytes), stream: async function* () { for (let at = 0; at < bytes.length; at += 4096) yield await Promise.resolve(bytes.subarray(at, at + 4096)); } };
}
const samplesOf = (wav: Uint8Array) => new Int16Array(wav.slice(44).buffer);
const loudest = (samples: Int16Array) => samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);

describe('what stays silent', () => {
  const words = [[0, 400, 0, 4], [500, 900, 5, 9], [1000, 1400, 10, 14]] as const;
  it('is each timed word that names somebody, with its edges', () => {
    const turns = [turn(0, 'Here Ruth said', { words: words.map((word) => [...word] as [number, number, number, number]) })];
    expect(silentSpans(turns, { startMs: 0, endMs: 3500 }, ['Ruth Hallam'])).toEqual([{ startMs: 350, endMs: 1050 }]);
  });
  it('is nothing where nothing personal is said', () => {
    expect(silentSpans([turn(0, 'The bill is wrong')], { startMs: 0, endMs: 3500 }, ['Ruth Hallam'])).toEqual([]);
  });
  it('cannot be told where a name has no time, whoever says it in the span', () => {
    const turns = [turn(0, 'The bill is wrong'), turn(1, 'Thank you, Ruth.', { role: 'agent' })];
    expect(silentSpans(turns, { startMs: 0, endMs: 3600 }, ['Ruth Hallam'])).toEqual([]);
    expect(silentSpans(turns, { startMs: 0, endMs: 4100 }, ['Ruth Hallam'])).toBeNull();
    expect(silentSpans([turn(0, 'Call 0171 946 0123 please', { words: [[0, 300, 0, 4]] })], { startMs: 0, endMs: 900 }, [])).toBeNull();
  });
  it('lies in a moment of one or two turns with known times', () => {
    const turns = [turn(0, 'One'), turn(1, 'Two'), turn(9, 'Later')];
    expect(turnsOfMoment(turns, 0).map(({ seq }) => seq)).toEqual([0, 1]);
    expect(turnsOfMoment(turns, 1).map(({ seq }) => seq)).toEqual([1]);
    expect(spanOfMoment(turnsOfMoment(turns, 0))).toEqual({ startMs: 0, endMs: 7650 });
    expect(spanOfMoment([turn(0, 'x', { startMs: null })])).toBeNull();
  });
});

describe('a clip', () => {
  const [first = ''] = readdirSync(audioFolder).filter((name) => name.endsWith('.mp3'));
  const mp3 = new Uint8Array(readFileSync(join(audioFolder, first)));
  it('of an MP3 is the second asked for, silent where it has to be', async () => {
    const clip = await cutClip(fileOf(mp3), { startMs: 8000, endMs: 10_000 }, { silenced: [{ startMs: 8500, endMs: 9500 }] });
    const samples = samplesOf(clip);
    const rate = new DataView(clip.buffer).getUint32(24, true);
    expect(samples.length).toBe(2 * rate);
    expect(loudest(samples.subarray(rate / 2, (3 * rate) / 2))).toBe(0);
    expect(loudest(samples.subarray(0, rate / 2)) + loudest(samples.subarray((3 * rate) / 2))).toBeGreaterThan(300);
  });
  it('outside of the recording, or of an unknown kind, is refused in words', async () => {
    await expect(cutClip(fileOf(mp3), { startMs: 900_000, endMs: 901_000 })).rejects.toMatchObject({ problem: { code: 'CLIP_EMPTY' } });
    await expect(cutClip(fileOf(new TextEncoder().encode('no sound at all')), { startMs: 0, endMs: 10 })).rejects.toMatchObject({ problem: { code: 'CLIP_NOT_POSSIBLE' } });
  });

  const isHere = hasFfmpeg();
  if (!isHere) console.log('OGG, Opus, FLAC and M4A clips: not cut, ffmpeg is not on this machine to make them.');
  it.skipIf(!isHere).each([['ogg', 'libvorbis'], ['opus', 'libopus'], ['flac', 'flac']])('of %s sounds like that of the MP3 it was made from', async (ending, codec) => {
    const folder = mkdtempSync(join(tmpdir(), 'earshot-clip-'));
    try {
      const path = join(folder, `a.${ending}`);
      execFileSync('ffmpeg', ['-v', 'error', '-i', join(audioFolder, first), '-t', '12', '-c:a', codec, ...(codec === 'libopus' ? ['-f', 'ogg'] : []), path]);
      const clip = await cutClip(fileOf(new Uint8Array(readFileSync(path))), { startMs: 8000, endMs: 10_000 });
      const rate = new DataView(clip.buffer).getUint32(24, true);
      expect(samplesOf(clip).length / rate).toBeCloseTo(2, 1);
      expect(loudest(samplesOf(clip))).toBeGreaterThan(300);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it.skipIf(!isHere).each([['one channel', '1', '16000'], ['two channels', '2', '44100']])('of an M4A of %s keeps its frames, and those of a name are empty', async (_what, channels, rate) => {
    const folder = mkdtempSync(join(tmpdir(), 'earshot-clip-'));
    try {
      const [path, clipPath] = [join(folder, 'a.m4a'), join(folder, 'clip.aac')];
      execFileSync('ffmpeg', ['-v', 'error', '-i', join(audioFolder, first), '-t', '12', '-ac', channels, '-ar', rate, '-c:a', 'aac', path]);
      const clip = await cutClip(fileOf(new Uint8Array(readFileSync(path))), { startMs: 8000, endMs: 10_000 }, { silenced: [{ startMs: 8500, endMs: 9500 }] });
      expect(clipKind(clip)).toEqual({ mime: 'audio/aac', ending: 'aac' });
      writeFileSync(clipPath, clip);
      const sound = execFileSync('ffmpeg', ['-v', 'error', '-xerror', '-i', clipPath, '-ac', '1', '-ar', '8000', '-f', 's16le', '-'], { maxBuffer: 10_000_000 });
      const samples = new Int16Array(sound.buffer, sound.byteOffset, Math.floor(sound.length / 2));
      expect(samples.length / 8000).toBeGreaterThan(1.9);
      expect(samples.length / 8000).toBeLessThan(2.5);
      expect(loudest(samples.subarray(4400, 12_000))).toBeLessThanOrEqual(1);
      expect(loudest(samples.subarray(0, 3200)) + loudest(samples.subarray(13_600))).toBeGreaterThan(300);
      await expect(cutClip(fileOf(new Uint8Array(readFileSync(path))), { startMs: 900_000, endMs: 901_000 })).rejects.toMatchObject({ problem: { code: 'CLIP_EMPTY' } });
      await expect(cutClip(fileOf(new Uint8Array(readFileSync(path)).subarray(0, 4000)), { startMs: 0, endMs: 900 })).rejects.toMatchObject({ problem: { code: 'CLIP_NOT_POSSIBLE' } });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('the moments of the sample', () => {
  let lab: EngineLab;
  let names: string[];
  beforeAll(async () => {
    lab = await openLab();
    const files: Record<string, string | Uint8Array> = Object.fromEntries(generateSample().map((file) => [file.name, file.text]));
    names = [...(files['customers.csv'] as string).matchAll(/^C-\d+,"?([^",]+)/gm)].map(([, name = '']) => name);
    for (const name of readdirSync(audioFolder).filter((file) => file.endsWith('.mp3'))) files[`recordings/${name}`] = new Uint8Array(readFileSync(join(audioFolder, name)));
    await lab.run(await lab.put(files));
  }, 180_000);
  afterAll(() => lab.close());

  async function exported(format: BriefingFormat, look: { template?: BriefingTemplate; size?: BriefingSize } = {}): Promise<Uint8Array> {
    const job = await lab.client.briefing.export({ format, ...look });
    for (;;) {
      const step = await job.next();
      if (step.done !== true) continue;
      const target = join(lab.folder, `out-${Math.random().toString(36).slice(2)}.${format}`);
      await lab.files.exports.save(step.value.exportId, target, { overwrite: false });
      return new Uint8Array(readFileSync(target));
    }
  }

  it('stand for every figure that has interactions behind it, and are the same to the byte', async () => {
    const page = new TextDecoder().decode(await exported('html'));
    const { claims } = carriedText(page);
    const linked = new Set([...page.matchAll(/<tr id="claim-([^"]+)">[\s\S]*?<\/tr>/g)].filter(([row]) => row.includes('href="#moment-')).map(([, id]) => id));
    expect(claims.filter((claim) => claim.envelope.evidence !== null && claim.envelope.value !== null && !linked.has(claim.id)).map(({ id }) => id)).toEqual([]);
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${target}"`);
    expect([...page.matchAll(/src="data:audio\/wav;base64,/g)].length).toBeGreaterThanOrEqual(3);
    const visible = page.replace(/base64,[A-Za-z0-9+/=]+/g, '');
    expect(names.length).toBeGreaterThan(400);
    for (const [, words = ''] of visible.matchAll(/<ul class="words">([\s\S]*?)<\/ul>/g)) expect(hasPersonalData(words.replace(/<[^>]*>/g, ' '), names)).toBe(false);
    expect(new TextDecoder().decode(await exported('html'))).toBe(page);
  }, 120_000);

  it('come as an archive with a manifest that names each file', async () => {
    const bytes = await exported('zip');
    const files = unzipSync(bytes);
    const manifest = new TextDecoder().decode(files['manifest.csv']);
    const listed = [...manifest.matchAll(/"(clips\/[^"]+)"/g)].map(([, name = '']) => name);
    expect(listed.filter((name) => !(name in files))).toEqual([]);
    expect(Object.keys(files).filter((name) => name.endsWith('.wav')).length).toBeGreaterThanOrEqual(3);
    for (const name of Object.keys(files).filter((entry) => entry.endsWith('.wav'))) expect(name.replace(/wav$/, 'txt') in files).toBe(true);
    expect(Buffer.from(await exported('zip')).equals(Buffer.from(bytes))).toBe(true);
  }, 120_000);

  it.each([['onePage', 'a4'], ['onePage', 'wide'], ['sixSlides', 'wide'], ['sixSlides', 'letter'], ['report', 'wide'], ['report', 'a4'], ['report', 'letter']] as const)('leave in a deck with nothing wrong: %s, %s', async (template, size) => {
    expect(deckProblems(await exported('pptx', { template, size }), names)).toEqual([]);
  }, 60_000);
});
