import { createRequire } from 'node:module';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type initSqlJs from 'sql.js';
import type { Database } from 'sql.js';
import type { CorpusTurn } from './corpus.ts';

const fromHere = createRequire(import.meta.url);

/** The library under Earshot's store, bare: the reference that budgets are held against. */
export async function rawSql(): Promise<Awaited<ReturnType<typeof initSqlJs>>> {
  // Loaded once more: the library starts one engine for everybody, and the store's has its files elsewhere.
  const path = fromHere.resolve('sql.js');
  Reflect.deleteProperty(fromHere.cache, path);
  const own = fromHere(path) as typeof initSqlJs;
  return own({ locateFile: () => fromHere.resolve('sql.js/dist/sql-wasm.wasm') });
}

export type RawRow = { call: number; turns: readonly CorpusTurn[] };

/** Reads every file of a folder and throws the bytes away. */
export async function readAll(folder: string): Promise<number> {
  let bytes = 0;
  for (const name of await readdir(folder)) bytes += (await readFile(join(folder, name))).length;
  return bytes;
}

/** The same rows as an import writes, straight into the library, and the text index over them. */
export function fillRaw(db: Database, rows: Iterable<RawRow>): void {
  db.run(`CREATE TABLE interaction (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, external_id TEXT NOT NULL UNIQUE, channel TEXT, duration_ms INTEGER) STRICT;
    CREATE TABLE turn (key INTEGER PRIMARY KEY, interaction_key INTEGER NOT NULL, seq INTEGER NOT NULL, speaker TEXT, role TEXT, start_ms INTEGER, end_ms INTEGER,
      text TEXT NOT NULL, words TEXT, UNIQUE (interaction_key, seq)) STRICT;
    CREATE VIRTUAL TABLE turn_text USING fts4(content="turn", text, tokenize=unicode61);`);
  const interaction = db.prepare('INSERT INTO interaction VALUES (?, ?, ?, ?, ?)');
  const turn = db.prepare('INSERT INTO turn (interaction_key, seq, speaker, role, start_ms, end_ms, text, words) VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  db.run('BEGIN');
  for (const { call, turns } of rows) {
    interaction.run([call + 1, crypto.randomUUID(), `call-${call}`, 'phone', turns.at(-1)?.endMs ?? 0]);
    turns.forEach((t, seq) => turn.run([call + 1, seq, t.speaker, t.role, t.startMs, t.endMs, t.text, null]));
  }
  db.run('COMMIT');
  interaction.free();
  turn.free();
  db.run("INSERT INTO turn_text (docid, text) SELECT key, text FROM turn");
}
