import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { detectAudio, readAudioHeader } from '#engine/audio/audio-header.ts';
import { hasFfmpeg } from '#tests/support/has-ffmpeg.ts';
import { latin, pieces, riffChunk, samples16, wavFile, word } from './wav-file.ts';

const second = samples16(Array.from({ length: 8000 }, () => 0));

describe('WAV', () => {
  test.for<[number, number, string, number]>([
    [1, 8, 'PCM 8-bit', 2000], [1, 16, 'PCM 16-bit', 1000], [1, 24, 'PCM 24-bit', 667], [1, 32, 'PCM 32-bit', 500],
    [3, 32, 'float 32-bit', 500], [6, 8, 'A-law', 2000], [7, 8, 'µ-law', 2000],
  ])('format %i with %i bits is %s and plays', async ([tag, bits, codec, durationMs]) => {
    const header = await readAudioHeader(pieces(wavFile({ tag, bits, data: second })));
    expect(header).toEqual({ format: 'wav', codec, durationMs, channels: 1, sampleRate: 8000, playable: true, reason: null });
  });

  test('GSM 6.10 is named, timed by its fact chunk and not playable', async () => {
    const fact = riffChunk('fact', word(16_000));
    const header = await readAudioHeader(pieces(wavFile({ tag: 0x31, bits: 0, data: second, before: [fact] })));
    expect(header).toMatchObject({ codec: 'GSM 6.10', durationMs: 2000, playable: false });
    expect(header.reason).toContain('GSM 6.10');
  });

  test('chunks before the samples are passed over, also of odd length', async () => {
    const header = await readAudioHeader(pieces(wavFile({ data: second, before: [Buffer.concat([riffChunk('LIST', new Uint8Array(7)), new Uint8Array(1)])] })));
    expect(header.durationMs).toBe(1000);
  });

  test('a header that claims 4 GB is held against the file', async () => {
    expect((await readAudioHeader(pieces(wavFile({ data: second, dataLength: 0xffff_fff0 })))).durationMs).toBe(1000);
    expect((await readAudioHeader(pieces(wavFile({ data: second, dataLength: 3_000_000_000 })))).durationMs).toBe(1000);
  });

  test('a length of zero, left by a recorder that was cut off, reaches to the end', async () => {
    expect((await readAudioHeader(pieces(wavFile({ data: second, dataLength: 0 })))).durationMs).toBe(1000);
  });

  test.each([
    ['0 Hz', { sampleRate: 0 }], ['255 channels', { channels: 255 }], ['0 channels', { channels: 0 }],
  ])('%s is refused', async (found, parts) => {
    await expect(readAudioHeader(pieces(wavFile({ ...parts, data: second })))).rejects.toMatchObject({ problem: { code: 'AUDIO_HEADER_INVALID', found } });
  });

  test('a file that ends in its header is refused', async () => {
    await expect(readAudioHeader(pieces(wavFile({ data: second }).subarray(0, 30)))).rejects.toMatchObject({ problem: { code: 'AUDIO_TRUNCATED' } });
  });

  test('more than 24 hours are kept and not played', async () => {
    const header = await readAudioHeader({ ...pieces(wavFile({ bits: 8, sampleRate: 1000, data: second, dataLength: 90_000_000 })), size: 90_000_044 });
    expect(header).toMatchObject({ durationMs: 90_000_000, playable: false });
  });

  test('only the head of a long file is read', async () => {
    const source = pieces(wavFile({ data: new Uint8Array(1_000_000) }));
    await readAudioHeader(source);
    expect(source.handedOut()).toBeLessThan(5000);
  });
});

