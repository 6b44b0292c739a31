import { EarshotError } from '#shared/errors.ts';
import { measurePeaks, windowOfPeaks } from '#engine/audio/waveform.ts';
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
      // A waveform is a cache, not a change: it goes into the next snapshot without a command, and is measured again if lost.
      if (session.current && findMedia(session.db, media.id)) {
        session.db.run('INSERT OR REPLACE INTO media_peaks (media_id, step_ms, channels, peaks) VALUES (?, ?, ?, ?)',
          [media.id, peaks.stepMs, peaks.channels, peaks.peaks]);
      }
      return { measured: true, reason: null };
    }),
  });
}
