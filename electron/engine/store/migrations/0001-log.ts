/**
 * The command log and what the project file says about itself. A log row has two halves: the audit record (everything
 * but payload, inverse and their salts), over which the hash chain runs, and the content, which erasure may clear
 * without breaking the chain. `request` is the first `seq` of what was executed together; `target` is the command that
 * an undo or redo is about; `undone_by` and `redone_by` on that command name the undo or redo that holds now.
 * `seq` only grows; a restored backup leaves a gap.
 */
export const logSchema = `
CREATE TABLE meta (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  project_id TEXT NOT NULL, created_at TEXT NOT NULL, saved_at TEXT NOT NULL,
  generation INTEGER NOT NULL, last_seq INTEGER NOT NULL, chain_head TEXT NOT NULL
) STRICT;

CREATE TABLE command_log (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, request INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('do','undo','redo')),
  target INTEGER REFERENCES command_log(seq),
  name TEXT NOT NULL, version INTEGER NOT NULL, at TEXT NOT NULL, actor TEXT NOT NULL, entity_id TEXT,
  payload TEXT, payload_salt TEXT, payload_commitment TEXT NOT NULL,
  inverse TEXT, inverse_salt TEXT, inverse_commitment TEXT NOT NULL,
  hash TEXT NOT NULL,
  undone_by INTEGER, redone_by INTEGER
) STRICT;
CREATE INDEX command_log_request ON command_log(request);
CREATE INDEX command_log_entity ON command_log(entity_id, seq);
CREATE INDEX command_log_undone ON command_log(undone_by) WHERE undone_by IS NOT NULL;
`;
