import type { SourceFile } from '#engine/importers/importer.ts';
import { audioUnreadable } from '#engine/audio/audio-format.ts';
import type { TimeSpan } from '#engine/audio/clip.ts';
import { childrenOf, findBox, latin, soundTrack, timesOf, viewOf, type Box } from '#engine/audio/mp4-header.ts';

const maxBytes = 256 * 1024 * 1024;

/** What a decoder has to know (ISO 14496-3, AudioSpecificConfig). */
type Config = { frequency: number; channels: 1 | 2 };
/** A frame of sound: where it lies in the file, and when it begins, in milliseconds of the recording. */
type Frame = { start: number; bytes: number; atMs: number; longMs: number };

/**
 * A part of an M4A recording as AAC frames with a header each (ADTS), not decoded: a frame that sounds in a silenced
 * span, or beside it, is replaced by an empty one. Frames overlap by half, so a span is widened by a frame on either side.
 * @throws UnreadableFileError for anything but AAC-LC of one or two channels in a plain file, or where the clip lies outside
 */
export async function cutM4aClip(source: SourceFile, span: TimeSpan, silenced: readonly TimeSpan[]): Promise<Uint8Array> {
  if (source.size > maxBytes) throw notPossible();
  const file = await source.read();
  const moov = childrenOf(file, { type: '', start: 0, end: file.length }).find(({ type }) => type === 'moov');
  const track = moov === undefined ? null : soundTrack(file, moov);
  const table = track === null ? null : findBox(file, track[1], ['minf', 'stbl']);
  const config = table === null ? null : configOf(file, table);
  if (track === null || table === null || config === null) throw notPossible();
  const frames = framesOf(file, { track: track[0], media: track[1], table })
    .filter(({ atMs, longMs }) => atMs < span.endMs && atMs + longMs > span.startMs);
  if (frames.length === 0) throw audioUnreadable('CLIP_EMPTY', 'The clip lies outside of the recording, so it would be empty. Choose times within the recording.');
  const isQuiet = ({ atMs, longMs }: Frame) => silenced.some((quiet) => quiet.startMs < atMs + 3 * longMs && quiet.endMs > atMs - longMs);
  return Buffer.concat(frames.flatMap((frame) => {
    const sound = isQuiet(frame) ? emptyFrame(config) : file.subarray(frame.start, frame.start + frame.bytes);
    return [frameHeader(config, sound.length), sound];
  }));
}

function notPossible(): Error {
  return audioUnreadable('CLIP_NOT_POSSIBLE', 'A clip cannot be cut from an M4A recording of this kind. Convert it to WAV, MP3, OGG or FLAC.');
}

/** The decoder's settings out of the sample description; null for what is not AAC-LC of one or two channels. */
function configOf(file: Uint8Array, table: Box): Config | null {
  const entry = findBox(file, table, ['stsd']);
  if (entry === null || latin(file, entry.start + 12) !== 'mp4a') return null;
  const first: Box = { type: 'mp4a', start: entry.start + 8 + 36, end: entry.end };
  const descriptor = childrenOf(file, first).find(({ type }) => type === 'esds');
  const bytes = descriptor === undefined ? null : decoderConfig(file.subarray(descriptor.start + 4, descriptor.end));
  if (bytes === null || bytes.length < 2) return null;
  const bits = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  const [kind, frequency, channels, isShort] = [bits >> 11, (bits >> 7) & 15, (bits >> 3) & 15, (bits >> 2) & 1];
  return kind === 2 && frequency < 13 && (channels === 1 || channels === 2) && isShort === 0 ? { frequency, channels } : null;
}

/** The bytes under tag 5, inside of tags 3 and 4 (ISO 14496-1, 7.2.6). */
function decoderConfig(bytes: Uint8Array): Uint8Array | null {
  const skipped: Record<number, number> = { 3: 3, 4: 13 };
  for (let at = 0; at < bytes.length; ) {
    const tag = bytes[at++] ?? 0;
    let length = 0;
    for (let digit = 0x80; (digit & 0x80) !== 0 && at < bytes.length; ) {
      digit = bytes[at++] ?? 0;
      length = (length << 7) | (digit & 0x7f);
    }
    if (tag === 5) return bytes.subarray(at, at + length);
    at += skipped[tag] ?? length;
  }
  return null;
}

type Tables = { track: Box; media: Box; table: Box };

