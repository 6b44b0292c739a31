import { maskText } from '#engine/privacy/find-entities.ts';
import type { Database } from '#engine/store/database.ts';
import { silencedSpans } from '#engine/store/queries/redactions.ts';
import type { Erased } from './erase-rows.ts';

type Hidden = { key: number; interactionId: string; interactionKey: number; text: string; spans: string };

/**
 * Writes over the words behind every hidden place: in the turn, in the index and in the waveform. Offsets stay, so tags
 * and word times still fit. What imports keep of those turns for being taken back goes, too.
 */
export function makeFinal(db: Database): { erased: Erased; words: (string | null)[] } {
  const turns = db.all<Hidden>(
    `SELECT t.key, i.id AS interactionId, i.key AS interactionKey, t.text,
       json_group_array(json_object('start', r.char_start, 'end', r.char_end)) AS spans
     FROM redaction r JOIN interaction i ON i.id = r.interaction_id JOIN turn t ON t.interaction_key = i.key AND t.seq = r.turn_seq
     WHERE r.status = 'applied' GROUP BY t.key`,
  );
  for (const turn of turns) {
    const masked = maskText(turn.text, JSON.parse(turn.spans) as { start: number; end: number }[]);
    // The index reads the turn's present text to know what to take out: before the text changes.
    db.run('DELETE FROM turn_text WHERE docid = ?', [turn.key]);
    db.run('UPDATE turn SET text = ? WHERE key = ?', [masked, turn.key]);
    // What the turn said before a person put it right holds the same words.
    db.run('DELETE FROM turn_original WHERE (interaction_key, seq) IN (SELECT interaction_key, seq FROM turn WHERE key = ?)', [turn.key]);
    db.run('INSERT INTO turn_text (docid, text) VALUES (?, ?)', [turn.key, masked]);
    db.run('DELETE FROM turn_original WHERE interaction_key = ? AND seq = (SELECT seq FROM turn WHERE key = ?)', [turn.interactionKey, turn.key]);
  }
  const interactions = new Map(turns.map(({ interactionId, interactionKey }) => [interactionId, interactionKey]));
  for (const [id, key] of interactions) {
    flattenPeaks(db, id);
    // Corrections carry the words of their turns.
    db.run(`UPDATE command_log SET payload = NULL, payload_salt = NULL, inverse = NULL, inverse_salt = NULL
      WHERE name IN ('turn.correct', 'turn.restore') AND entity_id = ?`, [id]);
    db.run("DELETE FROM import_change WHERE table_name = 'turn' AND row_id = ?", [String(key)]);
  }
  const removed = { 'hidden places': db.run("UPDATE redaction SET status = 'final' WHERE status = 'applied'") };
  return { erased: { removed, ids: new Set(), references: [] }, words: [] };
}

function flattenPeaks(db: Database, interactionId: string): void {
  const spans = silencedSpans(db, interactionId);
  const peaks = db.all<{ id: string; step_ms: number; channels: number; peaks: Uint8Array }>(
    'SELECT p.media_id AS id, p.step_ms, p.channels, p.peaks FROM media_peaks p JOIN media m ON m.id = p.media_id WHERE m.interaction_id = ?', [interactionId],
  );
  for (const { id, step_ms, channels, peaks: bytes } of peaks) {
    db.run('UPDATE media_peaks SET peaks = ? WHERE media_id = ?', [flatPeaks({ stepMs: step_ms, channels, peaks: bytes }, spans), id]);
  }
}

/** A waveform with silence in the given stretches: per step and channel a lowest and a highest sample, one byte each. */
export function flatPeaks(stored: { stepMs: number; channels: number; peaks: Uint8Array }, spans: readonly { startMs: number; endMs: number }[]): Uint8Array {
  const flat = Uint8Array.from(stored.peaks);
  const bytesPerStep = stored.channels * 2;
  for (const { startMs, endMs } of spans) flat.fill(0, Math.floor(startMs / stored.stepMs) * bytesPerStep, Math.ceil(endMs / stored.stepMs) * bytesPerStep);
  return flat;
}
