/**
 * What is hidden, and what was erased. A redaction covers a stretch of one turn: `suggested` ones are never stored,
 * `applied` ones hide their words wherever redacted text is shown, `dismissed` ones are places that a person looked at
 * and let stand, `final` ones no longer have anything behind them. `erasure` keeps the receipts; `pending` marks one
 * whose traces on disk are still being removed. A receipt names no person.
 */
export const privacySchema = `
CREATE TABLE redaction (
  id TEXT PRIMARY KEY, interaction_id TEXT NOT NULL REFERENCES interaction(id) ON DELETE CASCADE,
  turn_seq INTEGER NOT NULL, char_start INTEGER NOT NULL, char_end INTEGER NOT NULL,
  start_ms INTEGER, end_ms INTEGER, type TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('applied','dismissed','final')),
  created_at TEXT NOT NULL, created_by TEXT NOT NULL
) STRICT;
CREATE INDEX redaction_turn ON redaction(interaction_id, turn_seq);

CREATE TABLE erasure (
  id TEXT PRIMARY KEY, at TEXT NOT NULL, actor TEXT NOT NULL, reason TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('pending','done')), receipt TEXT NOT NULL
) STRICT;
`;
