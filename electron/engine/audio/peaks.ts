import { emptyRange, sampleBytes, scanOf, type SampleRange } from '#engine/audio/sample-range.ts';
import type { StreamCursor } from '#engine/audio/stream-cursor.ts';
import type { WavEncoding, WavLayout } from '#engine/audio/wav-header.ts';

/** One pair of lowest and highest sample per channel and step, as signed bytes (-127..127), interleaved: step, channel, min, max. */
export type PeakTrack = { stepMs: number; channels: number; peaks: Int8Array };

export const peakStepMs = 20;
/** A block is worked through without a pause: about a millisecond. */
const blockBytes = 256 * 1024;
const pauseAfterMs = 20;

type Readable = WavLayout & { encoding: Exclude<WavEncoding, 'other'> };

/** True when the samples of a WAV file can be read here; everything else is decoded by the player. */
export function hasReadableSamples(layout: WavLayout): layout is Readable {
  return layout.encoding !== 'other';
}

/**
 * Reads the samples behind `cursor` once and keeps the peaks of every 20 ms. Memory: the result (100 bytes a second
 * and channel) and one block. Lets other work run at least every 20 ms.
 * @throws the signal's reason when cancelled
 */
export async function readPeaks(cursor: StreamCursor, layout: Readable, signal: AbortSignal): Promise<PeakTrack> {
  const builder = new PeakBuilder(layout);
  let left = layout.dataBytes;
  let pausedAt = performance.now();
  while (left > 0) {
    const piece = await cursor.readPiece();
    if (piece === null) break;
    const usable = piece.subarray(0, left);
    left -= usable.length;
    for (let at = 0; at < usable.length; at += blockBytes) {
      builder.add(usable.subarray(at, at + blockBytes));
      if (performance.now() - pausedAt < pauseAfterMs) continue;
      await new Promise((resolve) => setImmediate(resolve));
      signal.throwIfAborted();
      pausedAt = performance.now();
    }
  }
  return builder.finish();
}

class PeakBuilder {
  private readonly peaks: Int8Array;
  private readonly ranges: SampleRange[];
  /** Bytes of a frame that the last block cut in two. */
  private rest: Uint8Array = new Uint8Array(0);
  private frame = 0;
  private step = 0;

  constructor(private readonly layout: Readable) {
    const frames = layout.dataBytes / layout.frameBytes;
    const steps = Math.ceil((frames * 1000) / (layout.sampleRate * peakStepMs)) + 1;
    this.peaks = new Int8Array(steps * layout.channels * 2);
    this.ranges = Array.from({ length: layout.channels }, emptyRange);
  }

  add(piece: Uint8Array): void {
    const { frameBytes, encoding, channels } = this.layout;
    const joined = this.rest.length === 0 ? piece : Buffer.concat([this.rest, piece]);
    const frames = Math.floor(joined.length / frameBytes);
    const block = aligned(joined.subarray(0, frames * frameBytes), sampleBytes[encoding]);
    this.rest = new Uint8Array(joined.subarray(frames * frameBytes));
    const scan = scanOf(encoding, block, channels);
    for (let done = 0; done < frames; ) {
      const count = Math.min(frames - done, this.stepEnd() - this.frame);
      for (let channel = 0; channel < channels; channel++) {
        scan(done * channels + channel, (done + count) * channels, this.ranges[channel] ?? emptyRange());
      }
      done += count;
      this.frame += count;
      if (this.frame >= this.stepEnd()) this.closeStep();
    }
  }

  finish(): PeakTrack {
    if (this.frame > Math.floor((this.step * this.layout.sampleRate * peakStepMs) / 1000)) this.closeStep();
    return { stepMs: peakStepMs, channels: this.layout.channels, peaks: this.peaks.slice(0, this.step * this.layout.channels * 2) };
  }

  /** The first frame of the next step; exact also where 20 ms are no whole number of samples (11,025 Hz). */
  private stepEnd(): number {
    return Math.floor(((this.step + 1) * this.layout.sampleRate * peakStepMs) / 1000);
  }

  private closeStep(): void {
    this.ranges.forEach((range, channel) => {
      const at = (this.step * this.layout.channels + channel) * 2;
      const isEmpty = range.min > range.max;
      this.peaks[at] = isEmpty ? 0 : toByte(range.min);
      this.peaks[at + 1] = isEmpty ? 0 : toByte(range.max);
      Object.assign(range, emptyRange());
    });
    this.step++;
  }
}

/** 16-bit scale to -127..127. */
export function toByte(sample: number): number {
  return Math.max(-127, Math.min(127, Math.round((sample * 127) / 32_767)));
}

/** Typed arrays begin only at multiples of their element's size. */
function aligned(bytes: Uint8Array, size: number): Uint8Array {
  return size === 1 || size === 3 || bytes.byteOffset % size === 0 ? bytes : new Uint8Array(bytes);
}
