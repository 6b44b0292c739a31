import { linkSteps } from './linking.ts';
import type { Database, SqlParameter } from '#engine/store/database.ts';
import { scoreSteps } from '#engine/store/queries/scores.ts';
import { runAtOnce } from '#engine/store/steps.ts';

const rowsPerRecord = 500;

/**
 * What goes with an import, children before parents so that no foreign key is ever broken. `where` names the import as
 * `:id`. What another import or a person added to its interactions goes along, and comes back with it.
 */
const ofItsInteractions = 'interaction_id IN (SELECT id FROM interaction WHERE import_id = :id)';
const unused = (column: string, tables: readonly (readonly [table: string, column: string])[]) =>
  `import_id = :id AND ${tables.map(([table, name]) => `NOT EXISTS (SELECT 1 FROM ${table} u WHERE u.${name} = ${column})`).join(' AND ')}`;

const plan: readonly { table: string; where: string }[] = [
  { table: 'tag', where: `import_id = :id OR ${ofItsInteractions}` },
  { table: 'quote', where: ofItsInteractions },
  { table: 'note', where: ofItsInteractions },
  { table: 'empathy_opportunity', where: ofItsInteractions },
  { table: 'evaluation_draft', where: ofItsInteractions },
  { table: 'audit_queue_entry', where: ofItsInteractions },
  { table: 'redaction', where: ofItsInteractions },
  { table: 'segment', where: ofItsInteractions },
  { table: 'media_peaks', where: `media_id IN (SELECT id FROM media WHERE import_id = :id OR ${ofItsInteractions})` },
  { table: 'media', where: `import_id = :id OR ${ofItsInteractions}` },
  { table: 'evaluation_answer', where: 'evaluation_id IN (SELECT id FROM evaluation WHERE import_id = :id)' },
  { table: 'evaluation', where: 'import_id = :id' },
  { table: 'survey_answer', where: 'response_id IN (SELECT id FROM survey_response WHERE import_id = :id)' },
  { table: 'survey_response', where: 'import_id = :id' },
  { table: 'survey_invitation', where: 'import_id = :id' },
  { table: 'turn_original', where: 'interaction_key IN (SELECT key FROM interaction WHERE import_id = :id)' },
  { table: 'turn', where: 'interaction_key IN (SELECT key FROM interaction WHERE import_id = :id)' },
  { table: 'interaction', where: 'import_id = :id' },
  { table: 'belief', where: 'import_id = :id' },
  { table: 'purchase', where: 'import_id = :id' },
  { table: 'cost', where: 'import_id = :id' },
  { table: 'survey_item', where: unused('survey_item.id', [['survey_answer', 'item_id']]) },
  { table: 'code', where: unused('code.id', [['tag', 'code_id'], ['code', 'parent_id']]) },
  { table: 'customer', where: unused('customer.id', [
    ['interaction', 'customer_id'], ['survey_response', 'customer_id'], ['survey_invitation', 'customer_id'], ['purchase', 'customer_id'],
    ['customer_joined', 'customer_id'], ['customer_joined', 'kept_id'],
  ]) },
  { table: 'agent', where: unused('agent.id', [['interaction', 'agent_id'], ['segment', 'agent_id']]) },
];

type BinRow = Record<string, string | number | null>;

/** Moves everything that an import brought into the bin, and puts back what it had overwritten. */
export function binImport(db: Database, importId: string): void {
  let position = 0;
  undoChanges(db, importId);
  cutLooseFromOthers(db, importId);
  for (const { table, where } of plan) {
    // Codes stand in a tree: leaves go first, until nothing more can go.
    for (;;) {
      const rows = db.all<BinRow>(`SELECT ${binColumns(db, table)} FROM ${table} WHERE ${where}`, { ':id': importId });
      if (rows.length === 0) break;
      for (let at = 0; at < rows.length; at += rowsPerRecord) {
        db.run('INSERT INTO bin (import_id, position, table_name, records) VALUES (?, ?, ?, ?)',
          [importId, position++, table, JSON.stringify(rows.slice(at, at + rowsPerRecord))]);
      }
      if (table === 'turn') db.run(`DELETE FROM turn_text WHERE docid IN (SELECT key FROM turn WHERE ${where})`, { ':id': importId });
      db.run(`DELETE FROM ${table} WHERE ${where}`, { ':id': importId });
    }
  }
  db.run("UPDATE import_batch SET status = 'removed' WHERE id = ?", [importId]);
  settle(db);
}

