import { describe, expect, test } from 'vitest';
import { measurePeaks, windowOfPeaks, type StoredWaveform } from '#engine/audio/waveform.ts';
import { pieces, samples16, wavFile, type WavParts } from './wav-file.ts';

const signal = new AbortController().signal;

async function peaksOf(parts: WavParts, size?: number): Promise<{ channels: number; values: number[] }> {
  const stored = await measured(parts, size);
  return { channels: stored.channels, values: [...new Int8Array(stored.peaks.buffer, stored.peaks.byteOffset, stored.peaks.byteLength)] };
}

async function measured(parts: WavParts, size?: number): Promise<StoredWaveform> {
  const result = await measurePeaks(pieces(wavFile(parts), size), signal);
  if ('reason' in result) throw new Error(result.reason);
  return result;
}

/** One step (20 ms at 8 kHz) that holds these two samples and silence. */
function step(low: number, high: number): number[] {
  return [low, high, ...Array.from({ length: 158 }, () => 0)];
}

describe('peaks', () => {
  test('one pair of lowest and highest sample for every 20 ms', async () => {
    const data = samples16([...step(-32_767, 32_767), ...step(-16_384, 0), ...step(0, 258)]);
    expect(await peaksOf({ data })).toEqual({ channels: 1, values: [-127, 127, -64, 0, 0, 1] });
  });

  test('channels stay apart, steps are cut exactly even when pieces cut frames in two', async () => {
    const left = [...step(-32_767, 0), ...step(0, 32_767)];
    const right = [...step(0, 8192), ...step(-8192, 0)];
    const data = samples16(left.flatMap((sample, index) => [sample, right[index] ?? 0]));
    for (const size of [1, 7, 333, 100_000]) {
      expect(await peaksOf({ channels: 2, data }, size)).toEqual({ channels: 2, values: [-127, 0, 0, 32, 0, 127, -32, 0] });
    }
  });

  test('the last step may be shorter; 11,025 Hz has steps of 220 and 221 samples', async () => {
    const samples = Array.from({ length: 442 }, () => 0);
    samples[220] = 32_767;
    samples[441] = -32_767;
    expect((await peaksOf({ sampleRate: 11_025, data: samples16(samples) })).values).toEqual([0, 0, 0, 127, -127, -127]);
  });

  test.for<[string, Omit<WavParts, 'data'>, number[], number[]]>([
    ['8-bit', { bits: 8 }, [0, 255, 128, 192], [-127, 126]],
    ['24-bit', { bits: 24 }, [0, 0, 0x80, 0xff, 0xff, 0x7f], [-127, 127]],
    ['32-bit', { bits: 32 }, [0, 0, 0, 0xc0, 0, 0, 0, 0x40], [-64, 64]],
    ['float', { bits: 32, tag: 3 }, [...new Uint8Array(Float32Array.from([-0.51, 1.5, Number.NaN]).buffer)], [-65, 127]],
    ['µ-law (G.711: 0x00 is -32,124, 0xFF is 0)', { bits: 8, tag: 7 }, [0x00, 0xff], [-125, 0]],
    ['µ-law (0x80 is +32,124)', { bits: 8, tag: 7 }, [0x80, 0x7f], [0, 125]],
    ['A-law (G.711: 0x2A is -32,256, 0xAA is +32,256)', { bits: 8, tag: 6 }, [0x2a, 0xaa], [-125, 125]],
    ['A-law (0xD5 is +8, 0x55 is -8)', { bits: 8, tag: 6 }, [0xd5, 0x55], [0, 0]],
  ])('%s samples', async ([, parts, bytes, expected]) => {
    expect((await peaksOf({ ...parts, data: Uint8Array.from(bytes) })).values).toEqual(expected);
  });

  test('a compressed recording gives a reason instead', async () => {
    expect(await measurePeaks(pieces(new Uint8Array(Buffer.from('fLaC....................'))), signal)).toHaveProperty('reason');
    const gsm = await measurePeaks(pieces(wavFile({ tag: 0x31, data: new Uint8Array(65) })), signal);
    expect(gsm).toEqual({ reason: expect.stringContaining('GSM 6.10') });
  });

  test('a cancel is heard and the file is closed', async () => {
    const controller = new AbortController();
    let isClosed = false;
    const bytes = wavFile({ data: new Uint8Array(1_000_000) });
    const source = pieces(bytes);
    source.stream = async function* () {
      try {
        yield bytes.subarray(0, 1000);
        controller.abort(new Error('stopped'));
        yield bytes.subarray(1000);
      } finally {
        isClosed = true;
      }
    };
    await expect(measurePeaks(source, controller.signal)).rejects.toThrow('stopped');
    expect(isClosed).toBe(true);
  });

  test('a long file handed over in one piece lets other work run', async () => {
    const bytes = wavFile({ channels: 2, sampleRate: 8000, data: new Uint8Array(40_000_000) });
    let ticks = 0;
    const timer = setInterval(() => ticks++, 1);
    await measurePeaks(pieces(bytes, bytes.length), signal);
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(0);
  });
});

describe('a window of a waveform', () => {
  const stored: StoredWaveform = { stepMs: 20, channels: 1, peaks: new Uint8Array(Int8Array.from([-1, 1, -5, 2, -3, 9, 0, 0]).buffer) };

  test('gives the stored steps when there is room for them', () => {
    expect(windowOfPeaks(stored, { fromMs: 20, toMs: 60, points: 10 })).toEqual({ stepMs: 20, fromMs: 20, channels: [[-5, 2, -3, 9]] });
  });

  test('joins steps without losing a peak', () => {
    expect(windowOfPeaks(stored, { fromMs: 0, toMs: 80, points: 2 })).toEqual({ stepMs: 40, fromMs: 0, channels: [[-5, 2, -3, 9]] });
    expect(windowOfPeaks(stored, { fromMs: 0, toMs: 1e9, points: 1 })).toEqual({ stepMs: 80, fromMs: 0, channels: [[-5, 9]] });
  });

  test('is empty beyond the end', () => {
    expect(windowOfPeaks(stored, { fromMs: 5000, toMs: 6000, points: 10 }).channels).toEqual([[]]);
  });
});
