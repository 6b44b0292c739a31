import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { commandHandlers } from '#engine/log/handlers/index.ts';
import type { Database } from '#engine/store/database.ts';
import { openProject } from '#engine/store/project-file.ts';
import { openLab, vtt } from '#tests/support/engine/engine-lab.ts';
import { figure } from '#tests/support/figure.ts';
import { aFolder, storeOptions } from '#tests/support/store/test-project.ts';

/*
 * Journals as earlier builds left them when they were killed: a project, its log, and what they hold. EARSHOT_RECORD=NAME makes another
 * one with this build; those that are there are never written anew, or they would prove nothing.
 */
const recordings = join(import.meta.dirname, '..', 'data', 'recorded-journals');
const record = process.env['EARSHOT_RECORD'];

type Held = { readonly madeBy: string; readonly commands: number; readonly names: readonly string[]; readonly columns: Readonly<Record<string, readonly string[]>>; readonly hash: string };

/** The tables that hold content: neither the log nor what is kept beside it, nor the shadows of the text index. */
function columnsOf(db: Database): Record<string, string[]> {
  const tables = db.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'turn_text%' AND name NOT IN ('meta', 'command_log') ORDER BY name");
  return Object.fromEntries(tables.map(({ name }) => [name, db.all<{ name: string }>(`SELECT name FROM pragma_table_info('${name}') ORDER BY cid`).map((column) => column.name)]));
}

function hashOf(db: Database, columns: Held['columns']): string {
  const hash = createHash('sha256');
  for (const [table, names] of Object.entries(columns)) {
    const list = names.map((name) => `"${name}"`).join(', ');
    const rows = db.all<Record<string, unknown>>(`SELECT ${list} FROM "${table}"`).map((row) => JSON.stringify(names.map((name) => row[name])));
    hash.update(`${table}\n${rows.toSorted().join('\n')}\n`);
  }
  return hash.digest('hex');
}

/** Work of most kinds, undone and done again, by an engine that is then killed. */
async function makeRecording(name: string): Promise<void> {
  const lab = await openLab({ codebook: 'default' });
  const { client } = lab;
  await lab.run(await lab.put({ 'R-1.vtt': vtt([['Agent', 'Hello, how can I help?'], ['Customer', 'My kettle broke again, I am worried.'], ['Agent', 'I send a new one.']]), 'R-2.vtt': vtt([['Agent', 'Hello.'], ['Customer', 'It came late.']]) }));
  const codes = await client.codebook.list();
  const place = { startMs: 0, endMs: null, turnSeq: null, charStart: null, charEnd: null, note: null, severity: 2, outcome: null };
  for (const [at, code] of codes.slice(0, 12).entries()) {
    const tag = await client.tags.add({ interactionId: at % 2 === 0 ? 'R-1' : 'R-2', codeId: code.id, ...place });
    if (at % 3 === 0) await client.tags.change({ ...place, id: tag.id, codeId: code.id, note: `heard ${at}` });
    if (at % 4 === 0) await client.tags.remove({ id: tag.id });
    if (at % 5 === 0) await client.project.undo();
  }
  await client.tags.addNote({ interactionId: 'R-1', atMs: 1000, turnSeq: null, text: 'Sounds tired.' });
  await client.tags.star({ interactionId: 'R-1', turnSeq: 1, charStart: 0, charEnd: 9, note: null });
  await client.interactions.correct({ id: 'R-1', turnSeq: 1, text: 'My kettle broke again; I am worried.' });
  await client.interactions.relabel({ id: 'R-2', speaker: 'Agent', turnSeq: null, role: 'agent' });
  await client.empathy.judge({ interactionId: 'R-1', turnSeq: 1, outcome: 'taken', softened: true, note: null });
  const [code] = codes;
  if (code === undefined) throw new Error('no codes');
  const { uses: _uses, ...first } = code;
  await client.codebook.change({ ...first, owner: 'Billing', definition: 'Heard when a bill is in doubt.' });
  await client.codebook.retire({ id: codes.at(-1)?.id ?? '' });
  for (let back = 0; back < 3; back += 1) await client.project.undo();
  await client.project.redo();
  const [snapshot, journal] = ['', '-log'].map((ending) => readFileSync(`${lab.projectPath}${ending}`));
  if (snapshot === undefined || journal === undefined) throw new Error('no files');
  await lab.close();
  const folder = join(recordings, name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'project.gz'), gzipSync(snapshot, { level: 9 }));
  writeFileSync(join(folder, 'journal.gz'), gzipSync(journal, { level: 9 }));
  const { db, commands, names, close } = await replay(name);
  const columns = columnsOf(db);
  writeFileSync(join(folder, 'held.json'), `${JSON.stringify({ madeBy: name, commands, names, columns, hash: hashOf(db, columns) } satisfies Held, null, 1)}\n`);
  await close();
}

/** Opens a recording as after a kill. */
async function replay(name: string): Promise<{ db: Database; commands: number; names: string[]; recovered: string | null; close(): Promise<void> }> {
  const folder = aFolder();
  const path = folder.file('recorded.earshot');
  writeFileSync(path, gunzipSync(readFileSync(join(recordings, name, 'project.gz'))));
  writeFileSync(`${path}-log`, gunzipSync(readFileSync(join(recordings, name, 'journal.gz'))));
  const project = await openProject(storeOptions(path, { handlers: commandHandlers }));
  const logged = project.db.all<{ name: string }>('SELECT name FROM command_log ORDER BY seq').map((row) => row.name);
  return {
    db: project.db, commands: logged.length, names: [...new Set(logged)].toSorted(), recovered: project.info.recovered,
    async close() {
      await project.close();
      folder.remove();
    },
  };
}

if (record !== undefined) await makeRecording(record);

test.each(readdirSync(recordings))('D-27: the journal that %s recorded gives the same content in this build', async (name) => {
  const held = JSON.parse(readFileSync(join(recordings, name, 'held.json'), 'utf8')) as Held;
  const { db, commands, names, recovered, close } = await replay(name);
  expect(recovered).toMatch(/^Earshot was interrupted when this project was last open\. \d+ saved changes were restored\.$/);
  expect({ commands, names }).toEqual({ commands: held.commands, names: held.names });
  expect(hashOf(db, held.columns)).toBe(held.hash);
  figure('D-27', `the journal of ${name}: ${commands} commands of ${names.length} kinds replayed, content as recorded`);
  await close();
});
