import type { Media } from '#shared/model/media.ts';
import type { Database } from '../database.ts';

type MediaSql = {
  id: string; interaction_id: string | null; name: string; reference: string; size: number; format: string; playable: number;
  duration_ms: number | null; channels: number | null; sample_rate: number | null;
};

/** The recordings of an interaction; whether each file is still there is for the caller to find out. */
export function mediaOf(db: Database, interactionId: string): (Omit<Media, 'isPresent'> & { reference: string })[] {
  return db.all<MediaSql>('SELECT * FROM media WHERE interaction_id = ? ORDER BY name, id', [interactionId]).map(toMedia);
}

export function findMedia(db: Database, id: string): (Omit<Media, 'isPresent'> & { reference: string; interactionId: string | null }) | undefined {
  const row = db.get<MediaSql>('SELECT * FROM media WHERE id = ?', [id]);
  return row && { ...toMedia(row), interactionId: row.interaction_id };
}

function toMedia(row: MediaSql) {
  return {
    id: row.id, name: row.name, reference: row.reference, size: row.size, format: row.format, playable: row.playable === 1,
    durationMs: row.duration_ms, channels: row.channels, sampleRate: row.sample_rate,
  };
}

export type StoredPeaks = { stepMs: number; channels: number; peaks: Uint8Array };

/** The stored waveform: per step, per channel, lowest and highest sample as signed bytes. */
export function readPeaks(db: Database, mediaId: string): StoredPeaks | undefined {
  const row = db.get<{ step_ms: number; channels: number; peaks: Uint8Array }>('SELECT step_ms, channels, peaks FROM media_peaks WHERE media_id = ?', [mediaId]);
  return row && { stepMs: row.step_ms, channels: row.channels, peaks: row.peaks };
}