/** Brings everything back from the bin, in reverse order. */
export function unbinImport(db: Database, importId: string): void {
  const positions = db.all<{ position: number }>('SELECT position FROM bin WHERE import_id = ? ORDER BY position DESC', [importId]);
  for (const { position } of positions) {
    const record = db.get<{ table_name: string; records: string }>('SELECT table_name, records FROM bin WHERE import_id = ? AND position = ?', [importId, position]);
    if (record) putBack(db, record.table_name, JSON.parse(record.records) as BinRow[]);
  }
  db.run('DELETE FROM bin WHERE import_id = ?', [importId]);
  db.run("UPDATE import_batch SET status = 'ready' WHERE id = ?", [importId]);
  redoChanges(db, importId);
  settle(db);
}

function settle(db: Database): void {
  runAtOnce(linkSteps(db));
  runAtOnce(scoreSteps(db));
}

/** Bytes cannot stand in JSON: they travel as hexadecimal text. */
function binColumns(db: Database, table: string): string {
  return columnsOf(db, table).map(({ name, type }) => (type === 'BLOB' ? `hex(${name}) AS ${name}` : name)).join(', ');
}

function columnsOf(db: Database, table: string): { name: string; type: string }[] {
  return db.all('SELECT name, type FROM pragma_table_info(?)', [table]);
}

function putBack(db: Database, table: string, rows: BinRow[]): void {
  const columns = columnsOf(db, table);
  const values = columns.map(({ type }) => (type === 'BLOB' ? 'unhex(?)' : '?')).join(', ');
  db.bulk(
    `INSERT INTO ${table} (${columns.map(({ name }) => name).join(', ')}) VALUES (${values})`,
    rows.map((row) => columns.map(({ name }): SqlParameter => row[name] ?? null)),
  );
  if (table === 'turn') db.bulk('INSERT INTO turn_text (docid, text) VALUES (?, ?)', rows.map((row) => [row['key'] ?? null, row['text'] ?? null]));
}

/** Evaluations and surveys of other imports stay; they only lose their interaction until it comes back. */
function cutLooseFromOthers(db: Database, importId: string): void {
  const others = `(import_id IS NULL OR import_id <> :id) AND ${ofItsInteractions}`;
  db.run(`UPDATE evaluation SET interaction_id = NULL WHERE ${others}`, { ':id': importId });
  db.run(`UPDATE survey_response SET interaction_id = NULL, link_state = 'unmatched' WHERE ${others}`, { ':id': importId });
  db.run(`UPDATE survey_invitation SET interaction_id = NULL WHERE ${others}`, { ':id': importId });
}

type Change = { import_id: string; position: number; table_name: string; row_id: string; before: string; after: string | null };

/** Puts back what an update had overwritten, newest first, wherever the updated value still stands. */
function undoChanges(db: Database, importId: string): void {
  for (const change of db.all<Change>('SELECT * FROM import_change WHERE import_id = ? ORDER BY position DESC', [importId])) {
    if (change.table_name === 'turn') keepTurns(db, change);
    applyImage(db, change, change.before);
  }
}

/** Turns are many: what an import wrote over others is kept only while the import is in the bin. */
function keepTurns(db: Database, change: Change): void {
  const turns = db.all<BinRow>('SELECT * FROM turn WHERE interaction_key = ? ORDER BY seq', [Number(change.row_id)]);
  db.run('UPDATE import_change SET after = ? WHERE import_id = ? AND position = ?', [JSON.stringify({ turns }), change.import_id, change.position]);
}

function redoChanges(db: Database, importId: string): void {
  for (const change of db.all<Change>('SELECT * FROM import_change WHERE import_id = ? ORDER BY position', [importId])) {
    if (change.after !== null) applyImage(db, change, change.after);
  }
}

function applyImage(db: Database, change: Change, image: string): void {
  const row = JSON.parse(image) as Record<string, SqlParameter> | { turns: BinRow[] };
  if (change.table_name === 'turn' && 'turns' in row) {
    replaceTurns(db, Number(change.row_id), row.turns as BinRow[]);
    return;
  }
  const columns = Object.keys(row);
  db.run(`UPDATE ${change.table_name} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
    [...Object.values(row as Record<string, SqlParameter>), change.row_id]);
}

/** Replaces all turns of an interaction, index included. */
export function replaceTurns(db: Database, interactionKey: number, rows: BinRow[]): void {
  db.run('DELETE FROM turn_text WHERE docid IN (SELECT key FROM turn WHERE interaction_key = ?)', [interactionKey]);
  db.run('DELETE FROM turn WHERE interaction_key = ?', [interactionKey]);
  putBack(db, 'turn', rows);
  db.run('UPDATE interaction SET turn_count = (SELECT count(*) FROM turn WHERE interaction_key = ?1) WHERE key = ?1', [interactionKey]);
}
