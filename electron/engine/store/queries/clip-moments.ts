import type { Outcome } from '#shared/model/moment.ts';
import type { z } from 'zod';
import type { Database } from '../database.ts';

/** A tagged or scored moment that a clip can be cut from. */
export type ClipMoment = {
  id: string; interactionId: string; key: number; externalId: string; startedAt: string | null; agentId: string | null; reason: string | null;
  startMs: number | null; endMs: number | null; turnSeq: number | null; outcome: z.infer<typeof Outcome> | null; note: string | null;
  mediaId: string | null;
};

const mediaSql = '(SELECT m.id FROM media m WHERE m.interaction_id = i.id AND m.playable = 1 ORDER BY m.name LIMIT 1)';

/**
 * Moments of one item that went well, or did not: tags of the code with the item's short form, and answers with a moment
 * as evidence that are at most a quarter, or at least three quarters, of the scale. Those with sound come first,
 * then calls, the latest first.
 */
export function clipMoments(db: Database, wanted: { item: string; isGood: boolean; agentId: string | null; from: string | null; to: string | null; limit: number }): ClipMoment[] {
  const outcomes = wanted.isGood ? "'taken'" : "'missed','wrong'";
  const scored = wanted.isGood ? 'x.value >= 0.75 * x.value_max' : 'x.value <= 0.25 * x.value_max';
  return db.all<ClipMoment>(
    `SELECT * FROM (
       SELECT g.id, i.id AS interactionId, i.key, i.external_id AS externalId, i.started_at AS startedAt, i.agent_id AS agentId, i.reason, i.channel,
         g.start_ms AS startMs, g.end_ms AS endMs, g.turn_seq AS turnSeq, g.outcome, g.note, ${mediaSql} AS mediaId
       FROM tag g JOIN code k ON k.id = g.code_id JOIN interaction i ON i.id = g.interaction_id
       WHERE k.key = :item COLLATE NOCASE AND k.kind = 'behaviour' AND g.outcome IN (${outcomes})
       UNION ALL
       SELECT e.id || ' ' || x.item, i.id, i.key, i.external_id, i.started_at, i.agent_id, i.reason, i.channel, x.evidence_ms, NULL, NULL,
         ${wanted.isGood ? "'taken'" : "'missed'"}, e.note, ${mediaSql}
       FROM evaluation_answer x JOIN evaluation e ON e.id = x.evaluation_id JOIN interaction i ON i.id = e.interaction_id
       WHERE x.item = :item COLLATE NOCASE AND x.evidence_ms IS NOT NULL AND e.purpose IN ('random','targeted','unknown') AND ${scored})
     WHERE (:agent IS NULL OR agentId = :agent) AND (:from IS NULL OR substr(startedAt, 1, 10) >= :from) AND (:to IS NULL OR substr(startedAt, 1, 10) <= :to)
     ORDER BY mediaId IS NULL, channel <> 'phone', startedAt DESC, id LIMIT :limit`,
    { ':item': wanted.item, ':agent': wanted.agentId, ':from': wanted.from, ':to': wanted.to, ':limit': wanted.limit },
  );
}

/** Moments by their ids, as clips of a session were kept; what is gone is left out. */
export function clipMomentsById(db: Database, ids: readonly string[]): ClipMoment[] {
  return db.all<ClipMoment>(
    `SELECT g.id, i.id AS interactionId, i.key, i.external_id AS externalId, i.started_at AS startedAt, i.agent_id AS agentId, i.reason,
       g.start_ms AS startMs, g.end_ms AS endMs, g.turn_seq AS turnSeq, g.outcome, g.note, ${mediaSql} AS mediaId
     FROM json_each(?) j JOIN tag g ON g.id = j.value JOIN interaction i ON i.id = g.interaction_id ORDER BY j.key`, [JSON.stringify(ids)],
  );
}
