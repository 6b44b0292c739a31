import { audioUnreadable, type AudioHeader } from '#engine/audio/audio-format.ts';
import type { StreamCursor } from '#engine/audio/stream-cursor.ts';

/** A box of an MP4 file: its bytes behind the head. */
export type Box = { type: string; start: number; end: number };

const maxMoovBytes = 64 * 1024 * 1024;
const maxBoxes = 10_000;
const codecs: Record<string, { name: string; playable: boolean }> = {
  mp4a: { name: 'AAC', playable: true }, Opus: { name: 'Opus', playable: true }, fLaC: { name: 'FLAC', playable: true }, '.mp3': { name: 'MP3', playable: true },
  alac: { name: 'Apple Lossless', playable: false }, samr: { name: 'AMR', playable: false }, sawb: { name: 'AMR-WB', playable: false }, 'ac-3': { name: 'Dolby Digital', playable: false },
};

/** MP4, M4A and 3GP: boxes up to `moov`, which may stand behind the sound (ISO 14496-12). */
export async function readMp4Header(cursor: StreamCursor, format: 'm4a' | '3gp'): Promise<AudioHeader> {
  const moov = await readMoov(cursor);
  const sound = soundTrack(moov);
  if (sound === null) throw audioUnreadable('AUDIO_NO_SOUND', 'This file holds no sound track, so it is not a recording.');
  const [, media] = sound;
  const { durationMs } = mediaTime(moov, media);
  const entry = findBox(moov, media, ['minf', 'stbl', 'stsd']);
  const view = viewOf(moov);
  const at = entry === null ? moov.length : entry.start + 8;
  if (at + 36 > moov.length) throw damaged();
  const id = latin(moov, at + 4);
  const codec = codecs[id] ?? { name: id.trim(), playable: false };
  return {
    format, codec: codec.name, durationMs, channels: view.getUint16(at + 24), sampleRate: view.getUint32(at + 32) >>> 16,
    playable: codec.playable,
    reason: codec.playable ? null : `The player cannot decode ${codec.name}. Convert the recording to WAV, MP3 or M4A to listen to it here.`,
  };
}

async function readMoov(cursor: StreamCursor): Promise<Uint8Array> {
  for (let box = 0; box < maxBoxes; box++) {
    const head = await cursor.read(8);
    if (head.length < 8) break;
    const length = viewOf(head).getUint32(0);
    const wide = length === 1 ? viewOf(await paddedRead(cursor, 8)).getBigUint64(0) : null;
    const body = wide === null ? length - 8 : Number(wide) - 16;
    if (latin(head, 4) === 'moov') {
      if (length === 0 || body > maxMoovBytes) throw damaged();
      return new Uint8Array(await cursor.read(body));
    }
    if (length === 0 || body < 0 || !(await cursor.skip(body))) break;
  }
  throw audioUnreadable('AUDIO_TRUNCATED', 'The file ends without its list of contents (moov), so it cannot be played. The recording was cut off.');
}

async function paddedRead(cursor: StreamCursor, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  bytes.set(await cursor.read(length));
  return bytes;
}

/** The first track whose handler is sound: [track, its media box]. */
export function soundTrack(moov: Uint8Array, within: Box = { type: 'moov', start: 0, end: moov.length }): [Box, Box] | null {
  for (const track of childrenOf(moov, within)) {
    const media = track.type === 'trak' ? findBox(moov, track, ['mdia']) : null;
    const handler = media === null ? null : findBox(moov, media, ['hdlr']);
    if (media !== null && handler !== null && latin(moov, handler.start + 8) === 'soun') return [track, media];
  }
  return null;
}

/** Version 1 boxes have 64-bit times; a fragmented file states its length in `mehd` instead. */
function mediaTime(moov: Uint8Array, media: Box): { durationMs: number | null } {
  const header = findBox(moov, media, ['mdhd']);
  if (header === null || header.end - header.start < 20) return { durationMs: null };
  const { scale, duration } = timesOf(moov, header);
  const whole: Box = { type: 'moov', start: 0, end: moov.length };
  if (scale > 0 && duration > 0) return { durationMs: Math.round((duration * 1000) / scale) };
  const fragments = findBox(moov, whole, ['mvex', 'mehd']);
  const movie = findBox(moov, whole, ['mvhd']);
  if (fragments === null || movie === null || movie.end - movie.start < 20) return { durationMs: null };
  const isWide = moov[fragments.start] === 1;
  if (fragments.end - fragments.start < (isWide ? 12 : 8)) return { durationMs: null };
  const length = isWide ? Number(viewOf(moov).getBigUint64(fragments.start + 4)) : viewOf(moov).getUint32(fragments.start + 4);
  const movieScale = timesOf(moov, movie).scale;
  return { durationMs: movieScale > 0 ? Math.round((length * 1000) / movieScale) : null };
}

/** Ticks a second and length in ticks of a header box; 0 where they are not known. */
export function timesOf(moov: Uint8Array, box: Box): { scale: number; duration: number } {
  const view = viewOf(moov);
  if (moov[box.start] !== 1) {
    const duration = view.getUint32(box.start + 16);
    return { scale: view.getUint32(box.start + 12), duration: duration === 0xffff_ffff ? 0 : duration };
  }
  if (box.end - box.start < 32) return { scale: 0, duration: 0 };
  return { scale: view.getUint32(box.start + 20), duration: Number(view.getBigUint64(box.start + 24)) };
}

/** The first box down a path of types, or null. */
export function findBox(bytes: Uint8Array, parent: Box, path: readonly string[]): Box | null {
  const [type, ...rest] = path;
  if (type === undefined) return parent;
  const box = childrenOf(bytes, parent).find((child) => child.type === type);
  return box === undefined ? null : findBox(bytes, box, rest);
}

/** The boxes inside of a box, without their heads; damaged ones end the list. */
export function childrenOf(bytes: Uint8Array, parent: Box): Box[] {
  const boxes: Box[] = [];
  for (let at = parent.start; at + 8 <= parent.end && boxes.length < maxBoxes; ) {
    const length = viewOf(bytes).getUint32(at);
    if (length < 8 || at + length > parent.end) break;
    boxes.push({ type: latin(bytes, at + 4), start: at + 8, end: at + length });
    at += length;
  }
  return boxes;
}

function damaged(): Error {
  return audioUnreadable('AUDIO_HEADER_INVALID', 'The list of contents (moov) of this file is damaged, so it cannot be played.');
}

/** Numbers out of bytes, wherever they lie. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Four letters, as types of boxes are written. */
export function latin(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
