/**
 * Coaching: what was agreed with a person, and objections to a score with the evaluation as it stood then. `item` is the
 * scorecard's own name of it, as in `evaluation_answer`. Days are days of the centre's calendar.
 * People and evaluations come with imports, and an import that is taken back shall not take what was agreed with it:
 * hence no foreign keys.
 */
export const coachingSchema = `
CREATE TABLE coaching_session (
  id TEXT PRIMARY KEY, agent_id TEXT NOT NULL, item TEXT NOT NULL,
  held_on TEXT NOT NULL, goal TEXT NOT NULL, practice TEXT NOT NULL,
  check_count INTEGER NOT NULL CHECK (check_count > 0), check_by TEXT NOT NULL,
  agent_view TEXT, self_score REAL CHECK (self_score BETWEEN 0 AND 100),
  shows_scores INTEGER NOT NULL CHECK (shows_scores IN (0,1)), shows_customer_words INTEGER NOT NULL CHECK (shows_customer_words IN (0,1)),
  clip_ids TEXT NOT NULL DEFAULT '[]', created_at TEXT NOT NULL, created_by TEXT NOT NULL
) STRICT;
CREATE INDEX coaching_session_agent ON coaching_session(agent_id, held_on);

CREATE TABLE dispute (
  id TEXT PRIMARY KEY, evaluation_id TEXT NOT NULL,
  item TEXT, reason TEXT NOT NULL, snapshot TEXT NOT NULL, raised_at TEXT NOT NULL, raised_by TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open','kept','partly','accepted')),
  answer TEXT, settled_at TEXT, settled_by TEXT
) STRICT;
CREATE INDEX dispute_evaluation ON dispute(evaluation_id);
`;
