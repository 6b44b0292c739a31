/**
 * What people decide about signals and causes, and the indexes that the customers' screens read by. A subject is
 * `code:ID`, `rule:ID` or `words:WORD`: what a signal or a loop is about.
 */
export const customersAndSignalsSchema = `
CREATE TABLE signal_rule (
  id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, words TEXT NOT NULL, created_at TEXT NOT NULL, created_by TEXT NOT NULL
) STRICT;

CREATE TABLE signal_mark (
  subject TEXT PRIMARY KEY, onset TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('watched','dismissed','cause')),
  reason TEXT, code_id TEXT REFERENCES code(id), marked_at TEXT NOT NULL, marked_by TEXT NOT NULL
) STRICT;
CREATE INDEX signal_mark_code ON signal_mark(code_id);

CREATE TABLE loop_closure (
  subject TEXT PRIMARY KEY, heard_on TEXT, owner TEXT, assigned_on TEXT, decision TEXT, decided_on TEXT,
  change_made TEXT, changed_on TEXT, verified_on TEXT, verification TEXT
) STRICT;

CREATE INDEX interaction_repeat ON interaction(customer_id, reason, started_at, direction);
DROP INDEX purchase_customer;
CREATE INDEX purchase_customer ON purchase(customer_id, date, kind, margin, amount, currency);
CREATE INDEX purchase_kind ON purchase(kind, customer_id, date);
CREATE INDEX tag_severe ON tag(interaction_id) WHERE severity >= 2;
`;
