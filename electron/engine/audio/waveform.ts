import type { Peaks } from '#shared/model/media.ts';
import type { SourceFile } from '#engine/importers/importer.ts';
import { detectAudio } from '#engine/audio/audio-header.ts';
import { decodePeaks, decoderFor } from '#engine/audio/decoded-peaks.ts';
import { hasReadableSamples, readPeaks, type PeakTrack } from '#engine/audio/peaks.ts';
import { isSwift, readSwiftly } from '#engine/audio/swift-peaks.ts';
import { StreamCursor } from '#engine/audio/stream-cursor.ts';
import { readWavHeader } from '#engine/audio/wav-header.ts';

/** Peaks as they are stored: signed bytes, interleaved step, channel, min, max. */
export type StoredWaveform = { stepMs: number; channels: number; peaks: Uint8Array };

const maxChannels = 8;
const maxDurationMs = 24 * 3_600_000;

/**
 * The waveform of a recording by streaming it once. WAV holds samples that can be read directly; MP3, Opus, Vorbis and
 * FLAC are decoded in another thread; for anything else `reason` says why there is none. `channels`, where known, is
 * how many the recording has.
 * @throws UnreadableFileError for a damaged WAV header, the signal's reason when cancelled
 */
export async function measurePeaks(source: SourceFile, signal: AbortSignal, channels: number | null = null): Promise<StoredWaveform | { reason: string }> {
  const cursor = new StreamCursor(source.stream(), signal);
  try {
    const head = await cursor.peek(64);
    const format = detectAudio(head);
    if (format !== 'wav') return await measureDecoded(cursor, { decoder: decoderFor(format, head), channels }, signal);
    const { header, layout } = await readWavHeader(cursor, source.size);
    if (!hasReadableSamples(layout)) return { reason: header.reason ?? `Earshot cannot read the samples of ${header.codec}.` };
    if (layout.channels < 1 || layout.channels > maxChannels || layout.sampleRate < 1000) return { reason: `A waveform needs 1 to ${maxChannels} channels and at least 1,000 samples a second.` };
    if ((header.durationMs ?? 0) > maxDurationMs) return { reason: 'The recording is longer than 24 hours; cut it into parts.' };
    if (layout.dataBytes === 0) return { reason: 'The recording holds no sound.' };
    if (source.open === undefined || !isSwift(layout)) return toStored(await readPeaks(cursor, layout, signal));
    const file = await source.open();
    return toStored(await readSwiftly(file, layout, signal).finally(() => file.close()));
  } finally {
    await cursor.close();
  }
}

async function measureDecoded(cursor: StreamCursor, how: { decoder: string | null; channels: number | null }, signal: AbortSignal): Promise<StoredWaveform | { reason: string }> {
  if (how.decoder === null) return { reason: 'Recordings of this kind are not measured here; the waveform of this one is drawn while it plays.' };
  const track = await decodePeaks(cursor, { decoder: how.decoder, channels: how.channels }, signal);
  return track === null ? { reason: 'The recording holds no sound that can be decoded.' } : toStored(track);
}

function toStored({ stepMs, channels, peaks }: PeakTrack): StoredWaveform {
  return { stepMs, channels, peaks: new Uint8Array(peaks.buffer, peaks.byteOffset, peaks.byteLength) };
}

/** The part of a waveform between two times with at most `points` pairs a channel; steps are joined, never dropped. */
export function windowOfPeaks(stored: StoredWaveform, view: { fromMs: number; toMs: number; points: number }): Peaks {
  const { stepMs, channels } = stored;
  const bytes = new Int8Array(stored.peaks.buffer, stored.peaks.byteOffset, stored.peaks.byteLength);
  const steps = Math.floor(bytes.length / (channels * 2));
  const first = Math.min(steps, Math.floor(view.fromMs / stepMs));
  const last = Math.max(first, Math.min(steps, Math.ceil(view.toMs / stepMs)));
  const joined = Math.max(1, Math.ceil((last - first) / view.points));
  const pairs = Array.from({ length: channels }, (): number[] => []);
  for (let step = first; step < last; step += joined) {
    pairs.forEach((list, channel) => list.push(...rangeOf(bytes, { channel, channels, from: step, to: Math.min(last, step + joined) })));
  }
  return { stepMs: joined * stepMs, fromMs: first * stepMs, channels: pairs };
}

function rangeOf(bytes: Int8Array, { channel, channels, from, to }: { channel: number; channels: number; from: number; to: number }): [number, number] {
  let min = 127;
  let max = -127;
  for (let step = from; step < to; step++) {
    const at = (step * channels + channel) * 2;
    min = Math.min(min, bytes[at] ?? 0);
    max = Math.max(max, bytes[at + 1] ?? 0);
  }
  return [min, max];
}
