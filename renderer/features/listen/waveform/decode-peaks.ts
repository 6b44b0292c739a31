import type { Media, Peaks } from '#shared/model/media.ts';
import { peaksOfSamples } from './peaks-of-samples.ts';

/** Longer recordings are not decoded in the page: the whole of their sound would have to fit into its memory. */
const LONGEST_MS = 15 * 60_000;
const LARGEST_BYTES = 48_000_000;
/** Enough for the outline of a voice, and small. */
const SAMPLE_RATE = 8000;
const STEP_MS = 20;

/** May the page itself decode this recording for its waveform? */
export function isDecodable({ durationMs, size, isPresent }: Media): boolean {
  return isPresent && durationMs !== null && durationMs <= LONGEST_MS && size <= LARGEST_BYTES;
}

/**
 * The waveform of a short compressed recording, made with the browser's own decoder off the main thread; the engine has
 * none. Null when the browser cannot decode it or may not read it.
 */
export async function decodedPeaks(url: string, signal: AbortSignal): Promise<Peaks | null> {
  try {
    const answer = await fetch(url, { signal });
    if (!answer.ok) return null;
    const decoder = new OfflineAudioContext({ numberOfChannels: 1, length: 1, sampleRate: SAMPLE_RATE });
    const sound = await decoder.decodeAudioData(await answer.arrayBuffer());
    const channels = Array.from({ length: Math.min(2, sound.numberOfChannels) }, (_, channel) => sound.getChannelData(channel));
    return signal.aborted ? null : peaksOfSamples(channels, sound.sampleRate, STEP_MS);
  } catch {
    return null;
  }
}
