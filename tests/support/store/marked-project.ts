import { appendEntry, type LogPosition } from '#engine/log/log-row.ts';
import { genesisHead } from '#engine/log/chain.ts';
import { newSalts } from '#engine/log/salts.ts';
import { type Database, openDatabase, type SqlParameter } from '#engine/store/database.ts';
import { migrate } from '#engine/store/migrations/index.ts';
import { saveCopy } from '#engine/store/save-copy.ts';
import type { Vault } from '#engine/store/vault.ts';
import { MemoryDisk } from './memory-disk.ts';

/** Where the rows of a table are marked: a column that no index has, so that the mark lies where the row lies and nowhere else. */
const markedColumns = {
  import_batch: 'summary', customer: 'name', agent: 'name', interaction: 'product', turn: 'words', code: 'definition', tag: 'note', quote: 'note', note: 'text',
  evaluation: 'note', survey_item: 'label', survey_response: 'comment', purchase: 'product', setting: 'value', turn_original: 'text', customer_joined: 'actor', signal_mark: 'reason',
  form_version: 'definition', coaching_session: 'goal', calibration_round: 'definition', command_log: 'payload',
} as const;
export type MarkedTable = keyof typeof markedColumns;

export type MarkedProject = {
  /** The project file, sealed, as it lies on a disk. */
  readonly file: Uint8Array;
  /** Every row by table, as JSON of its values. */
  readonly rows: ReadonlyMap<string, ReadonlySet<string>>;
  /** For each mark the row that has it. */
  readonly marks: ReadonlyMap<string, { readonly table: MarkedTable; readonly row: string }>;
};

export const markedProjectId = '11111111-0000-4000-8000-000000000000';

let lastId = 0;
const newId = (): string => `aaaaaaaa-0000-4000-8000-${(lastId += 1).toString(16).padStart(12, '0')}`;
const at = (second: number): string => new Date(Date.parse('2026-03-02T08:00:00.000Z') + second * 1000).toISOString();

