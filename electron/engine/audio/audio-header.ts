import type { SourceFile } from '#engine/importers/importer.ts';
import { audioUnreadable, type AudioFormat, type AudioHeader } from '#engine/audio/audio-format.ts';
import { readFlacHeader } from '#engine/audio/flac-header.ts';
import { readMp3Header } from '#engine/audio/mp3-header.ts';
import { readMp4Header } from '#engine/audio/mp4-header.ts';
import { readOggHeader } from '#engine/audio/ogg-header.ts';
import { StreamCursor } from '#engine/audio/stream-cursor.ts';
import { readWavHeader } from '#engine/audio/wav-header.ts';

const maxDurationMs = 24 * 3_600_000;

/** Formats that are only named: the player has no decoder, or their header says nothing that is needed. */
const named: Record<Exclude<AudioFormat, 'wav' | 'mp3' | 'm4a' | '3gp' | 'ogg' | 'flac'>, Pick<AudioHeader, 'codec' | 'playable' | 'reason'>> = {
  webm: { codec: 'WebM audio', playable: true, reason: null },
  aac: { codec: 'AAC (ADTS)', playable: true, reason: null },
  amr: notPlayable('AMR'),
  wma: notPlayable('Windows Media Audio'),
  aiff: notPlayable('AIFF'),
  au: notPlayable('Sun audio'),
  caf: notPlayable('Core Audio'),
};

const signatures: readonly [AudioFormat, (bytes: Uint8Array) => boolean][] = [
  ['wav', (bytes) => (startsWith(bytes, 'RIFF') || startsWith(bytes, 'RF64') || startsWith(bytes, 'BW64') || startsWith(bytes, 'RIFX')) && holds(bytes, 'WAVE', 8)],
  ['flac', (bytes) => startsWith(bytes, 'fLaC')],
  ['ogg', (bytes) => startsWith(bytes, 'OggS')],
  ['3gp', (bytes) => holds(bytes, 'ftyp3g', 4)],
  ['m4a', (bytes) => holds(bytes, 'ftyp', 4)],
  ['amr', (bytes) => startsWith(bytes, '#!AMR')],
  ['wma', (bytes) => [0x30, 0x26, 0xb2, 0x75, 0x8e, 0x66, 0xcf, 0x11].every((byte, at) => bytes[at] === byte)],
  ['webm', (bytes) => [0x1a, 0x45, 0xdf, 0xa3].every((byte, at) => bytes[at] === byte)],
  ['aiff', (bytes) => startsWith(bytes, 'FORM') && (holds(bytes, 'AIFF', 8) || holds(bytes, 'AIFC', 8))],
  ['au', (bytes) => startsWith(bytes, '.snd')],
  ['caf', (bytes) => startsWith(bytes, 'caff')],
  ['aac', (bytes) => bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xf6) === 0xf0],
  ['mp3', (bytes) => startsWith(bytes, 'ID3') || (bytes[0] === 0xff && bytes[1] !== 0xfe && ((bytes[1] ?? 0) & 0xe6) > 0xe0 && ((bytes[2] ?? 0) & 0xf0) !== 0xf0 && ((bytes[2] ?? 0) & 0x0c) !== 0x0c)],
];

/** The format of a recording by its first bytes (16 are enough); `null` when it is none. FF FE is left to UTF-16 text. */
export function detectAudio(bytes: Uint8Array): AudioFormat | null {
  return bytes.length < 4 ? null : (signatures.find(([, matches]) => matches(bytes))?.[0] ?? null);
}

/**
 * Reads a recording's header. Nothing is decoded; lengths that the header only claims are held against the file's size.
 * @throws UnreadableFileError when it is no recording, or its header is impossible
 */
export async function readAudioHeader(source: SourceFile, signal?: AbortSignal): Promise<AudioHeader> {
  const cursor = new StreamCursor(source.stream(), signal);
  try {
    const format = detectAudio(await cursor.peek(16));
    if (format === null) throw audioUnreadable('AUDIO_UNKNOWN', 'This is not a recording in a format that Earshot knows.');
    return checked(await readFormat(format, cursor, source.size));
  } finally {
    await cursor.close();
  }
}

async function readFormat(format: AudioFormat, cursor: StreamCursor, size: number): Promise<AudioHeader> {
  switch (format) {
    case 'wav': return (await readWavHeader(cursor, size)).header;
    case 'mp3': return readMp3Header(cursor, size);
    case 'm4a':
    case '3gp': return readMp4Header(cursor, format);
    case 'ogg': return readOggHeader(cursor);
    case 'flac': return readFlacHeader(cursor);
    default: return { format, durationMs: null, channels: null, sampleRate: null, ...named[format] };
  }
}

/** Impossible numbers come from damage or from an attack on whoever multiplies them. */
function checked(header: AudioHeader): AudioHeader {
  const { channels, sampleRate, durationMs } = header;
  if (sampleRate !== null && (sampleRate < 1000 || sampleRate > 768_000)) {
    throw audioUnreadable('AUDIO_HEADER_INVALID', `The recording claims ${sampleRate} samples a second, which no recording has. It is damaged.`, `${sampleRate} Hz`);
  }
  if (channels !== null && (channels < 1 || channels > 32)) {
    throw audioUnreadable('AUDIO_HEADER_INVALID', `The recording claims ${channels} channels; 1 to 32 are possible. It is damaged.`, `${channels} channels`);
  }
  if (durationMs !== null && durationMs > maxDurationMs) {
    return { ...header, playable: false, reason: 'The recording is longer than 24 hours. Cut it into parts to listen to it.' };
  }
  return header;
}

function notPlayable(codec: string): Pick<AudioHeader, 'codec' | 'playable' | 'reason'> {
  return { codec, playable: false, reason: `The player cannot decode ${codec}. Convert the recording to WAV, MP3 or M4A to listen to it here.` };
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return holds(bytes, text, 0);
}

function holds(bytes: Uint8Array, text: string, at: number): boolean {
  for (let index = 0; index < text.length; index++) if (bytes[at + index] !== text.charCodeAt(index)) return false;
  return true;
}
