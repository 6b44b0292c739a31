import { expect, test } from 'vitest';
import { TurnIndex } from '#engine/importers/write/turn-index.ts';
import { openDatabase } from '#engine/store/database.ts';
import { migrate } from '#engine/store/migrations/index.ts';

const flushes = 40;
const turnsEach = 20;

test('segments are merged in steps before the index would merge them all at once, and every word is found', async () => {
  const db = await openDatabase();
  migrate(db);
  db.run("INSERT INTO import_batch (id, at, actor, status) VALUES ('I', '2026-01-01T00:00:00Z', 'tester', 'ready')");
  const index = new TurnIndex(db);
  const segments = () => db.all<{ level: number; n: number }>('SELECT level, count(*) AS n FROM turn_text_segdir GROUP BY level ORDER BY level');
  let [steps, most] = [0, 0];
  for (let call = 1; call <= flushes; call += 1) {
    db.transaction(() => {
      db.run("INSERT INTO interaction (key, id, external_id, channel, import_id) VALUES (?, ?, ?, 'phone', 'I')", [call, `i-${call}`, `C-${call}`]);
      db.bulk('INSERT INTO turn (interaction_key, seq, speaker, role, text) VALUES (?, ?, ?, ?, ?)',
        Array.from({ length: turnsEach }, (_unused, seq) => [call, seq, 'Customer', 'customer', `every turn of call${call} says ${'blue green'.split(' ')[seq % 2]} and number${call * turnsEach + seq}`]));
      index.add(call);
      index.flush();
    });
    while (index.mergeStep()) steps += 1;
    most = Math.max(most, ...segments().map(({ n }) => n));
  }
  expect(steps).toBeGreaterThanOrEqual(2);
  expect(most).toBeLessThan(15);
  expect(segments().at(-1)?.level).toBeGreaterThan(0);
  const found = (words: string) => db.get<{ n: number }>('SELECT count(*) AS n FROM turn_text WHERE turn_text MATCH ?', [words])?.n;
  expect([found('every'), found('green'), found('call7'), found('number161')]).toEqual([flushes * turnsEach, flushes * turnsEach / 2, turnsEach, 1]);
  // FTS4 compares the index with the turns themselves, and throws where they differ.
  db.run("INSERT INTO turn_text (turn_text) VALUES ('integrity-check')");
  db.close();
});
