/** Customers' cues as listeners judged them: one row for each cue and listener. */
export const empathySchema = `
CREATE TABLE empathy_opportunity (
  id TEXT PRIMARY KEY, interaction_id TEXT NOT NULL REFERENCES interaction(id) ON DELETE CASCADE, turn_seq INTEGER NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('taken','missed','wrong','none')), softened INTEGER CHECK (softened IN (0, 1)), note TEXT,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL,
  UNIQUE (interaction_id, turn_seq, created_by)
) STRICT;
`;
