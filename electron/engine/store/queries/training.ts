import type { TrainingAttempt } from '#shared/model/training.ts';
import type { Database } from '../database.ts';

const columns = 'id, agent_id AS agentId, item, clip_id AS clipId, response, score, done_at AS doneAt, recorded_by AS recordedBy';

/** A trainee's attempts, the latest first. */
export function attemptsOf(db: Database, agentId: string): TrainingAttempt[] {
  return db.all<TrainingAttempt>(`SELECT ${columns} FROM training_attempt WHERE agent_id = ? ORDER BY done_at DESC, id`, [agentId]);
}

export function findAttempt(db: Database, id: string): TrainingAttempt | undefined {
  return db.get<TrainingAttempt>(`SELECT ${columns} FROM training_attempt WHERE id = ?`, [id]);
}