/** Every frame with its place and time; chunks, sizes and durations stand in tables of their own (ISO 14496-12, 8.6 and 8.7). */
function framesOf(file: Uint8Array, { track, media, table }: Tables): Frame[] {
  const at = (type: string) => findBox(file, table, [type]);
  const [header, sizes, chunks, runs, durations] = [findBox(file, media, ['mdhd']), at('stsz'), at('stco') ?? at('co64'), at('stsc'), at('stts')];
  if (!header || !sizes || !chunks || !runs || !durations) throw notPossible();
  const view = viewOf(file);
  const { scale } = timesOf(file, header);
  if (scale === 0) throw notPossible();
  const times = timesAndLengths(view, durations);
  let time = -startOf(file, track);
  return [...placesOf(view, { sizes, chunks, runs })].map(({ start, bytes }): Frame => {
    const long = times.next().value ?? 0;
    const atMs = (time * 1000) / scale;
    time += long;
    if (start + bytes > file.length) throw notPossible();
    return { start, bytes, atMs, longMs: (long * 1000) / scale };
  });
}

/** Where each frame lies: chunks hold frames one behind the other. */
function* placesOf(view: DataView, { sizes, chunks, runs }: Record<'sizes' | 'chunks' | 'runs', Box>): Generator<{ start: number; bytes: number }, undefined> {
  const [same, count] = [view.getUint32(sizes.start + 4), view.getUint32(sizes.start + 8)];
  const isWide = chunks.type === 'co64';
  let found = 0;
  for (let chunk = 0; chunk < view.getUint32(chunks.start + 4); chunk++) {
    const place = chunks.start + 8 + chunk * (isWide ? 8 : 4);
    let start = isWide ? Number(view.getBigUint64(place)) : view.getUint32(place);
    const held = Math.min(perChunk(view, runs, chunk + 1), count - found);
    for (let frame = 0; frame < held; frame++, found++) {
      const bytes = same === 0 ? view.getUint32(sizes.start + 12 + 4 * found) : same;
      yield { start, bytes };
      start += bytes;
    }
  }
  return undefined;
}

function* timesAndLengths(view: DataView, { start }: Box): Generator<number, undefined> {
  for (let entry = 0; entry < view.getUint32(start + 4); entry++) {
    for (let sample = 0; sample < view.getUint32(start + 8 + 8 * entry); sample++) yield view.getUint32(start + 12 + 8 * entry);
  }
  return undefined;
}

/** Frames in a chunk: the last run that begins at it or before. */
function perChunk(view: DataView, { start }: Box, chunk: number): number {
  let found = 0;
  for (let entry = 0; entry < view.getUint32(start + 4); entry++) {
    if (view.getUint32(start + 8 + 12 * entry) <= chunk) found = view.getUint32(start + 12 + 12 * entry);
  }
  return found;
}

/** What a player leaves out at the start, in the track's own time: the encoder's run-up. */
function startOf(file: Uint8Array, track: Box): number {
  const edits = findBox(file, track, ['edts', 'elst']);
  if (edits === null) return 0;
  const view = viewOf(file);
  const isWide = file[edits.start] === 1;
  for (let entry = 0; entry < view.getUint32(edits.start + 4); entry++) {
    const at = edits.start + 8 + entry * (isWide ? 20 : 12);
    const begins = isWide ? Number(view.getBigInt64(at + 8)) : view.getInt32(at + 4);
    if (begins >= 0) return begins;
  }
  return 0;
}

/** Seven bytes before each frame (ISO 14496-3, 1.A.2.2). */
function frameHeader({ frequency, channels }: Config, length: number): Uint8Array {
  const whole = length + 7;
  return Uint8Array.of(0xff, 0xf1, (1 << 6) | (frequency << 2), (channels << 6) | (whole >> 11), (whole >> 3) & 0xff, ((whole & 7) << 5) | 0x1f, 0xfc);
}

const oneChannel = '00000000' + '000'; // gain; no pulse, shaping or gain control
const window = '0' + '00' + '0' + '000000' + '0'; // one long window without a single band

/** A frame in which nothing sounds (ISO 14496-3, 4.4.2.1): elements without spectral data. */
function emptyFrame({ channels }: Config): Uint8Array {
  const element = channels === 1 ? `0000000${'00000000'}${window}000` : `0010000${'1'}${window}${'00'}${oneChannel}${oneChannel}`;
  const bits = `${element}111`;
  const padded = bits.padEnd(Math.ceil(bits.length / 8) * 8, '0');
  return Uint8Array.from({ length: padded.length / 8 }, (_byte, at) => Number.parseInt(padded.slice(at * 8, at * 8 + 8), 2));
}
