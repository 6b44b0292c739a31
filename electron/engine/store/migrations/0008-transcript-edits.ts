/** The words as they came in, of turns that a person has corrected. A turn that reads as it came has no row. */
export const transcriptEditsSchema = `
CREATE TABLE turn_original (
  interaction_key INTEGER NOT NULL REFERENCES interaction(key) ON DELETE CASCADE, seq INTEGER NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (interaction_key, seq)
) STRICT, WITHOUT ROWID;
`;