/** A project with rows in some twenty tables, long and short, each of which can be told from every other by its bytes. */
export async function markedProject({ size = 1, vault = null }: { size?: number; vault?: Vault | null } = {}): Promise<MarkedProject> {
  const db = await openDatabase();
  migrate(db);
  const head = db.transaction(() => fill(db, size));
  const rows = new Map(tablesOf(db).map((table) => [table, new Set(rowsOf(db, table))]));
  const marks = new Map<string, { table: MarkedTable; row: string }>();
  for (const table of Object.keys(markedColumns) as MarkedTable[]) {
    for (const row of rows.get(table) ?? []) for (const mark of new Set(row.match(/<#[a-z_]+ \d+#>/g) ?? [])) marks.set(mark, { table, row });
  }
  const disk = new MemoryDisk();
  await saveCopy({ fileSystem: disk, clock: () => new Date(at(0)) }, { db, position: head, generation: 7, path: '/desk/marked.earshot', vault });
  // What the file itself says about itself is written last.
  rows.set('meta', new Set(rowsOf(db, 'meta')));
  db.close();
  return { file: disk.get('/desk/marked.earshot'), rows, marks };
}

/** The tables with rows of their own. */
export function tablesOf(db: Database): string[] {
  return db.all<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'turn_text%' AND name NOT LIKE 'sqlite%' AND name <> 'media_peaks'`).map(({ name }) => name);
}

export function rowsOf(db: Database, table: string): string[] {
  return db.all<Record<string, unknown>>(`SELECT * FROM "${table}"`).map((row) => JSON.stringify(Object.values(row)));
}

function fill(db: Database, size: number): LogPosition {
  let marked = 0;
  const mark = (table: MarkedTable): string => `<#${table} ${(marked += 1)}#>`;
  const add = (table: MarkedTable, row: Record<string, SqlParameter>): void => {
    // Now and then a text of several pages, full of its mark.
    const text = mark(table).repeat(marked % 41 === 0 ? 400 : 1);
    const values = { ...row, [markedColumns[table]]: text };
    db.run(`INSERT INTO ${table} (${Object.keys(values).join(', ')}) VALUES (${Object.keys(values).map(() => '?').join(', ')})`, Object.values(values));
  };
  const times = (count: number, work: (index: number) => void): void => {
    for (let index = 0; index < count * size; index += 1) work(index);
  };
  const ids = (count: number): string[] => Array.from({ length: count * size }, newId);
  const [imports, customers, agents, interactions, codes] = [ids(2), ids(60), ids(9), ids(120), ids(12)];
  const one = (from: string[], index: number): string => from[index % from.length] as string;
  imports.forEach((id, index) => add('import_batch', { id, at: at(index), actor: 'Ada', status: 'ready' }));
  customers.forEach((id, index) => add('customer', { id, external_id: `K-${index}`, since: index % 3 === 0 ? null : '2019-04-01', consent_quotes: index % 2, import_id: one(imports, index) }));
  agents.forEach((id, index) => add('agent', { id, external_id: `A-${index}`, team: 'North', import_id: one(imports, index) }));
  interactions.forEach((id, index) => add('interaction', {
    id, external_id: `C-${index}`, channel: index % 5 === 0 ? 'chat' : 'phone', direction: 'inbound', started_at: at(index * 977), duration_ms: index * 977, turn_count: 4,
    customer_id: one(customers, index), agent_id: one(agents, index), queue: 'Sales', talk_ms: index % 2, fields: '{"floor":"3"}', customer_score: null, import_id: one(imports, index),
  }));
  interactions.forEach((_id, index) => {
    for (let seq = 0; seq < 4; seq += 1) {
      add('turn', { interaction_key: index + 1, seq, speaker: seq % 2 === 0 ? 'Agent' : 'Customer', role: seq % 2 === 0 ? 'agent' : 'customer', start_ms: seq * 3000, end_ms: seq * 3000 + 2500, text: `what was said ${index} ${seq}, äöü €` });
    }
    if (index % 7 === 0) add('turn_original', { interaction_key: index + 1, seq: 1 });
  });
  codes.forEach((id, index) => add('code', { id, key: `CODE-${index}`, name: `Cause ${index}`, kind: 'cause', parent_id: index > 5 ? one(codes, index - 6) : null, import_id: null }));
  times(150, (index) => add('tag', { id: newId(), interaction_id: one(interactions, index * 7), code_id: one(codes, index), start_ms: index * 31, severity: (index % 3) + 1, created_at: at(index), created_by: 'Ada' }));
  times(60, (index) => add('quote', { id: newId(), interaction_id: one(interactions, index * 3), turn_seq: index % 8, created_at: at(index), created_by: 'Ada' }));
  times(90, (index) => add('note', { id: newId(), interaction_id: one(interactions, index * 5), at_ms: index, created_at: at(index), created_by: 'Grace' }));
  times(80, (index) => add('evaluation', { id: newId(), interaction_id: one(interactions, index), evaluator: 'Grace', evaluated_at: at(index), purpose: 'random', score: index + 0.5, passed: index % 2 }));
  times(3, (index) => add('survey_item', { id: newId(), key: `q${index}`, kind: 'rating', scale_min: 1, scale_max: 5 }));
  times(70, (index) => add('survey_response', { id: newId(), external_id: `S-${index}`, interaction_id: one(interactions, index), customer_id: one(customers, index), answered_at: at(index), link_state: 'matched' }));
  times(110, (index) => add('purchase', { id: newId(), external_id: `P-${index}`, customer_id: one(customers, index), date: '2026-01-05', kind: 'purchase', amount: index * 1.25, margin: index, currency: 'EUR' }));
  times(6, (index) => add('setting', { key: `setting ${index}`, changed_at: at(index) }));
  times(4, (index) => add('customer_joined', { customer_id: one(customers, index), kept_id: one(customers, index + 30), field: 'e-mail', value: 'a@b.example', at: at(index) }));
  times(3, (index) => add('signal_mark', { subject: `rule:${index}`, onset: '2026-01-05', state: 'watched', marked_at: at(index), marked_by: 'Ada' }));
  times(4, (index) => add('form_version', { id: newId(), form_id: newId(), version: 1, state: 'published', saved_at: at(index), saved_by: 'Ada' }));
  times(20, (index) => add('coaching_session', { id: newId(), agent_id: one(agents, index), item: 'Greeting', held_on: '2026-02-03', practice: 'once a day', check_count: 3, check_by: '2026-03-03', shows_scores: 1, shows_customer_words: 0, created_at: at(index), created_by: 'Ada' }));
  times(2, () => add('calibration_round', { id: newId() }));
  db.run("INSERT INTO turn_text (turn_text) VALUES ('rebuild')");
  db.run('UPDATE interaction SET tag_count = (SELECT count(*) FROM tag WHERE interaction_id = interaction.id)');
  let position: LogPosition = { lastSeq: 0, head: genesisHead(markedProjectId) };
  times(60, () => {
    const [payloadSalt, inverseSalt] = newSalts();
    const seq = position.lastSeq + 1;
    position = appendEntry(db, position, {
      seq, id: newId(), request: seq, kind: 'do', target: null, name: 'setting.change', version: 1, at: at(seq), actor: 'Ada', entityId: null,
      payload: { words: mark('command_log') }, inverse: null, payloadSalt, inverseSalt,
    });
  });
  db.run('INSERT INTO meta VALUES (1, ?, ?, ?, 7, ?, ?)', [markedProjectId, at(0), at(0), position.lastSeq, position.head]);
  return position;
}
