import { describe, expect, test } from 'vitest';
import { readAudioHeader } from '#engine/audio/audio-header.ts';
import { cutWavClip } from '#engine/audio/clip.ts';
import { pieces, samples16, wavFile } from './wav-file.ts';

const ramp = Array.from({ length: 8000 }, (_, index) => index);

describe('a clip', () => {
  test('holds exactly the samples between two times', async () => {
    const clip = await cutWavClip(pieces(wavFile({ data: samples16(ramp) })), { startMs: 250, endMs: 500 });
    expect(await readAudioHeader(pieces(clip))).toMatchObject({ codec: 'PCM 16-bit', durationMs: 250, sampleRate: 8000 });
    expect(new Int16Array(clip.slice(44).buffer)).toEqual(Int16Array.from(ramp.slice(2000, 4000)));
  });

  test('is cut off at the end of the recording', async () => {
    const clip = await cutWavClip(pieces(wavFile({ data: samples16(ramp) })), { startMs: 900, endMs: 5000 });
    expect((await readAudioHeader(pieces(clip))).durationMs).toBe(100);
  });

  test('silences spans given in the time of the recording', async () => {
    const clip = await cutWavClip(pieces(wavFile({ data: samples16(ramp) })), { startMs: 250, endMs: 500 }, { silenced: [{ startMs: 300, endMs: 350 }, { startMs: 490, endMs: 900 }] });
    const samples = new Int16Array(clip.slice(44).buffer);
    expect([samples[399], samples[400], samples[799], samples[800], samples[1919], samples[1920], samples[1999]]).toEqual([2399, 0, 0, 2800, 3919, 0, 0]);
  });

  test.each([['8-bit', 1, 0x80], ['µ-law', 7, 0xff], ['A-law', 6, 0xd5]])('%s silence is not the byte zero', async (_name, tag, quiet) => {
    const data = Uint8Array.from({ length: 8000 }, () => 7);
    const clip = await cutWavClip(pieces(wavFile({ tag, bits: 8, data })), { startMs: 0, endMs: 10 }, { silenced: [{ startMs: 0, endMs: 5 }] });
    expect([...clip.slice(-80)]).toEqual([...Array.from({ length: 40 }, () => quiet), ...Array.from({ length: 40 }, () => 7)]);
    expect((await readAudioHeader(pieces(clip))).durationMs).toBe(10);
  });

  test('does not read on behind its end', async () => {
    const source = pieces(wavFile({ data: new Uint8Array(1_000_000) }));
    await cutWavClip(source, { startMs: 0, endMs: 100 });
    expect(source.handedOut()).toBeLessThan(10_000);
  });

  test('outside of the recording, or from a compressed one, is refused in words', async () => {
    const source = pieces(wavFile({ data: samples16(ramp) }));
    await expect(cutWavClip(source, { startMs: 2000, endMs: 3000 })).rejects.toMatchObject({ problem: { code: 'CLIP_EMPTY' } });
    await expect(cutWavClip(source, { startMs: 500, endMs: 400 })).rejects.toMatchObject({ problem: { code: 'CLIP_EMPTY' } });
    await expect(cutWavClip(pieces(wavFile({ tag: 0x31, data: new Uint8Array(65) })), { startMs: 0, endMs: 1 })).rejects.toMatchObject({ problem: { code: 'CLIP_NOT_POSSIBLE' } });
  });
});