describe('other formats by hand', () => {
  test('FLAC: rate, channels and length stand in STREAMINFO', async () => {
    const info = new Uint8Array(34);
    const view = new DataView(info.buffer);
    view.setUint32(10, (48_000 << 12) | (1 << 9) | (23 << 4));
    view.setUint32(14, 96_000);
    const header = await readAudioHeader(pieces(new Uint8Array(Buffer.concat([latin('fLaC'), new Uint8Array([0x80, 0, 0, 34]), info]))));
    expect(header).toMatchObject({ format: 'flac', codec: 'FLAC 24-bit', channels: 2, sampleRate: 48_000, durationMs: 2000 });
  });

  test('MP3 without a Xing header: a constant bitrate gives the length, after an ID3 tag', async () => {
    const frame = new Uint8Array(417);
    frame.set([0xff, 0xfb, 0x90, 0xc0]);
    const tag = new Uint8Array(10 + 300);
    tag.set([0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 2, 44]);
    const file = new Uint8Array(Buffer.concat([tag, ...Array.from({ length: 400 }, () => frame)]));
    const header = await readAudioHeader(pieces(file, 333));
    expect(header).toMatchObject({ format: 'mp3', channels: 1, sampleRate: 44_100, playable: true });
    expect(header.durationMs).toBe(Math.round((417 * 400 * 8000) / 128_000));
  });

  test('MP3 with a Xing header: its number of frames counts', async () => {
    const first = new Uint8Array(417);
    first.set([0xff, 0xfb, 0x90, 0xc0]);
    first.set(latin('Xing'), 21);
    first.set([0, 0, 0, 1, 0, 0, 3, 232], 25);
    const header = await readAudioHeader(pieces(new Uint8Array(Buffer.concat([first, first]))));
    expect(header.durationMs).toBe(Math.round((1000 * 1152 * 1000) / 44_100));
  });

  test('an ID3 tag that never ends is refused, and quickly', async () => {
    const endless = new Uint8Array(4_000_000);
    for (let at = 0; at < 160; at += 10) endless.set([0x49, 0x44, 0x33, 4, 0, 0, 127, 127, 127, 127], at);
    const startedAt = performance.now();
    await expect(readAudioHeader(pieces(endless, 65_536))).rejects.toMatchObject({ problem: { code: 'AUDIO_HEADER_INVALID' } });
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });

  test('AMR, Windows Media and AIFF are named and not playable', async () => {
    expect(await readAudioHeader(pieces(new Uint8Array(latin('#!AMR\n~~~~~~~~~~'))))).toMatchObject({ format: 'amr', codec: 'AMR', playable: false });
    expect(await readAudioHeader(pieces(new Uint8Array(latin('FORM\0\0\0\0AIFF....'))))).toMatchObject({ format: 'aiff', playable: false });
    const wma = new Uint8Array([0x30, 0x26, 0xb2, 0x75, 0x8e, 0x66, 0xcf, 0x11, 0xa6, 0xd9, 0, 0xaa, 0, 0x62, 0xce, 0x6c]);
    expect(await readAudioHeader(pieces(wma))).toMatchObject({ format: 'wma', codec: 'Windows Media Audio', playable: false });
  });

  test('UTF-16 text is not taken for MP3, nor is any other text', () => {
    expect(detectAudio(new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x22, 0]))).toBeNull();
    expect(detectAudio(new Uint8Array(latin('WEBVTT\n\n')))).toBeNull();
    expect(detectAudio(new Uint8Array(0))).toBeNull();
  });

  test('a cut-off MP4 says what is missing', async () => {
    const ftyp = new Uint8Array([0, 0, 0, 16, ...latin('ftypM4A '), 0, 0, 0, 0]);
    await expect(readAudioHeader(pieces(new Uint8Array(Buffer.concat([ftyp, new Uint8Array([0, 0, 1, 0, ...latin('mdat'), 1, 2, 3])]))))).rejects.toMatchObject({ problem: { code: 'AUDIO_TRUNCATED' } });
  });
});

describe('files written by another program', () => {
  const isHere = hasFfmpeg();
  let folder = '';
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'earshot-audio-'))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.for<[string, string[], string, number, number]>([
    ['a.mp3', ['-q:a', '5'], 'mp3', 2, 44_100], ['b.m4a', ['-c:a', 'aac'], 'm4a', 2, 44_100], ['c.m4a', ['-c:a', 'aac', '-movflags', '+faststart'], 'm4a', 2, 44_100],
    ['d.ogg', ['-c:a', 'libvorbis'], 'ogg', 2, 44_100], ['e.opus', ['-ar', '48000', '-c:a', 'libopus'], 'ogg', 2, 48_000], ['f.flac', [], 'flac', 2, 44_100],
    ['g.wav', ['-c:a', 'pcm_mulaw', '-ar', '8000'], 'wav', 2, 8000],
  ])('%s', async ([name, options, format, channels, sampleRate], { skip }) => {
    if (!isHere) skip('ffmpeg is not installed, so no file could be made by another program');
    const path = join(folder, name);
    execFileSync('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', 'sine=frequency=440:duration=3.2', '-ac', '2', '-ar', '44100', ...options, path]);
    const header = await readAudioHeader(pieces(new Uint8Array(readFileSync(path))));
    expect(header).toMatchObject({ format, channels, sampleRate, playable: true, reason: null });
    expect(header.durationMs).toBeGreaterThanOrEqual(3200);
    expect(header.durationMs).toBeLessThan(3300);
  });
});

describe('a real call', () => {
  const path = resolve(import.meta.dirname, '../../../../shared/data/audio-aws-pca/Auto0_GUID_000_AGENT_ChrisL_DT_2025-02-19T06-01-22_Mono.wav');
  test('8-bit, 8 kHz, mono, 277.66 s', async ({ skip }) => {
    if (!existsSync(path)) skip('../shared/data is not beside this repository');
    const header = await readAudioHeader(pieces(new Uint8Array(readFileSync(path))));
    expect(header).toMatchObject({ codec: 'PCM 8-bit', channels: 1, sampleRate: 8000, playable: true });
    expect((header.durationMs ?? 0) / 1000).toBeCloseTo(277.66, 2);
  });
});
