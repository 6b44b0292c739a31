/**
 * Everything a project knows. Tables and columns are snake_case and singular. `interaction.key` and `turn.key` are the
 * internal integers that keep a million turns small; everything else refers to rows by UUID. A turn is identified by
 * its interaction and `seq`, which never change.
 */
export const contentSchema = `
CREATE TABLE import_batch (
  id TEXT PRIMARY KEY, at TEXT NOT NULL, actor TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('importing','ready','removed')),
  summary TEXT NOT NULL DEFAULT '{}'
) STRICT;

CREATE TABLE source_file (
  id TEXT PRIMARY KEY, import_id TEXT NOT NULL REFERENCES import_batch(id) ON DELETE CASCADE,
  name TEXT NOT NULL, size INTEGER NOT NULL, content_hash TEXT NOT NULL,
  importer TEXT, status TEXT NOT NULL CHECK (status IN ('imported','unchanged','set-aside')),
  read_count INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX source_file_hash ON source_file(content_hash);
CREATE INDEX source_file_import ON source_file(import_id);

CREATE TABLE set_aside (
  id TEXT PRIMARY KEY, import_id TEXT NOT NULL REFERENCES import_batch(id) ON DELETE CASCADE,
  file TEXT NOT NULL, row INTEGER, column_name TEXT, code TEXT NOT NULL,
  found TEXT, expected TEXT, message TEXT NOT NULL, record TEXT
) STRICT;
CREATE INDEX set_aside_import ON set_aside(import_id);

CREATE TABLE recipe (
  id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, header_fingerprint TEXT NOT NULL,
  kind TEXT NOT NULL, mapping TEXT NOT NULL, created_at TEXT NOT NULL
) STRICT;
CREATE INDEX recipe_fingerprint ON recipe(header_fingerprint);

CREATE TABLE bin (
  import_id TEXT NOT NULL REFERENCES import_batch(id) ON DELETE CASCADE,
  position INTEGER NOT NULL, table_name TEXT NOT NULL, records TEXT NOT NULL,
  PRIMARY KEY (import_id, position)
) STRICT;

CREATE TABLE import_change (
  import_id TEXT NOT NULL REFERENCES import_batch(id) ON DELETE CASCADE,
  position INTEGER NOT NULL, table_name TEXT NOT NULL, row_id TEXT NOT NULL, before TEXT NOT NULL, after TEXT,
  PRIMARY KEY (import_id, position)
) STRICT;

CREATE TABLE customer (
  id TEXT PRIMARY KEY, external_id TEXT NOT NULL UNIQUE, name TEXT, since TEXT, segment TEXT, region TEXT,
  consent_quotes INTEGER CHECK (consent_quotes IN (0,1)), fields TEXT NOT NULL DEFAULT '{}', import_id TEXT
) STRICT;
CREATE INDEX customer_import ON customer(import_id);

CREATE TABLE agent (
  id TEXT PRIMARY KEY, external_id TEXT NOT NULL UNIQUE, name TEXT, team TEXT, since TEXT, import_id TEXT
) STRICT;
CREATE INDEX agent_import ON agent(import_id);

CREATE TABLE interaction (
  key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, external_id TEXT NOT NULL UNIQUE,
  channel TEXT NOT NULL CHECK (channel IN ('phone','chat','email','letter','other')),
  direction TEXT CHECK (direction IN ('inbound','outbound')),
  started_at TEXT, duration_ms INTEGER,
  agent_id TEXT REFERENCES agent(id), customer_id TEXT REFERENCES customer(id),
  queue TEXT, team TEXT, reason TEXT, product TEXT, language TEXT,
  talk_ms INTEGER, hold_ms INTEGER, acw_ms INTEGER, transfers INTEGER,
  abandoned INTEGER CHECK (abandoned IN (0,1)), resolved_by_agent INTEGER CHECK (resolved_by_agent IN (0,1)),
  proactive INTEGER CHECK (proactive IN (0,1)),
  fields TEXT NOT NULL DEFAULT '{}', format TEXT, facts TEXT NOT NULL DEFAULT '{}',
  turn_count INTEGER NOT NULL DEFAULT 0, tag_count INTEGER NOT NULL DEFAULT 0,
  role_status TEXT NOT NULL DEFAULT 'sure' CHECK (role_status IN ('sure','unsure','confirmed')),
  content_hash TEXT,
  company_score REAL, company_passed INTEGER, company_purpose TEXT,
  customer_score REAL, customer_from_top REAL,
  import_id TEXT
) STRICT;
CREATE INDEX interaction_started ON interaction(started_at);
CREATE INDEX interaction_customer ON interaction(customer_id, started_at);
CREATE INDEX interaction_agent ON interaction(agent_id, started_at);
CREATE INDEX interaction_queue ON interaction(queue, started_at);
CREATE INDEX interaction_import ON interaction(import_id);

CREATE TABLE segment (
  id TEXT PRIMARY KEY, interaction_id TEXT NOT NULL REFERENCES interaction(id) ON DELETE CASCADE,
  seq INTEGER NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('talk','hold','queue','ivr','transfer')),
  agent_id TEXT REFERENCES agent(id), start_ms INTEGER NOT NULL, end_ms INTEGER NOT NULL,
  UNIQUE (interaction_id, seq)
) STRICT;

CREATE TABLE turn (
  key INTEGER PRIMARY KEY,
  interaction_key INTEGER NOT NULL REFERENCES interaction(key) ON DELETE CASCADE,
  seq INTEGER NOT NULL, speaker TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('agent','customer','bot','ivr','system','unknown')),
  start_ms INTEGER, end_ms INTEGER, text TEXT NOT NULL, words TEXT,
  UNIQUE (interaction_key, seq)
) STRICT;
CREATE VIRTUAL TABLE turn_text USING fts4(content="turn", text, tokenize=unicode61);

CREATE TABLE media (
  id TEXT PRIMARY KEY, interaction_id TEXT REFERENCES interaction(id) ON DELETE CASCADE,
  name TEXT NOT NULL, reference TEXT NOT NULL, size INTEGER NOT NULL, content_hash TEXT NOT NULL,
  format TEXT NOT NULL, playable INTEGER NOT NULL CHECK (playable IN (0,1)),
  duration_ms INTEGER, channels INTEGER, sample_rate INTEGER, import_id TEXT
) STRICT;
CREATE INDEX media_interaction ON media(interaction_id);
CREATE INDEX media_import ON media(import_id);
CREATE TABLE media_peaks (
  media_id TEXT PRIMARY KEY REFERENCES media(id) ON DELETE CASCADE,
  step_ms INTEGER NOT NULL, channels INTEGER NOT NULL, peaks BLOB NOT NULL
) STRICT;

CREATE TABLE code (
  id TEXT PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('cause','behaviour','event')),
  dimension TEXT CHECK (dimension IN ('technical','emotional')),
  parent_id TEXT REFERENCES code(id), owner TEXT, controllable_by TEXT,
  preventable INTEGER CHECK (preventable IN (0,1)),
  definition TEXT NOT NULL DEFAULT '', examples TEXT NOT NULL DEFAULT '[]',
  colour INTEGER NOT NULL DEFAULT 0, quick_slot INTEGER CHECK (quick_slot BETWEEN 1 AND 9),
  position INTEGER NOT NULL DEFAULT 0, retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0,1)), import_id TEXT
) STRICT;

CREATE TABLE tag (
  id TEXT PRIMARY KEY, interaction_id TEXT NOT NULL REFERENCES interaction(id) ON DELETE CASCADE,
  code_id TEXT NOT NULL REFERENCES code(id),
  start_ms INTEGER, end_ms INTEGER, turn_seq INTEGER, char_start INTEGER, char_end INTEGER,
  note TEXT, severity INTEGER CHECK (severity BETWEEN 1 AND 3),
  outcome TEXT CHECK (outcome IN ('taken','missed','wrong','none')),
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, import_id TEXT
) STRICT;
CREATE INDEX tag_interaction ON tag(interaction_id, start_ms);
CREATE INDEX tag_code ON tag(code_id, interaction_id);
CREATE INDEX tag_import ON tag(import_id);

CREATE TABLE quote (
  id TEXT PRIMARY KEY, interaction_id TEXT NOT NULL REFERENCES interaction(id) ON DELETE CASCADE,
  turn_seq INTEGER NOT NULL, char_start INTEGER, char_end INTEGER, note TEXT,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL
) STRICT;
CREATE INDEX quote_interaction ON quote(interaction_id);

CREATE TABLE note (
  id TEXT PRIMARY KEY, interaction_id TEXT NOT NULL REFERENCES interaction(id) ON DELETE CASCADE,
  at_ms INTEGER, turn_seq INTEGER, text TEXT NOT NULL, created_at TEXT NOT NULL, created_by TEXT NOT NULL
) STRICT;
CREATE INDEX note_interaction ON note(interaction_id);

CREATE TABLE evaluation (
  id TEXT PRIMARY KEY, external_id TEXT UNIQUE,
  interaction_id TEXT REFERENCES interaction(id) ON DELETE CASCADE, interaction_external_id TEXT,
  form TEXT, evaluator TEXT, evaluated_at TEXT,
  purpose TEXT NOT NULL DEFAULT 'unknown' CHECK (purpose IN ('random','targeted','calibration','self','unknown')),
  score REAL, passed INTEGER CHECK (passed IN (0,1)), technical REAL, emotional REAL,
  note TEXT, import_id TEXT
) STRICT;
CREATE INDEX evaluation_interaction ON evaluation(interaction_id);
CREATE INDEX evaluation_unlinked ON evaluation(interaction_external_id) WHERE interaction_id IS NULL;
CREATE INDEX evaluation_import ON evaluation(import_id);
CREATE TABLE evaluation_answer (
  evaluation_id TEXT NOT NULL REFERENCES evaluation(id) ON DELETE CASCADE,
  item TEXT NOT NULL, value REAL, value_max REAL NOT NULL, evidence_ms INTEGER,
  PRIMARY KEY (evaluation_id, item)
) STRICT;

CREATE TABLE survey_item (
  id TEXT PRIMARY KEY, key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('csat','nps','ces','resolved','superior','felt','rating','text')),
  label TEXT NOT NULL, scale_min REAL, scale_max REAL,
  direction TEXT NOT NULL DEFAULT 'up' CHECK (direction IN ('up','down')), import_id TEXT
) STRICT;
CREATE TABLE survey_response (
  id TEXT PRIMARY KEY, external_id TEXT NOT NULL UNIQUE,
  interaction_id TEXT REFERENCES interaction(id) ON DELETE SET NULL, customer_id TEXT REFERENCES customer(id),
  interaction_external_id TEXT, customer_external_id TEXT, sent_at TEXT, answered_at TEXT,
  link_state TEXT NOT NULL DEFAULT 'unmatched' CHECK (link_state IN ('matched','ambiguous','unmatched','cut')),
  link_reason TEXT, link_candidates TEXT NOT NULL DEFAULT '[]', comment TEXT, import_id TEXT
) STRICT;
CREATE INDEX survey_response_interaction ON survey_response(interaction_id, answered_at);
CREATE INDEX survey_response_customer ON survey_response(customer_id);
CREATE INDEX survey_response_state ON survey_response(link_state);
CREATE INDEX survey_response_import ON survey_response(import_id);
CREATE TABLE survey_answer (
  response_id TEXT NOT NULL REFERENCES survey_response(id) ON DELETE CASCADE,
  item_id TEXT NOT NULL REFERENCES survey_item(id), value REAL, text TEXT,
  PRIMARY KEY (response_id, item_id)
) STRICT;
CREATE INDEX survey_answer_item ON survey_answer(item_id, value);
CREATE TABLE survey_invitation (
  id TEXT PRIMARY KEY, external_id TEXT NOT NULL UNIQUE,
  interaction_id TEXT REFERENCES interaction(id) ON DELETE SET NULL, customer_id TEXT REFERENCES customer(id),
  sent_at TEXT, completed INTEGER CHECK (completed IN (0,1)), import_id TEXT
) STRICT;
CREATE INDEX survey_invitation_interaction ON survey_invitation(interaction_id);

CREATE TABLE belief (
  id TEXT PRIMARY KEY, respondent TEXT NOT NULL, respondent_group TEXT NOT NULL CHECK (respondent_group IN ('leader','manager','agent')),
  question TEXT NOT NULL, value REAL NOT NULL, scale_min REAL NOT NULL, scale_max REAL NOT NULL,
  answered_at TEXT, import_id TEXT, UNIQUE (respondent, question)
) STRICT;
CREATE INDEX belief_question ON belief(question, respondent_group);

CREATE TABLE purchase (
  id TEXT PRIMARY KEY, external_id TEXT NOT NULL UNIQUE, customer_id TEXT NOT NULL REFERENCES customer(id),
  date TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('purchase','renewal','cancellation','credit','return')),
  product TEXT, amount REAL, margin REAL, currency TEXT, import_id TEXT
) STRICT;
CREATE INDEX purchase_customer ON purchase(customer_id, date);
CREATE INDEX purchase_import ON purchase(import_id);

CREATE TABLE cost (
  id TEXT PRIMARY KEY, month TEXT NOT NULL, category TEXT NOT NULL, amount REAL NOT NULL, currency TEXT NOT NULL,
  paid_minutes REAL, practical_capacity_minutes REAL, import_id TEXT, UNIQUE (month, category)
) STRICT;

CREATE TABLE setting (
  key TEXT PRIMARY KEY, value TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 1, changed_at TEXT NOT NULL
) STRICT;
`;
