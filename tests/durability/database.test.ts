import { readFileSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { maxPageCount, openDatabase, type Database } from '#engine/store/database.ts';
import { migrate } from '#engine/store/migrations/index.ts';

describe('database', () => {
  let db: Database;
  beforeEach(async () => {
    db = await openDatabase();
    db.exec('CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT, size REAL, raw BLOB) STRICT');
  });
  afterEach(() => db.close());

  test('gives back what was stored', () => {
    const raw = new Uint8Array([0, 1, 255]);
    expect(db.run('INSERT INTO word VALUES (?, ?, ?, ?)', [1, 'Grüße, 世界 🌍', 0.1, raw])).toBe(1);
    expect(db.run('INSERT INTO word VALUES (:id, :text, :size, NULL)', { ':id': 2, ':text': 'a\u0000b', ':size': -1e300 })).toBe(1);
    expect(db.all('SELECT * FROM word ORDER BY id')).toEqual([
      { id: 1, text: 'Grüße, 世界 🌍', size: 0.1, raw },
      { id: 2, text: 'a\u0000b', size: -1e300, raw: null },
    ]);
    expect(db.get('SELECT text FROM word WHERE id = ?', [3])).toBeUndefined();
  });

  test('refuses what SQLite would turn into NULL', () => {
    expect(() => db.run('INSERT INTO word (size) VALUES (?)', [Number.NaN])).toThrow('NaN');
    expect(() => db.run('INSERT INTO word (text) VALUES (?)', [undefined as unknown as string])).toThrow('undefined');
    expect(db.all('SELECT * FROM word')).toEqual([]);
  });

  test('the same text may be used again inside its own loop', () => {
    db.bulk('INSERT INTO word (text) VALUES (?)', [['a'], ['b'], ['c']]);
    const seen: string[] = [];
    for (const outer of db.iterate<{ text: string }>('SELECT text FROM word ORDER BY id')) {
      for (const inner of db.iterate<{ text: string }>('SELECT text FROM word ORDER BY id')) seen.push(outer.text + inner.text);
    }
    expect(seen).toEqual(['aa', 'ab', 'ac', 'ba', 'bb', 'bc', 'ca', 'cb', 'cc']);
  });

  test('a failing inner transaction leaves the outer one as it was', () => {
    db.transaction(() => {
      db.run('INSERT INTO word (text) VALUES (?)', ['kept']);
      expect(() =>
        db.transaction(() => {
          db.run('INSERT INTO word (text) VALUES (?)', ['lost']);
          throw new Error('inner');
        }),
      ).toThrow('inner');
    });
    expect(db.all('SELECT text FROM word')).toEqual([{ text: 'kept' }]);
    expect(db.isInTransaction).toBe(false);
  });

  test('a transaction across an await is refused and undone', () => {
    expect(() => db.transaction(async () => db.run('INSERT INTO word (text) VALUES (?)', ['late']))).toThrow('await');
    expect(db.all('SELECT * FROM word')).toEqual([]);
  });

  test('a statement that fails is usable again', () => {
    db.run('INSERT INTO word (id) VALUES (?)', [1]);
    expect(() => db.run('INSERT INTO word (id) VALUES (?)', [1])).toThrow('UNIQUE');
    expect(db.run('INSERT INTO word (id) VALUES (?)', [2])).toBe(1);
  });

  test('replace puts another database behind the same object', async () => {
    const other = await openDatabase();
    migrate(other);
    db.all('SELECT * FROM word');
    db.replace(other.export());
    other.close();
    expect(db.all('SELECT * FROM code')).toEqual([]);
    expect(() => db.all('SELECT * FROM word')).toThrow('no such table');
    expect(db.get('PRAGMA foreign_keys')).toEqual({ foreign_keys: 1 });
  });

  test('a full database says so and stays readable', () => {
    db.run('INSERT INTO word (text) VALUES (?)', ['before']);
    db.exec('PRAGMA max_page_count = 20');
    const fill = () => db.transaction(() => db.bulk('INSERT INTO word (raw) VALUES (?)', Array.from({ length: 50 }, () => [new Uint8Array(4000)])));
    expect(fill).toThrow(expect.objectContaining({ code: 'TOO_LARGE' }));
    expect(db.isInTransaction).toBe(false);
    expect(db.all('SELECT text FROM word')).toEqual([{ text: 'before' }]);
  });

  test('a loop that fails half way says so, and its statement is usable again', () => {
    const words = (): string[] => [...db.iterate<{ n: string }>('SELECT abs(column1) AS n FROM (VALUES (1), (-9223372036854775808))')].map(({ n }) => n);
    expect(words).toThrow('integer overflow');
    expect(words).toThrow('integer overflow');
    expect(db.get('SELECT 1 AS one')).toEqual({ one: 1 });
  });

  test('a prepared statement that only reads changes nothing; one that was freed is refused', () => {
    db.run('INSERT INTO word (id) VALUES (1)');
    const reading = db.prepare('SELECT * FROM word WHERE id = ?');
    expect(reading.run([1])).toBe(0);
    reading.free();
    reading.free();
    expect(() => reading.run([1])).toThrow('freed');
  });

  test('is not replaced inside a transaction, and answers nothing once it is closed', async () => {
    const other = await openDatabase();
    expect(() => db.transaction(() => db.replace(other.export()))).toThrow('replaced inside a transaction');
    expect(db.all('SELECT * FROM word')).toEqual([]);
    other.close();
    expect(() => other.all('SELECT 1')).toThrow(Error);
  });

  test('a transaction whose end SQLite refuses is undone whole', () => {
    db.exec('CREATE TABLE child (parent REFERENCES word(id) DEFERRABLE INITIALLY DEFERRED)');
    expect(() => db.transaction(() => db.run('INSERT INTO child VALUES (9)'))).toThrow('FOREIGN KEY');
    expect([db.isInTransaction, db.all('SELECT * FROM child')]).toEqual([false, []]);
    // Whoever ends it by hand inside gets what SQLite says, and nothing stays open.
    expect(() => db.transaction(() => db.exec('ROLLBACK'))).toThrow('no transaction is active');
    expect(db.transaction(() => 'done')).toBe('done');
  });

  test('a query over 40 ms is reported', async () => {
    const lines: string[] = [];
    const slow = await openDatabase({ log: (line) => lines.push(line.code) });
    slow.get('WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400000) SELECT count(*) FROM n');
    expect(lines).toEqual(['SLOW_QUERY']);
    slow.get('SELECT 1');
    expect(lines).toHaveLength(1);
    slow.close();
  });
});

describe('D-22: what Earshot relies on in sql.js 1.16.0', () => {
  test('an export keeps pragmas, statements and the transaction rules', async () => {
    const db = await openDatabase();
    db.exec('CREATE TABLE parent (id INTEGER PRIMARY KEY); CREATE TABLE child (id INTEGER PRIMARY KEY, parent REFERENCES parent(id))');
    const insert = db.prepare('INSERT INTO parent (id) VALUES (?)');
    insert.run([1]);
    const pragmas = () =>
      ['foreign_keys', 'secure_delete', 'trusted_schema', 'cell_size_check', 'max_page_count'].map((name) => Object.values(db.get<object>(`PRAGMA ${name}`) ?? {})[0]);
    expect(pragmas()).toEqual([1, 1, 0, 1, maxPageCount]);
    const bytes = db.export();
    expect(pragmas()).toEqual([1, 1, 0, 1, maxPageCount]);
    expect(insert.run([2])).toBe(1);
    insert.free();
    expect(() => db.run('INSERT INTO child VALUES (1, 9)')).toThrow('FOREIGN KEY');
    expect(() => db.transaction(() => db.export())).toThrow('transaction');
    expect(bytes[18]).toBe(1);
    const copy = await openDatabase({ bytes });
    expect(copy.all('SELECT id FROM parent')).toEqual([{ id: 1 }]);
    copy.close();
    db.close();
  });

  test('is not cut inside a transaction that was begun by hand', async () => {
    const db = await openDatabase();
    db.exec('CREATE TABLE word (text TEXT); BEGIN; INSERT INTO word VALUES (1)');
    expect(() => db.export()).toThrow('within a transaction');
    db.exec('COMMIT');
    expect(db.export().length).toBeGreaterThan(0);
    db.close();
  });

  test('has FTS4, JSON, window functions and STRICT, and no FTS5', async () => {
    const db = await openDatabase();
    db.exec(`CREATE VIRTUAL TABLE found USING fts4(text, tokenize=unicode61); INSERT INTO found VALUES ('zurück gerufen')`);
    expect(db.all(`SELECT text FROM found WHERE found MATCH 'zuruck'`)).toHaveLength(1);
    expect(db.get(`SELECT json_extract('{"a":[1,2]}', '$.a[1]') AS two, row_number() OVER () AS n`)).toEqual({ two: 2, n: 1 });
    expect(() => db.exec('CREATE VIRTUAL TABLE f USING fts5(text)')).toThrow('no such module');
    db.close();
  });

  test('an altered engine is not started', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'earshot-wasm-'));
    try {
      const wasm = readFileSync(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm'));
      wasm[wasm.length - 1] = (wasm[wasm.length - 1] as number) ^ 1;
      writeFileSync(join(folder, 'altered.wasm'), wasm);
      await expect(openDatabase({ wasmPath: join(folder, 'altered.wasm') })).rejects.toMatchObject({ code: 'ENGINE_BROKEN' });
      await expect(openDatabase({ wasmPath: join(folder, 'missing.wasm') })).rejects.toMatchObject({ code: 'ENGINE_BROKEN' });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
