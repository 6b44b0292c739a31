/** Exercises of the training room: what a trainee would have done at a moment, and how it was scored on the item's scale. */
export const trainingSchema = `
CREATE TABLE training_attempt (
  id TEXT PRIMARY KEY, agent_id TEXT NOT NULL, item TEXT NOT NULL, clip_id TEXT NOT NULL, response TEXT NOT NULL,
  score REAL NOT NULL CHECK (score BETWEEN 0 AND 4), done_at TEXT NOT NULL, recorded_by TEXT NOT NULL
) STRICT;
CREATE INDEX training_attempt_agent ON training_attempt(agent_id, done_at);
`;
