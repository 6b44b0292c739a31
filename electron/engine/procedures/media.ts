import { EarshotError } from '#shared/errors.ts';
import { measurePeaks, windowOfPeaks, type StoredWaveform } from '#engine/audio/waveform.ts';
import type { Session } from '#engine/session.ts';
import { flatPeaks } from '#engine/privacy/erasure/make-final.ts';
import { findMedia, readPeaks } from '#engine/store/queries/media.ts';
import { silencedSpans } from '#engine/store/queries/redactions.ts';
import { desk } from './desk.ts';

export function mediaProcedures(session: Session) {
  const mustFind = (mediaId: string) => {
    const media = findMedia(session.db, mediaId);
    if (!media) throw new EarshotError('NOT_FOUND', 'The recording is not part of this project any more.');
    return media;
  };
  // A waveform is a cache, not a change: it goes into the next snapshot without a command, and is measured again if lost.
  const keep = (mediaId: string, { stepMs, channels, peaks }: StoredWaveform): void => {
    if (!session.current || !findMedia(session.db, mediaId)) return;
    session.db.run('INSERT OR REPLACE INTO media_peaks (media_id, step_ms, channels, peaks) VALUES (?, ?, ?, ?)', [mediaId, stepMs, channels, peaks]);
  };
  return desk.media.router({
    peaks: desk.media.peaks.handler(({ input }) => {
      const { interactionId } = mustFind(input.mediaId);
      const stored = readPeaks(session.db, input.mediaId);
      if (!stored) return null;
      const spans = session.hides && interactionId !== null ? silencedSpans(session.db, interactionId) : [];
      return windowOfPeaks({ ...stored, peaks: flatPeaks(stored, spans) }, input);
    }),
    measure: desk.media.measure.handler(async ({ input, signal }) => {
      const media = mustFind(input.mediaId);
      if (readPeaks(session.db, media.id)) return { measured: true, reason: null };
      const file = await session.options.files.referenced(media.reference);
      if (!file) return { measured: false, reason: 'The recording is not where it was. Locate it, or import it again.' };
      const peaks = await measurePeaks(file, signal ?? new AbortController().signal, media.channels);
      if ('reason' in peaks) return { measured: false, reason: peaks.reason };
      keep(media.id, peaks);
      return { measured: true, reason: null };
    }),
    keepPeaks: desk.media.keepPeaks.handler(({ input: { mediaId, peaks } }) => {
      const { interactionId } = mustFind(mediaId);
      if (readPeaks(session.db, mediaId)) return { kept: true };
      // What is hidden is silent for the page: its waveform would stay flat when nothing is hidden any more.
      if (interactionId !== null && silencedSpans(session.db, interactionId).length > 0) return { kept: false };
      keep(mediaId, { stepMs: peaks.stepMs, channels: peaks.channels.length, peaks: interleaved(peaks.channels) });
      return { kept: true };
    }),
  });
}

/** Pairs of each channel to pairs of each step, as signed bytes. */
function interleaved(channels: readonly (readonly number[])[]): Uint8Array {
  const length = channels[0]?.length ?? 0;
  const peaks = new Int8Array(length * channels.length);
  channels.forEach((values, channel) => {
    for (let at = 0; at < length; at += 2) {
      const to = at * channels.length + channel * 2;
      peaks[to] = values[at] ?? 0;
      peaks[to + 1] = values[at + 1] ?? 0;
    }
  });
  return new Uint8Array(peaks.buffer);
}
