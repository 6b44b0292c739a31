import type { SourceFile } from '#engine/importers/importer.ts';
import { audioUnreadable } from '#engine/audio/audio-format.ts';
import { StreamCursor } from '#engine/audio/stream-cursor.ts';
import { readWavHeader, type WavEncoding, type WavLayout } from '#engine/audio/wav-header.ts';

/** Half-open, in milliseconds from the start of the recording. */
export type TimeSpan = { startMs: number; endMs: number };

const maxClipBytes = 512 * 1024 * 1024;

/** The byte that is silence: the middle of unsigned 8-bit, the code of zero in G.711, zero elsewhere. */
export const silence: Record<WavEncoding, number> = { u8: 0x80, mulaw: 0xff, alaw: 0xd5, s16: 0, s24: 0, s32: 0, f32: 0, other: 0 };

/**
 * A part of a WAV recording as a WAV file of its own, sample for sample in the same encoding; `silenced` spans
 * (in the recording's time) are replaced by silence in every channel, for personal data.
 * @throws UnreadableFileError when the recording is no plain WAV or the clip is empty or above 512 MB
 */
export async function cutWavClip(source: SourceFile, span: TimeSpan, options: { silenced?: readonly TimeSpan[]; signal?: AbortSignal } = {}): Promise<Uint8Array> {
  const cursor = new StreamCursor(source.stream(), options.signal);
  try {
    const { layout } = await readWavHeader(cursor, source.size);
    if (layout.encoding === 'other') throw audioUnreadable('CLIP_NOT_POSSIBLE', 'A clip can only be cut from an uncompressed WAV recording. Convert the recording first.');
    const range = framesOf(layout, span);
    const samples = await readFrames(cursor, layout, range);
    for (const quiet of options.silenced ?? []) silenceFrames(samples, layout, { first: range.first, quiet: framesOf(layout, quiet) });
    return wavFile(layout, samples);
  } finally {
    await cursor.close();
  }
}

type FrameRange = { first: number; end: number };

function framesOf(layout: WavLayout, span: TimeSpan): FrameRange {
  const frames = layout.dataBytes / layout.frameBytes;
  const at = (ms: number, round: (value: number) => number) => Math.max(0, Math.min(frames, round((ms * layout.sampleRate) / 1000)));
  return { first: at(span.startMs, Math.floor), end: at(span.endMs, Math.ceil) };
}

async function readFrames(cursor: StreamCursor, layout: WavLayout, { first, end }: FrameRange): Promise<Uint8Array> {
  const bytes = (end - first) * layout.frameBytes;
  if (!(bytes > 0)) throw audioUnreadable('CLIP_EMPTY', 'The clip lies outside of the recording, so it would be empty. Choose times within the recording.');
  if (bytes > maxClipBytes) throw audioUnreadable('CLIP_TOO_LARGE', 'The clip would be larger than 512 MB. Choose a shorter one.');
  await cursor.skip(first * layout.frameBytes);
  const samples = new Uint8Array(bytes);
  for (let at = 0; at < bytes; ) {
    const piece = await cursor.readPiece();
    if (piece === null) break;
    const usable = piece.subarray(0, bytes - at);
    samples.set(usable, at);
    at += usable.length;
  }
  return samples;
}

function silenceFrames(samples: Uint8Array, layout: WavLayout, { first, quiet }: { first: number; quiet: FrameRange }): void {
  const from = Math.max(0, (quiet.first - first) * layout.frameBytes);
  const to = Math.min(samples.length, (quiet.end - first) * layout.frameBytes);
  if (to > from) samples.fill(silence[layout.encoding], from, to);
}

/** Header with the recording's own format chunk; anything but PCM also states its number of frames (`fact`). */
function wavFile(layout: WavLayout, samples: Uint8Array): Uint8Array {
  const format = layout.formatChunk;
  const isPcm = format[0] === 1 && format[1] === 0;
  const fact = isPcm ? new Uint8Array(0) : chunk('fact', littleEndian(samples.length / layout.frameBytes));
  const body = Buffer.concat([latin('WAVE'), chunk('fmt ', format), fact, chunk('data', samples)]);
  return new Uint8Array(chunk('RIFF', body));
}

function chunk(id: string, body: Uint8Array): Buffer {
  return Buffer.concat([latin(id), littleEndian(body.length), body, new Uint8Array(body.length % 2)]);
}

function littleEndian(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}

function latin(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}
