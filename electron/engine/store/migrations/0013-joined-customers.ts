/**
 * Records of one and the same person. A joined record stays as it was told; its contacts, answers and purchases go over
 * to the record that is kept, and which they were is noted, so that the two can be split again at any later time.
 */
export const joinedCustomersSchema = `
CREATE TABLE customer_joined (
  customer_id TEXT PRIMARY KEY REFERENCES customer(id), kept_id TEXT NOT NULL REFERENCES customer(id) CHECK (kept_id <> customer_id),
  field TEXT NOT NULL, value TEXT NOT NULL, at TEXT NOT NULL, actor TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_joined_kept ON customer_joined(kept_id);

CREATE TABLE customer_joined_row (
  table_name TEXT NOT NULL CHECK (table_name IN ('interaction','survey_response','survey_invitation','purchase')), row_id TEXT NOT NULL,
  customer_id TEXT NOT NULL REFERENCES customer_joined(customer_id) ON DELETE CASCADE,
  PRIMARY KEY (table_name, row_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_joined_row_customer ON customer_joined_row(customer_id);
`;
