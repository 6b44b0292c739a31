import { audioUnreadable, type AudioHeader } from '#engine/audio/audio-format.ts';
import type { StreamCursor } from '#engine/audio/stream-cursor.ts';

export type WavEncoding = 'u8' | 's16' | 's24' | 's32' | 'f32' | 'mulaw' | 'alaw' | 'other';

/**
 * Where the samples are and how they are written. `formatChunk` is the file's own `fmt ` body. `dataBytes` is what is
 * there, in whole frames, whatever the header claims. A frame is one sample of every channel.
 */
export type WavLayout = {
  encoding: WavEncoding;
  formatChunk: Uint8Array;
  channels: number;
  sampleRate: number;
  frameBytes: number;
  dataStart: number;
  dataBytes: number;
};

const formatTags: Record<number, string> = {
  1: 'PCM', 2: 'Microsoft ADPCM', 3: 'float', 6: 'A-law', 7: 'µ-law', 0x11: 'IMA ADPCM', 0x31: 'GSM 6.10', 0x40: 'G.721 ADPCM', 0x50: 'MPEG', 0x55: 'MP3', 0x83: 'G.729',
};
const read = new Set(['fmt ', 'ds64', 'fact']);
const maxFormatBytes = 4096;
const maxChunks = 1000;

/** Reads a RIFF WAVE header up to the first sample. The cursor stands at the samples afterwards. */
export async function readWavHeader(cursor: StreamCursor, size: number): Promise<{ header: AudioHeader; layout: WavLayout }> {
  const riff = text(await cursor.read(12), 0);
  if (riff === 'RIFX') throw audioUnreadable('AUDIO_NOT_SUPPORTED', 'This is a big-endian WAV file (RIFX), which players do not read. Convert it to WAV or MP3.');
  let formatChunk: Uint8Array | null = null;
  let wideDataBytes: number | null = null;
  let frames: number | null = null;
  for (let chunk = 0; chunk < maxChunks; chunk++) {
    const head = await cursor.read(8);
    if (head.length < 8) break;
    const id = text(head, 0);
    const length = viewOf(head).getUint32(4, true);
    if (id === 'data') {
      const available = Math.min(claimedBytes(length, wideDataBytes, size), size - cursor.position);
      return describe(requireFormat(formatChunk), { dataStart: cursor.position, available, frames });
    }
    const body = read.has(id) ? await cursor.read(Math.min(length, maxFormatBytes)) : new Uint8Array(0);
    if (id === 'fmt ') formatChunk = new Uint8Array(body);
    if (id === 'ds64' && body.length >= 16) wideDataBytes = Number(viewOf(body).getBigUint64(8, true));
    if (id === 'fact' && body.length >= 4) frames = viewOf(body).getUint32(0, true);
    if (!(await cursor.skip(length - body.length + (length % 2)))) break;
  }
  throw audioUnreadable('AUDIO_TRUNCATED', 'The WAV file ends before its first sample. The recording is cut off or damaged.');
}

/** A recorder that was cut off leaves 0 or all ones as the length: the samples then reach to the end of the file. */
function claimedBytes(length: number, wide: number | null, size: number): number {
  return wide ?? (length === 0 || length >= 0xffff_ff00 ? size : length);
}

function requireFormat(chunk: Uint8Array | null): Uint8Array {
  if (chunk === null || chunk.length < 16) throw audioUnreadable('AUDIO_HEADER_INVALID', 'The WAV file does not say how its samples are written. It is damaged.');
  return chunk;
}

type Samples = { dataStart: number; available: number; frames: number | null };

function describe(formatChunk: Uint8Array, { dataStart, available, frames }: Samples): { header: AudioHeader; layout: WavLayout } {
  const view = viewOf(formatChunk);
  const plainTag = view.getUint16(0, true);
  const tag = plainTag === 0xfffe && formatChunk.length >= 26 ? view.getUint16(24, true) : plainTag;
  const channels = view.getUint16(2, true);
  const sampleRate = view.getUint32(4, true);
  const bytesPerSecond = view.getUint32(8, true);
  const bits = view.getUint16(14, true);
  const encoding = encodingOf(tag, bits);
  const frameBytes = encoding === 'other' ? Math.max(1, view.getUint16(12, true)) : channels * (bits / 8);
  const dataBytes = frameBytes > 0 ? Math.max(0, available - (available % frameBytes)) : 0;
  const seconds = encoding !== 'other' ? dataBytes / (frameBytes * sampleRate) : frames !== null ? frames / sampleRate : dataBytes / bytesPerSecond;
  const codec = codecName(tag, bits);
  const header: AudioHeader = {
    format: 'wav', codec, channels, sampleRate,
    durationMs: Number.isFinite(seconds) ? Math.round(seconds * 1000) : null,
    playable: encoding !== 'other',
    reason: encoding === 'other' ? `The player cannot decode ${codec} in a WAV file. Convert the recording to PCM WAV or MP3 to listen to it here.` : null,
  };
  return { header, layout: { encoding, formatChunk, channels, sampleRate, frameBytes, dataStart, dataBytes } };
}

function encodingOf(tag: number, bits: number): WavEncoding {
  if (tag === 3) return bits === 32 ? 'f32' : 'other';
  if (tag === 6) return bits === 8 ? 'alaw' : 'other';
  if (tag === 7) return bits === 8 ? 'mulaw' : 'other';
  const pcm: Record<number, WavEncoding> = { 8: 'u8', 16: 's16', 24: 's24', 32: 's32' };
  return tag === 1 ? (pcm[bits] ?? 'other') : 'other';
}

function codecName(tag: number, bits: number): string {
  const name = formatTags[tag] ?? `format 0x${tag.toString(16)}`;
  return tag === 1 || tag === 3 ? `${name} ${bits}-bit` : name;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function text(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
