import type { Peaks } from '#shared/model/media.ts';
import type { SourceFile } from '#engine/importers/importer.ts';
import { detectAudio } from '#engine/audio/audio-header.ts';
import { hasReadableSamples, readPeaks } from '#engine/audio/peaks.ts';
import { StreamCursor } from '#engine/audio/stream-cursor.ts';
import { readWavHeader } from '#engine/audio/wav-header.ts';

/** Peaks as they are stored: signed bytes, interleaved step, channel, min, max. */
export type StoredWaveform = { stepMs: number; channels: number; peaks: Uint8Array };

const maxChannels = 8;
const maxDurationMs = 24 * 3_600_000;

/**
 * The waveform of a recording by streaming it once. Only WAV holds samples that can be read directly; for anything else
 * the page decodes and this says so in `reason`.
 * @throws UnreadableFileError for a damaged WAV header, the signal's reason when cancelled
 */
export async function measurePeaks(source: SourceFile, signal: AbortSignal): Promise<StoredWaveform | { reason: string }> {
  const cursor = new StreamCursor(source.stream(), signal);
  try {
    if (detectAudio(await cursor.peek(16)) !== 'wav') return { reason: 'Only WAV recordings are measured here; the waveform of this one is drawn while it plays.' };
    const { header, layout } = await readWavHeader(cursor, source.size);
    if (!hasReadableSamples(layout)) return { reason: header.reason ?? `Earshot cannot read the samples of ${header.codec}.` };
    if (layout.channels < 1 || layout.channels > maxChannels || layout.sampleRate < 1000) return { reason: `A waveform needs 1 to ${maxChannels} channels and at least 1,000 samples a second.` };
    if ((header.durationMs ?? 0) > maxDurationMs) return { reason: 'The recording is longer than 24 hours; cut it into parts.' };
    if (layout.dataBytes === 0) return { reason: 'The recording holds no sound.' };
    const { stepMs, channels, peaks } = await readPeaks(cursor, layout, signal);
    return { stepMs, channels, peaks: new Uint8Array(peaks.buffer, peaks.byteOffset, peaks.byteLength) };
  } finally {
    await cursor.close();
  }
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
