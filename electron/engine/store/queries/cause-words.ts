import type { Database } from '../database.ts';

/** What customers said in an interaction, all turns in one text. */
export function customerWords(db: Database, ids: readonly string[]): { id: string; text: string }[] {
  return db.all<{ id: string; text: string }>(
    `SELECT i.id, group_concat(t.text, ' ') AS text FROM interaction i JOIN turn t ON t.interaction_key = i.key AND t.role = 'customer'
     WHERE i.id IN (SELECT value FROM json_each(?)) GROUP BY i.key`, [JSON.stringify(ids)],
  );
}

export type MomentRow = {
  interactionId: string; externalId: string; startedAt: string | null; channel: string; turnSeq: number | null; startMs: number | null;
  text: string | null; hasAudio: number; isStarred: number; note: string | null;
};

/**
 * Where a cause was tagged, in interactions of the list: the customer's turn that the tag touches, else the customer's
 * next one; whether it can be heard; whether a person starred it. A customer who refused consent is left out.
 */
export function causeMoments(db: Database, codeId: string, ids: readonly string[]): MomentRow[] {
  return db.all<MomentRow>(
    `SELECT i.id AS interactionId, i.external_id AS externalId, i.started_at AS startedAt, i.channel, t.seq AS turnSeq, coalesce(t.start_ms, g.start_ms) AS startMs, t.text, g.note,
       EXISTS (SELECT 1 FROM media m WHERE m.interaction_id = i.id AND m.playable = 1) AS hasAudio, EXISTS (SELECT 1 FROM quote q WHERE q.interaction_id = i.id AND q.turn_seq = t.seq) AS isStarred
     FROM tag g JOIN interaction i ON i.id = g.interaction_id LEFT JOIN customer c ON c.id = i.customer_id
     LEFT JOIN turn t ON t.interaction_key = i.key AND t.seq = (SELECT min(u.seq) FROM turn u WHERE u.interaction_key = i.key AND u.role = 'customer'
       AND CASE WHEN g.turn_seq IS NOT NULL THEN u.seq >= g.turn_seq ELSE u.end_ms >= coalesce(g.start_ms, 0) END)
     WHERE g.code_id = ? AND g.interaction_id IN (SELECT value FROM json_each(?)) AND coalesce(c.consent_quotes, 1) = 1
     ORDER BY i.started_at, i.external_id, g.start_ms`, [codeId, JSON.stringify(ids)],
  );
}
