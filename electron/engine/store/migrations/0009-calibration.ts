/**
 * Calibration: rounds, sealed sheets, and after the opening the answers and what was agreed. Interactions go by their
 * external id, because a round travels between projects. `private_key` is there in the owner's project alone.
 */
export const calibrationSchema = `
CREATE TABLE calibration_round (
  id TEXT PRIMARY KEY, definition TEXT NOT NULL, private_key TEXT, opened_at TEXT, opened_by TEXT
) STRICT;

CREATE TABLE calibration_seat (
  round_id TEXT NOT NULL REFERENCES calibration_round(id) ON DELETE CASCADE, rater TEXT NOT NULL,
  public_key TEXT NOT NULL, private_key TEXT NOT NULL, PRIMARY KEY (round_id, rater)
) STRICT;

CREATE TABLE calibration_sheet (
  round_id TEXT NOT NULL REFERENCES calibration_round(id) ON DELETE CASCADE, rater TEXT NOT NULL, interaction TEXT NOT NULL,
  sealed_at TEXT NOT NULL, sealed TEXT NOT NULL, signature TEXT NOT NULL, rater_key TEXT NOT NULL,
  PRIMARY KEY (round_id, rater, interaction)
) STRICT;

CREATE TABLE calibration_answer (
  round_id TEXT NOT NULL REFERENCES calibration_round(id) ON DELETE CASCADE, rater TEXT NOT NULL, interaction TEXT NOT NULL, item TEXT NOT NULL,
  value REAL, start_ms REAL, end_ms REAL, turn_seq INTEGER, note TEXT,
  PRIMARY KEY (round_id, rater, interaction, item)
) STRICT;

CREATE TABLE calibration_decision (
  round_id TEXT NOT NULL REFERENCES calibration_round(id) ON DELETE CASCADE, interaction TEXT NOT NULL, item TEXT NOT NULL,
  value REAL, reason TEXT NOT NULL, is_example INTEGER NOT NULL CHECK (is_example IN (0,1)),
  decided_at TEXT NOT NULL, decided_by TEXT NOT NULL, PRIMARY KEY (round_id, interaction, item)
) STRICT;
`;
