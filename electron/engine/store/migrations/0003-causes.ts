/**
 * From cause to owner to money: statements of what the contacts that an owner could spare cost, with every state they
 * went through (a dispute and its reason are kept), fee scenarios, and where a cause stands between value and irritation.
 * `content` is the statement as it was drafted: figures that were sent must not move when the data do.
 */
export const causesSchema = `
CREATE TABLE charge_statement (
  id TEXT PRIMARY KEY, owner TEXT NOT NULL, first_month TEXT NOT NULL, last_month TEXT NOT NULL, content TEXT NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL
) STRICT;
CREATE INDEX charge_statement_owner ON charge_statement(owner, first_month);
CREATE TABLE charge_statement_state (
  id TEXT PRIMARY KEY, statement_id TEXT NOT NULL REFERENCES charge_statement(id) ON DELETE CASCADE,
  seq INTEGER NOT NULL, state TEXT NOT NULL CHECK (state IN ('draft','sent','accepted','disputed')), reason TEXT,
  at TEXT NOT NULL, by TEXT NOT NULL, UNIQUE (statement_id, seq)
) STRICT;

CREATE TABLE fee_scenario (
  id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, beliefs TEXT NOT NULL, seed INTEGER NOT NULL,
  saved_at TEXT NOT NULL, saved_by TEXT NOT NULL
) STRICT;

CREATE TABLE code_value (
  code_id TEXT PRIMARY KEY REFERENCES code(id) ON DELETE CASCADE,
  customer TEXT NOT NULL CHECK (customer IN ('value','irritant')), company TEXT NOT NULL CHECK (company IN ('value','irritant'))
) STRICT;

CREATE INDEX purchase_credit ON purchase(customer_id, date, amount, currency, product) WHERE kind = 'credit';
`;
