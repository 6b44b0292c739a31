/**
 * Forms in versions, evaluations that are being filled in, and the queues that interactions to evaluate are drawn into.
 * What is being filled in stays out of `evaluation`, so that no figure ever sees half a scorecard.
 */
export const evaluationSchema = `
CREATE TABLE form_version (
  id TEXT PRIMARY KEY, form_id TEXT NOT NULL, version INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft','published')), definition TEXT NOT NULL,
  is_retired INTEGER NOT NULL DEFAULT 0 CHECK (is_retired IN (0,1)), saved_at TEXT NOT NULL, saved_by TEXT NOT NULL,
  UNIQUE (form_id, version)
) STRICT;

CREATE TABLE audit_queue (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, method TEXT NOT NULL CHECK (method IN ('random','stratified','targeted')),
  form_version_id TEXT NOT NULL REFERENCES form_version(id),
  filter TEXT NOT NULL, strata_field TEXT, strata TEXT NOT NULL DEFAULT '[]', seed INTEGER NOT NULL,
  frame_size INTEGER NOT NULL, frame_hash TEXT NOT NULL, excluded TEXT NOT NULL,
  is_blind INTEGER NOT NULL CHECK (is_blind IN (0,1)), hides_agent INTEGER NOT NULL CHECK (hides_agent IN (0,1)),
  drawn_at TEXT NOT NULL, drawn_by TEXT NOT NULL
) STRICT;
CREATE TABLE audit_queue_entry (
  queue_id TEXT NOT NULL REFERENCES audit_queue(id) ON DELETE CASCADE,
  interaction_id TEXT NOT NULL REFERENCES interaction(id) ON DELETE CASCADE,
  position INTEGER NOT NULL, stratum TEXT, probability REAL, replaced_because TEXT,
  PRIMARY KEY (queue_id, interaction_id)
) STRICT;
CREATE INDEX audit_queue_entry_interaction ON audit_queue_entry(interaction_id);

CREATE TABLE evaluation_draft (
  id TEXT PRIMARY KEY, interaction_id TEXT NOT NULL REFERENCES interaction(id) ON DELETE CASCADE,
  form_version_id TEXT NOT NULL REFERENCES form_version(id), queue_id TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('quality','self')), evaluator TEXT NOT NULL,
  answers TEXT NOT NULL, note TEXT, listening TEXT NOT NULL, is_blind INTEGER NOT NULL CHECK (is_blind IN (0,1)),
  started_at TEXT NOT NULL, UNIQUE (interaction_id, kind, evaluator)
) STRICT;

ALTER TABLE evaluation ADD COLUMN form_version_id TEXT REFERENCES form_version(id);
ALTER TABLE evaluation ADD COLUMN queue_id TEXT;
ALTER TABLE evaluation ADD COLUMN started_at TEXT;
ALTER TABLE evaluation ADD COLUMN is_blind INTEGER CHECK (is_blind IN (0,1));
ALTER TABLE evaluation ADD COLUMN fail_reasons TEXT;
ALTER TABLE evaluation ADD COLUMN listening TEXT;
ALTER TABLE evaluation_answer ADD COLUMN option_position INTEGER;
ALTER TABLE evaluation_answer ADD COLUMN evidence_turn_seq INTEGER;
ALTER TABLE evaluation_answer ADD COLUMN evidence_tag_id TEXT;
ALTER TABLE evaluation_answer ADD COLUMN comment TEXT;
`;
