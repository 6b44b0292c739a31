import { audioUnreadable, type AudioHeader } from '#engine/audio/audio-format.ts';
import type { StreamCursor } from '#engine/audio/stream-cursor.ts';

/** `granuleRate`: granules a second; `skipped`: granules before the first sound. */
type OggStream = { codec: string; channels: number; sampleRate: number; granuleRate: number; skipped: number; playable: boolean };

/** A page is at most 65,307 bytes, so the last one lies within this many (RFC 3533, 6). */
const tailBytes = 66 * 1024;

/** Ogg with Vorbis, Opus, FLAC or Speex. The length is the position of the last page, so the stream is read to its end. */
export async function readOggHeader(cursor: StreamCursor): Promise<AudioHeader> {
  const first = new Uint8Array(await cursor.peek(512));
  const stream = streamOf(first.subarray(27 + (first[26] ?? 0)));
  if (stream === null) throw audioUnreadable('AUDIO_HEADER_INVALID', 'This Ogg file holds no sound that Earshot knows. It is damaged or not a recording.');
  const serial = new DataView(first.buffer).getUint32(14, true);
  const granule = lastGranule(await readTail(cursor), serial);
  const { codec, channels, sampleRate, playable } = stream;
  return {
    format: 'ogg', codec, channels, sampleRate, playable,
    durationMs: granule === null || stream.granuleRate === 0 ? null : Math.max(0, Math.round(((granule - stream.skipped) * 1000) / stream.granuleRate)),
    reason: playable ? null : `The player cannot decode ${codec}. Convert the recording to WAV, MP3 or M4A to listen to it here.`,
  };
}

function streamOf(packet: Uint8Array): OggStream | null {
  const view = new DataView(packet.buffer, packet.byteOffset, packet.byteLength);
  const starts = (text: string) => Buffer.from(text, 'latin1').every((byte, at) => packet[at] === byte);
  if (starts('\x01vorbis') && packet.length >= 16) {
    const sampleRate = view.getUint32(12, true);
    return { codec: 'Vorbis', channels: view.getUint8(11), sampleRate, granuleRate: sampleRate, skipped: 0, playable: true };
  }
  if (starts('OpusHead') && packet.length >= 12) {
    return { codec: 'Opus', channels: view.getUint8(9), sampleRate: 48_000, granuleRate: 48_000, skipped: view.getUint16(10, true), playable: true };
  }
  if (starts('\x7fFLAC') && packet.length >= 36) {
    const packed = view.getUint32(27);
    return { codec: 'FLAC', channels: ((packed >>> 9) & 7) + 1, sampleRate: packed >>> 12, granuleRate: packed >>> 12, skipped: 0, playable: true };
  }
  if (starts('Speex   ') && packet.length >= 52) {
    const sampleRate = view.getUint32(36, true);
    return { codec: 'Speex', channels: view.getUint32(48, true), sampleRate, granuleRate: sampleRate, skipped: 0, playable: false };
  }
  return null;
}

async function readTail(cursor: StreamCursor): Promise<Uint8Array> {
  let tail = new Uint8Array(0);
  for (let piece = await cursor.readPiece(); piece !== null; piece = await cursor.readPiece()) {
    tail = piece.length >= tailBytes ? new Uint8Array(piece.subarray(-tailBytes)) : new Uint8Array(Buffer.concat([tail, piece]).subarray(-tailBytes));
  }
  return tail;
}

/** The position on the last page of the stream; -1 marks a page on which no packet ends. */
function lastGranule(tail: Uint8Array, serial: number): number | null {
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  for (let at = tail.length - 27; at >= 0; at--) {
    if (view.getUint32(at) !== 0x4f676753 || view.getUint32(at + 14, true) !== serial) continue;
    const granule = view.getBigInt64(at + 6, true);
    if (granule >= 0n) return Number(granule);
  }
  return null;
}
