import type { MediaFile, SilencedBytes } from '#engine/index.ts';
import { silence } from '#engine/audio/clip.ts';
import { toneOf } from '#engine/audio/tone.ts';
import { StreamCursor } from '#engine/audio/stream-cursor.ts';
import { readWavHeader } from '#engine/audio/wav-header.ts';
import type { SourceFile } from '#engine/importers/importer.ts';
import type { PrivacyPolicy } from '#shared/model/privacy.ts';
import type { Session } from '#engine/session.ts';
import { findMedia } from '#engine/store/queries/media.ts';
import { silencedSpans } from '#engine/store/queries/redactions.ts';
import { readPolicy } from './policy.ts';

/**
 * The recording behind a media id as this window may hear it. Where hidden words are to be silent, a WAV recording is
 * answered with the bytes to leave out; any other format could not be silenced on its way and is not played at all.
 */
export async function playableFile(session: Session, mediaId: string): Promise<MediaFile | null> {
  const media = findMedia(session.db, mediaId);
  if (media === undefined) return null;
  const { reference, format, size, interactionId } = media;
  const spans = session.hides && interactionId !== null ? silencedSpans(session.db, interactionId) : [];
  if (spans.length === 0) return { reference, format, size, silenced: [] };
  const source = await session.options.files.referenced(reference);
  const silenced = source === null ? null : await silencedBytes(source, spans, readPolicy(session.db).sound);
  return silenced === null ? null : { reference, format, size, silenced };
}

/** Stretches of time as bytes of a WAV file, in whole frames, with what is heard instead; null for a file whose samples cannot be silenced by bytes. */
export async function silencedBytes(source: SourceFile, spans: readonly { startMs: number; endMs: number }[], sound: PrivacyPolicy['sound'] = 'silence'): Promise<SilencedBytes[] | null> {
  const cursor = new StreamCursor(source.stream());
  try {
    const { layout } = await readWavHeader(cursor, source.size);
    if (layout.encoding === 'other') return null;
    const frames = layout.dataBytes / layout.frameBytes;
    const byteAt = (ms: number, round: (value: number) => number) => layout.dataStart + Math.max(0, Math.min(frames, round((ms * layout.sampleRate) / 1000))) * layout.frameBytes;
    const fill = sound === 'tone' ? toneOf(layout) : [silence[layout.encoding]];
    return spans.map(({ startMs, endMs }) => ({ start: byteAt(startMs, Math.floor), end: byteAt(endMs, Math.ceil), fill }));
  } catch {
    // Whatever cannot be read as a WAV file cannot be silenced; playing it would let the hidden words be heard.
    return null;
  } finally {
    await cursor.close();
  }
}
