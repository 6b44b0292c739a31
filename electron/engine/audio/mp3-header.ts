import { audioUnreadable, type AudioHeader } from '#engine/audio/audio-format.ts';
import type { StreamCursor } from '#engine/audio/stream-cursor.ts';

/** One MPEG audio frame (ISO 11172-3, 13818-3). `bytes` with its header. */
type Frame = { bytes: number; samples: number; sampleRate: number; channels: number; bitrate: number; layer: number; isVersion1: boolean };

const bitratesVersion1 = [
  [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
  [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
] as const;
const bitratesVersion2 = [
  [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
] as const;
const sampleRates = [44_100, 48_000, 32_000];
const searchBytes = 256 * 1024;
const maxTags = 16;
/** So many frames of one bitrate make the rest of the file predictable. */
const framesCompared = 200;

/** MP3: length from a Xing, Info or VBRI header, else from a constant bitrate, else by counting frames. */
export async function readMp3Header(cursor: StreamCursor, size: number): Promise<AudioHeader> {
  await skipTags(cursor);
  const frame = await findFrame(cursor);
  const start = cursor.position;
  const stated = statedFrames(await cursor.peek(frame.bytes), frame);
  const durationMs = stated === null ? await measure(cursor, frame, size - start) : frameMs(frame, stated);
  return { format: 'mp3', codec: `MPEG layer ${frame.layer}`, durationMs, channels: frame.channels, sampleRate: frame.sampleRate, playable: true, reason: null };
}

/** ID3v2 tags; their size is four times seven bits and is a claim, so the walk ends with the file. */
async function skipTags(cursor: StreamCursor): Promise<void> {
  for (let tag = 0; tag < maxTags; tag++) {
    const head = await cursor.peek(10);
    if (head.length < 10 || head[0] !== 0x49 || head[1] !== 0x44 || head[2] !== 0x33) return;
    const [a = 0, b = 0, c = 0, d = 0] = head.subarray(6);
    const hasFooter = ((head[5] ?? 0) & 0x10) !== 0;
    if (!(await cursor.skip(10 + (((a & 127) << 21) | ((b & 127) << 14) | ((c & 127) << 7) | (d & 127)) + (hasFooter ? 10 : 0)))) return;
  }
}

/** The first header that is followed by another frame where it says so; anything can look like one. */
async function findFrame(cursor: StreamCursor): Promise<Frame> {
  const bytes = await cursor.peek(searchBytes);
  for (let at = 0; at + 4 <= bytes.length; at++) {
    if (bytes[at] !== 0xff) continue;
    const frame = frameAt(bytes, at);
    if (frame === null) continue;
    const next = at + frame.bytes;
    if (next + 4 <= bytes.length ? frameAt(bytes, next)?.sampleRate === frame.sampleRate : bytes.length < searchBytes) {
      await cursor.skip(at);
      return frame;
    }
  }
  throw audioUnreadable('AUDIO_HEADER_INVALID', 'No MP3 sound was found in this file. The recording is damaged or empty.');
}

function frameAt(bytes: Uint8Array, at: number): Frame | null {
  const header = at + 4 <= bytes.length ? new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0) : 0;
  const version = (header >>> 19) & 3;
  const layer = 4 - ((header >>> 17) & 3);
  const rateBits = (header >>> 12) & 15;
  const rateIndex = (header >>> 10) & 3;
  const hasSync = header >>> 21 === 0x7ff;
  if (!hasSync || version === 1 || layer === 4 || rateIndex === 3 || rateBits === 15 || rateBits === 0) return null;
  const isVersion1 = version === 3;
  const bitrate = ((isVersion1 ? bitratesVersion1 : bitratesVersion2)[layer - 1]?.[rateBits] ?? 0) * 1000;
  const sampleRate = (sampleRates[rateIndex] ?? 0) / (isVersion1 ? 1 : version === 2 ? 2 : 4);
  const samples = samplesOf(layer, isVersion1);
  const padding = (header >>> 9) & 1;
  const length = layer === 1 ? (Math.floor((12 * bitrate) / sampleRate) + padding) * 4 : Math.floor(((samples / 8) * bitrate) / sampleRate) + padding;
  return { bytes: length, samples, sampleRate, channels: ((header >>> 6) & 3) === 3 ? 1 : 2, bitrate, layer, isVersion1 };
}

function samplesOf(layer: number, isVersion1: boolean): number {
  if (layer === 1) return 384;
  return layer === 2 || isVersion1 ? 1152 : 576;
}

/** The number of frames that an encoder wrote into the first one. */
function statedFrames(bytes: Uint8Array, frame: Frame): number | null {
  const sideBytes = frame.isVersion1 ? (frame.channels === 1 ? 17 : 32) : frame.channels === 1 ? 9 : 17;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const xing = 4 + sideBytes;
  if (xing + 12 <= bytes.length) {
    const name = view.getUint32(xing);
    const hasCount = (view.getUint32(xing + 4) & 1) !== 0;
    if ((name === 0x58696e67 || name === 0x496e666f) && hasCount) return view.getUint32(xing + 8) || null;
  }
  return 36 + 18 <= bytes.length && view.getUint32(36) === 0x56425249 ? view.getUint32(36 + 14) || null : null;
}

async function measure(cursor: StreamCursor, first: Frame, soundBytes: number): Promise<number> {
  let frames = 0;
  let isConstant = true;
  for (;;) {
    const frame = frameAt(await cursor.peek(4), 0);
    if (frame === null) break;
    frames++;
    if (frame.bitrate !== first.bitrate) isConstant = false;
    if (isConstant && frames >= framesCompared) return Math.round((soundBytes * 8000) / first.bitrate);
    if (!(await cursor.skip(frame.bytes))) break;
  }
  return frameMs(first, frames);
}

function frameMs(frame: Frame, count: number): number {
  return Math.round((count * frame.samples * 1000) / frame.sampleRate);
}
