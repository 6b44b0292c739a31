import type { CountedCue, Opportunity } from '#shared/model/empathy.ts';
import type { Database } from '../database.ts';

type OpportunitySql = {
  id: string; interaction_id: string; turn_seq: number; outcome: Opportunity['outcome']; softened: number | null; note: string | null;
  created_at: string; created_by: string; response_delay_ms: number | null;
};

/** Milliseconds from the end of turn `t` to the agent's next turn. */
const delaySql = `(SELECT max(0, a.start_ms - t.end_ms) FROM turn a WHERE a.interaction_key = t.interaction_key AND a.seq > t.seq AND a.role = 'agent' ORDER BY a.seq LIMIT 1)`;

const select = `SELECT o.*, ${delaySql} AS response_delay_ms FROM empathy_opportunity o JOIN interaction i ON i.id = o.interaction_id
  LEFT JOIN turn t ON t.interaction_key = i.key AND t.seq = o.turn_seq`;

function toOpportunity(row: OpportunitySql): Opportunity {
  return {
    id: row.id, interactionId: row.interaction_id, turnSeq: row.turn_seq, outcome: row.outcome, softened: row.softened === null ? null : row.softened === 1,
    note: row.note, responseDelayMs: row.response_delay_ms, createdAt: row.created_at, createdBy: row.created_by,
  };
}

/** What was judged in one interaction, in the order of its turns. */
export function opportunitiesOf(db: Database, interactionId: string): Opportunity[] {
  return db.all<OpportunitySql>(`${select} WHERE o.interaction_id = ? ORDER BY o.turn_seq, o.created_at, o.id`, [interactionId]).map(toOpportunity);
}

export function findOpportunity(db: Database, id: string): Opportunity | undefined {
  const row = db.get<OpportunitySql>(`${select} WHERE o.id = ?`, [id]);
  return row && toOpportunity(row);
}

export function opportunityBy(db: Database, { interactionId, turnSeq, createdBy }: Pick<Opportunity, 'interactionId' | 'turnSeq' | 'createdBy'>): Opportunity | undefined {
  const row = db.get<OpportunitySql>(`${select} WHERE o.interaction_id = ? AND o.turn_seq = ? AND o.created_by = ?`, [interactionId, turnSeq, createdBy]);
  return row && toOpportunity(row);
}

/** The role of one turn; undefined where there is no such turn. */
export function roleOfTurn(db: Database, interactionId: string, turnSeq: number): string | undefined {
  return db.get<{ role: string }>('SELECT t.role FROM turn t JOIN interaction i ON i.key = t.interaction_key WHERE i.id = ? AND t.seq = ?', [interactionId, turnSeq])?.role;
}

/** One judgement of a cue, with the words it is about as they stand. */
export type CueRow = Omit<CountedCue, 'outcome' | 'softened'> & { outcome: Opportunity['outcome']; softened: number | null };

/** The item whose tags tell how a cue was met: "Noticing" of the rubric. */
const noticing = 'e1';

const tagOfCue = `k.key = '${noticing}' COLLATE NOCASE AND k.kind = 'behaviour' AND g.outcome IS NOT NULL`;

/** Ids of interactions with a cue that somebody judged or tagged. */
export const cuedSql = `SELECT interaction_id FROM empathy_opportunity
  UNION SELECT g.interaction_id FROM tag g JOIN code k ON k.id = g.code_id WHERE ${tagOfCue}`;

/**
 * Every judgement of a cue: those made as such, and tags of "Noticing" with an outcome. A tag that stands on the agent's
 * answer is about the customer's turn before it; one that leads to no customer's turn is left out.
 */
export function cueRows(db: Database, { agentId, from, to }: { agentId: string | null; from: string | null; to: string | null }): CueRow[] {
  return db.all<CueRow>(
    `WITH cue AS (
       SELECT interaction_id, turn_seq, outcome, softened, 'judgement' AS source FROM empathy_opportunity
       UNION ALL
       SELECT g.interaction_id, CASE WHEN t.role = 'agent' THEN t.seq - 1 ELSE t.seq END, g.outcome, NULL, 'tag'
       FROM tag g JOIN code k ON k.id = g.code_id JOIN interaction i ON i.id = g.interaction_id
       JOIN turn t ON t.interaction_key = i.key
         AND t.seq = coalesce(g.turn_seq, (SELECT max(u.seq) FROM turn u WHERE u.interaction_key = i.key AND u.start_ms <= g.start_ms))
       WHERE ${tagOfCue})
     SELECT i.id AS interactionId, i.external_id AS externalId, i.started_at AS startedAt, c.turn_seq AS turnSeq, t.start_ms AS startMs, t.text AS words,
       c.outcome, c.softened, ${delaySql} AS responseDelayMs, c.source AS "by"
     FROM cue c JOIN interaction i ON i.id = c.interaction_id JOIN turn t ON t.interaction_key = i.key AND t.seq = c.turn_seq AND t.role = 'customer'
     WHERE (:agent IS NULL OR i.agent_id = :agent) AND (:from IS NULL OR substr(i.started_at, 1, 10) >= :from) AND (:to IS NULL OR substr(i.started_at, 1, 10) <= :to)
     ORDER BY i.started_at DESC, i.id, c.turn_seq, c.source`,
    { ':agent': agentId, ':from': from, ':to': to },
  );
}
