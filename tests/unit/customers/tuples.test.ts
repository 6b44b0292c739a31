import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type Database } from '#engine/store/database.ts';
import { tuples } from '#engine/store/queries/tuples.ts';
import { mulberry32 } from '#shared/stats/prng.ts';

let db: Database;
beforeAll(async () => {
  db = await openDatabase();
  db.exec('CREATE TABLE sample (place INTEGER, number REAL, text TEXT)');
});
afterAll(() => db.close());

test('rows that leave as one text are those that leave one at a time, to the last bit and character', () => {
  const random = mulberry32(3);
  const texts = ['plain', 'a "quoted" one', 'back\\slash', 'tab\tand\nline', 'Ünïcode 日本 🎧', '', '[1,2]', null, '\u001F'];
  const rows = Array.from({ length: 500 }, (_, place) => [place, (random() - 0.5) * 10 ** Math.floor(random() * 20 - 8), texts[place % texts.length] ?? null] as const);
  db.bulk('INSERT INTO sample VALUES (?, ?, ?)', [...rows, [500, null, null], [501, 0.1 + 0.2, '0.30000000000000004']]);
  const apart = db.all<{ place: number; number: number | null; text: string | null }>('SELECT place, number, text FROM sample ORDER BY place DESC').map(({ place, number, text }) => [place, number, text]);
  expect(tuples(db, { columns: ['place', 'number', 'text'], from: 'sample', order: 'place DESC' })).toEqual(apart);
});

test('without a row there is no tuple; parameters are bound', () => {
  expect(tuples(db, { columns: ['place'], from: 'sample WHERE place > ?' }, [1000])).toEqual([]);
});
