import type { CoachedPerson, CoachingSession, Dispute } from '#shared/model/coaching.ts';
import type { Database } from '../database.ts';
import { isPossibleSql } from './as-of.ts';

/** Everybody who talks to customers, by team and name, with how many of their interactions were reviewed without being chosen. */
export function listPeople(db: Database): CoachedPerson[] {
  return db.all<CoachedPerson>(
    `SELECT a.id AS agentId, coalesce(a.name, a.external_id) AS name, a.team,
       (SELECT count(DISTINCT i.id) FROM interaction i JOIN evaluation e ON e.interaction_id = i.id
        WHERE i.agent_id = a.id AND e.purpose IN ('random','unknown') AND ${isPossibleSql('e.evaluated_at')}) AS reviewed,
       (SELECT count(*) FROM coaching_session s WHERE s.agent_id = a.id) AS sessions
     FROM agent a ORDER BY a.team IS NULL, a.team, name, a.id`,
  );
}

type SessionSql = {
  id: string; agent_id: string; item: string; held_on: string; goal: string; practice: string; check_count: number; check_by: string;
  agent_view: string | null; self_score: number | null; shows_scores: number; shows_customer_words: number; clip_ids: string;
  created_at: string; created_by: string;
};

function toSession(row: SessionSql): CoachingSession {
  return {
    id: row.id, agentId: row.agent_id, item: row.item, heldOn: row.held_on, goal: row.goal, practice: row.practice,
    checkCount: row.check_count, checkBy: row.check_by, agentView: row.agent_view, selfScore: row.self_score,
    showsScores: row.shows_scores === 1, showsCustomerWords: row.shows_customer_words === 1, clipIds: JSON.parse(row.clip_ids) as string[],
    createdAt: row.created_at, createdBy: row.created_by,
  };
}

/** A person's sessions, the latest first. */
export function sessionsOf(db: Database, agentId: string): CoachingSession[] {
  return db.all<SessionSql>('SELECT * FROM coaching_session WHERE agent_id = ? ORDER BY held_on DESC, created_at DESC, id', [agentId]).map(toSession);
}

export function findSession(db: Database, id: string): CoachingSession | undefined {
  const row = db.get<SessionSql>('SELECT * FROM coaching_session WHERE id = ?', [id]);
  return row && toSession(row);
}

type DisputeSql = {
  id: string; evaluation_id: string; item: string | null; reason: string; snapshot: string; raised_at: string; raised_by: string;
  state: Dispute['state']; answer: string | null; settled_at: string | null; settled_by: string | null;
};

function toDispute(row: DisputeSql): Dispute {
  return {
    id: row.id, evaluationId: row.evaluation_id, item: row.item, reason: row.reason, snapshot: JSON.parse(row.snapshot) as Record<string, unknown>,
    raisedAt: row.raised_at, raisedBy: row.raised_by, state: row.state, answer: row.answer, settledAt: row.settled_at, settledBy: row.settled_by,
  };
}

export function findDispute(db: Database, id: string): Dispute | undefined {
  const row = db.get<DisputeSql>('SELECT * FROM dispute WHERE id = ?', [id]);
  return row && toDispute(row);
}

/** The disputes about evaluations of one person's interactions, oldest first. */
export function disputesOf(db: Database, agentId: string): Dispute[] {
  return db.all<DisputeSql>(
    `SELECT d.* FROM dispute d JOIN evaluation e ON e.id = d.evaluation_id JOIN interaction i ON i.id = e.interaction_id
     WHERE i.agent_id = ? ORDER BY d.raised_at, d.id`, [agentId],
  ).map(toDispute);
}
