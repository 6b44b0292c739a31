import type { PeakTrack } from '#engine/audio/peaks.ts';
import { peakStepMs } from '#engine/audio/peaks.ts';
import type { StreamCursor } from '#engine/audio/stream-cursor.ts';

type Decoded = { channelData: Float32Array[]; samplesDecoded: number; sampleRate: number };
type Decoder = { ready: Promise<void>; decode(data: Uint8Array): Promise<Decoded>; flush?(): Promise<Decoded>; free(): Promise<void> };

/** Decoders that work in a thread of their own, loaded when a recording of their kind is first measured. */
const decoders: Readonly<Record<string, () => Promise<Decoder>>> = {
  mp3: async () => new (await import('mpg123-decoder')).MPEGDecoderWebWorker(),
  opus: async () => new (await import('ogg-opus-decoder')).OggOpusDecoderWebWorker(),
  vorbis: async () => new (await import('@wasm-audio-decoders/ogg-vorbis')).OggVorbisDecoderWebWorker(),
  flac: async () => new (await import('@wasm-audio-decoders/flac')).FLACDecoderWebWorker(),
};

/** Which decoder reads a recording, by its format and first bytes; null where none does. */
export function decoderFor(format: string | null, head: Uint8Array): string | null {
  const text = Buffer.from(head);
  const name = format === 'ogg' ? (text.includes('OpusHead') ? 'opus' : text.includes('vorbis') ? 'vorbis' : '') : format ?? '';
  return name in decoders ? name : null;
}

/**
 * The waveform of a compressed recording, decoded piece by piece in another thread; memory stays at one piece and the
 * result. `channels` is how many the recording has, since some decoders make two of one.
 * @throws the signal's reason when cancelled
 */
export async function decodePeaks(cursor: StreamCursor, how: { decoder: string; channels: number | null }, signal: AbortSignal): Promise<PeakTrack | null> {
  const decoder = await decoders[how.decoder]?.();
  if (decoder === undefined) return null;
  try {
    await decoder.ready;
    const track = new GrowingTrack(how.channels);
    for (let piece = await cursor.readPiece(); piece !== null; piece = await cursor.readPiece()) {
      signal.throwIfAborted();
      // The bytes go to the other thread for good; the cursor keeps its own.
      track.add(await decoder.decode(new Uint8Array(piece)));
    }
    if (decoder.flush) track.add(await decoder.flush());
    return track.finish();
  } finally {
    await decoder.free();
  }
}

/** Keeps the lowest and highest sample of every 20 ms while a recording of unknown length comes in. */
class GrowingTrack {
  #peaks = new Int8Array(1 << 16);
  #used = 0;
  #lows: number[] = [];
  #highs: number[] = [];
  #frame = 0;
  #step = 0;
  #sampleRate = 0;

  constructor(private readonly channels: number | null) {}

  add({ channelData, samplesDecoded, sampleRate }: Decoded): void {
    if (samplesDecoded === 0) return;
    if (this.#sampleRate === 0) this.#begin(sampleRate, Math.max(1, Math.min(this.channels ?? channelData.length, channelData.length)));
    for (let done = 0; done < samplesDecoded;) {
      const count = Math.min(samplesDecoded - done, this.#stepEnd() - this.#frame);
      for (let channel = 0; channel < this.#lows.length; channel += 1) this.#scan(channelData[channel] ?? new Float32Array(0), { channel, from: done, to: done + count });
      done += count;
      this.#frame += count;
      if (this.#frame >= this.#stepEnd()) this.#close();
    }
  }

  finish(): PeakTrack | null {
    if (this.#sampleRate === 0) return null;
    if (this.#frame > Math.floor((this.#step * this.#sampleRate * peakStepMs) / 1000)) this.#close();
    return { stepMs: peakStepMs, channels: this.#lows.length, peaks: this.#peaks.slice(0, this.#used) };
  }

  #begin(sampleRate: number, channels: number): void {
    this.#sampleRate = sampleRate;
    this.#lows = Array.from({ length: channels }, () => Infinity);
    this.#highs = Array.from({ length: channels }, () => -Infinity);
  }

  #scan(samples: Float32Array, { channel, from, to }: { channel: number; from: number; to: number }): void {
    let low = this.#lows[channel] ?? Infinity;
    let high = this.#highs[channel] ?? -Infinity;
    for (let at = from; at < to; at += 1) {
      const value = samples[at] ?? 0;
      low = value < low ? value : low;
      high = value > high ? value : high;
    }
    this.#lows[channel] = low;
    this.#highs[channel] = high;
  }

  /** The first frame of the next step; exact also where 20 ms are no whole number of samples. */
  #stepEnd(): number {
    return Math.floor(((this.#step + 1) * this.#sampleRate * peakStepMs) / 1000);
  }

  #close(): void {
    const needed = this.#used + this.#lows.length * 2;
    if (needed > this.#peaks.length) {
      const larger = new Int8Array(this.#peaks.length * 2);
      larger.set(this.#peaks);
      this.#peaks = larger;
    }
    this.#lows.forEach((low, channel) => {
      this.#peaks[this.#used++] = toByte(low);
      this.#peaks[this.#used++] = toByte(this.#highs[channel] ?? 0);
    });
    this.#lows.fill(Infinity);
    this.#highs.fill(-Infinity);
    this.#step += 1;
  }
}

/** -1..1 to -127..127; nothing heard is silence. */
function toByte(sample: number): number {
  return Number.isFinite(sample) ? Math.max(-127, Math.min(127, Math.round(sample * 127))) : 0;
}
