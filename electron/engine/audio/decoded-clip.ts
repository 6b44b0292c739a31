import type { SourceFile } from '#engine/importers/importer.ts';
import { audioUnreadable } from '#engine/audio/audio-format.ts';
import { detectAudio } from '#engine/audio/audio-header.ts';
import { cutWavClip, type TimeSpan } from '#engine/audio/clip.ts';
import { cutM4aClip } from '#engine/audio/m4a-clip.ts';
import { StreamCursor } from '#engine/audio/stream-cursor.ts';

type Decoded = { channelData: Float32Array[]; samplesDecoded: number; sampleRate: number };
type Decoder = { decode(data: Uint8Array): Decoded | Promise<Decoded>; flush?(): Promise<Decoded>; free(): void; ready: Promise<void> };

export type ClipOptions = { silenced?: readonly TimeSpan[]; signal?: AbortSignal };

/** Loaded when a compressed recording is first cut: each brings a decoder of its own. */
const decoders: Partial<Record<string, () => Promise<Decoder>>> = {
  mp3: async () => new (await import('mpg123-decoder')).MPEGDecoder(),
  opus: async () => new (await import('ogg-opus-decoder')).OggOpusDecoder(),
  vorbis: async () => new (await import('@wasm-audio-decoders/ogg-vorbis')).OggVorbisDecoder(),
  flac: async () => new (await import('@wasm-audio-decoders/flac')).FLACDecoder(),
};

/** What kind of file a clip is, by its first bytes. */
export function clipKind(clip: Uint8Array): { mime: string; ending: 'aac' | 'wav' } {
  return clip[0] === 0xff ? { mime: 'audio/aac', ending: 'aac' } : { mime: 'audio/wav', ending: 'wav' };
}

/**
 * A part of a recording as a WAV file, or as AAC where the recording is an M4A; `silenced` spans (in the recording's
 * time) are silent in every channel. Plain WAV keeps its samples, AAC its frames; anything else is decoded up to the end
 * of the clip and mixed to one channel of 16 bits.
 * @throws UnreadableFileError when there is no decoder for it, or the clip lies outside
 */
export async function cutClip(source: SourceFile, span: TimeSpan, options: ClipOptions = {}): Promise<Uint8Array> {
  const cursor = new StreamCursor(source.stream(), options.signal);
  try {
    const head = await cursor.peek(64);
    const format = detectAudio(head);
    if (format === 'wav') return await cutWavClip(source, span, options);
    if (format === 'm4a') return await cutM4aClip(source, span, options.silenced ?? []);
    const make = decoders[format === 'ogg' ? oggCodec(head) : format ?? ''];
    if (make === undefined) throw audioUnreadable('CLIP_NOT_POSSIBLE', 'A clip cannot be cut from a recording of this kind. Convert it to WAV, MP3, OGG or FLAC.');
    const decoder = await make();
    try {
      return await decodedClip(cursor, decoder, { span, options });
    } finally {
      decoder.free();
    }
  } finally {
    await cursor.close();
  }
}

function oggCodec(head: Uint8Array): string {
  return Buffer.from(head).includes('OpusHead') ? 'opus' : Buffer.from(head).includes('vorbis') ? 'vorbis' : '';
}

async function decodedClip(cursor: StreamCursor, decoder: Decoder, { span, options }: { span: TimeSpan; options: ClipOptions }): Promise<Uint8Array> {
  await decoder.ready;
  const clip = new MixedClip(span);
  while (!clip.isWhole) {
    const piece = await cursor.readPiece();
    if (piece === null) break;
    clip.take(await decoder.decode(piece));
    await new Promise((resolve) => { setImmediate(resolve); });
    options.signal?.throwIfAborted();
  }
  if (!clip.isWhole && decoder.flush) clip.take(await decoder.flush());
  return clip.file(options.silenced ?? []);
}

/** Takes decoded pieces in their order and keeps what lies in the span, mixed to one channel. */
class MixedClip {
  readonly #span: TimeSpan;
  readonly #pieces: Int16Array[] = [];
  #sampleRate = 0;
  #position = 0;

  constructor(span: TimeSpan) {
    this.#span = span;
  }

  get isWhole(): boolean {
    return this.#sampleRate > 0 && this.#position >= this.#frame(this.#span.endMs);
  }

  take({ channelData, samplesDecoded, sampleRate }: Decoded): void {
    if (samplesDecoded === 0) return;
    this.#sampleRate = sampleRate;
    const from = Math.max(0, this.#frame(this.#span.startMs) - this.#position);
    const to = Math.min(samplesDecoded, this.#frame(this.#span.endMs) - this.#position);
    if (to > from) this.#pieces.push(Int16Array.from({ length: to - from }, (_sample, at) => mixed(channelData, from + at)));
    this.#position += samplesDecoded;
  }

  file(silenced: readonly TimeSpan[]): Uint8Array {
    const length = this.#pieces.reduce((sum, piece) => sum + piece.length, 0);
    if (length === 0) throw audioUnreadable('CLIP_EMPTY', 'The clip lies outside of the recording, so it would be empty. Choose times within the recording.');
    const samples = new Int16Array(length);
    this.#pieces.reduce((at, piece) => {
      samples.set(piece, at);
      return at + piece.length;
    }, 0);
    const first = this.#frame(this.#span.startMs);
    for (const quiet of silenced) samples.fill(0, Math.max(0, this.#frame(quiet.startMs) - first), Math.max(0, this.#frame(quiet.endMs) - first));
    return wavOf(samples, this.#sampleRate);
  }

  #frame(ms: number): number {
    return Math.round((ms * this.#sampleRate) / 1000);
  }
}

function mixed(channels: readonly Float32Array[], at: number): number {
  const sum = channels.reduce((total, channel) => total + (channel[at] ?? 0), 0) / Math.max(1, channels.length);
  return Math.round(Math.max(-1, Math.min(1, sum)) * 32_767);
}

/** One channel of 16-bit samples under the 44 bytes of a plain WAV header. */
function wavOf(samples: Int16Array, sampleRate: number): Uint8Array {
  const bytes = Buffer.alloc(44 + samples.length * 2);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(36 + samples.length * 2, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(sampleRate, 24);
  bytes.writeUInt32LE(sampleRate * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(samples.length * 2, 40);
  samples.forEach((sample, at) => bytes.writeInt16LE(sample, 44 + at * 2));
  return new Uint8Array(bytes);
}
