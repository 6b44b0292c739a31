import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyChain } from '#engine/log/chain.ts';
import type { Database } from '#engine/store/database.ts';
import { createProject } from '#engine/store/project-file.ts';
import { figure } from '#tests/support/figure.ts';
import { effort } from '#tests/support/store/effort.ts';
import { MemoryDisk } from '#tests/support/store/memory-disk.ts';
import { Random } from '#tests/support/store/random.ts';
import { optionsOn, work } from '#tests/support/store/story.ts';
import { putCommand } from '#tests/support/store/test-project.ts';

const manipulations = effort(200, 1_000);
const columns = [
  'id', 'request', 'kind', 'target', 'name', 'version', 'at', 'actor', 'entity_id', 'payload', 'payload_commitment', 'inverse',
  'inverse_commitment', 'hash', 'undone_by', 'redone_by',
] as const;

describe('the hash chain of the command log', () => {
  let bytes: Uint8Array;
  let db: Database;
  let expected: { projectId: string; lastSeq: number; head: string };
  beforeAll(async () => {
    const disk = new MemoryDisk();
    const project = await createProject(optionsOn(disk, 1));
    await work(project, { disk, random: new Random(5), history: new Map(), steps: 120 });
    bytes = project.db.export();
    db = project.db.another(bytes);
    const last = db.get<{ seq: number; hash: string }>('SELECT seq, hash FROM command_log ORDER BY seq DESC LIMIT 1');
    expected = { projectId: project.info.projectId, lastSeq: last?.seq ?? 0, head: last?.hash ?? '' };
    await project.close();
  });
  afterAll(() => db.close());

  test('is whole as written', async () => {
    expect(await verifyChain(db, expected)).toMatchObject({ ok: true, entries: expect.any(Number) });
    expect(expected.lastSeq).toBeGreaterThan(80);
  });

  test(`${manipulations} edits, deletions, swaps, insertions and truncations are all found`, async () => {
    const random = new Random(53);
    let found = 0;
    for (let round = 0; found < manipulations; round += 1) {
      const altered = db.another(bytes);
      altered.exec('PRAGMA foreign_keys = OFF');
      const what = manipulate(altered, random, expected.lastSeq);
      if (what !== null) expect(await verifyChain(altered, expected), `round ${round}: ${what}`).toMatchObject({ ok: false });
      if (what !== null) found += 1;
      altered.close();
    }
    figure('G-26', `${found} manipulations of the log: ${found} detected`);
  }, effort(120_000, 900_000));

  test('a value whose salt alone was taken away is found', async () => {
    const altered = db.another(bytes);
    altered.run('UPDATE command_log SET payload_salt = NULL WHERE seq = 4');
    expect(await verifyChain(altered, expected)).toMatchObject({ ok: false, detail: expect.stringContaining('Command 4') });
    altered.close();
  });

  test('of more commands than are read at once is read to its end', async () => {
    const project = await createProject(optionsOn(new MemoryDisk(), 1));
    await project.execute(Array.from({ length: 2_001 }, (_, index) => putCommand(`k${index}`, 'x')));
    const log = (await project.verify()).find(({ name }) => name === 'command log');
    expect(log).toMatchObject({ ok: true, detail: expect.stringContaining('2001 commands') });
    project.db.run("UPDATE command_log SET actor = 'Eve' WHERE seq = 2001");
    expect((await project.verify()).find(({ name }) => name === 'command log')).toMatchObject({ ok: false, detail: expect.stringContaining('Command 2001') });
    await project.close();
  });

  test('stays whole when content is erased together with its salts', async () => {
    const erased = db.another(bytes);
    erased.run('UPDATE command_log SET payload = NULL, payload_salt = NULL, inverse = NULL, inverse_salt = NULL WHERE seq % 3 = 0');
    expect(await verifyChain(erased, expected)).toMatchObject({ ok: true });
    erased.close();
  });
});

/** One change to the log that nobody should be able to make unseen. @returns what it was, or null if it changed nothing */
function manipulate(db: Database, random: Random, lastSeq: number): string | null {
  const rows = db.all<{ seq: number }>('SELECT seq FROM command_log').map(({ seq }) => seq);
  const seq = random.pick(rows);
  switch (random.pick(['edit', 'delete', 'swap', 'insert', 'truncate'] as const)) {
    case 'edit':
      return edit(db, seq, random.pick(columns));
    case 'delete':
      db.run('DELETE FROM command_log WHERE seq = ?', [seq]);
      return `deleted ${seq}`;
    case 'swap': {
      const other = random.pick(rows);
      if (other === seq) return null;
      db.run('UPDATE command_log SET seq = -1 WHERE seq = ?', [seq]);
      db.run('UPDATE command_log SET seq = ? WHERE seq = ?', [seq, other]);
      db.run('UPDATE command_log SET seq = ? WHERE seq = -1', [other]);
      return `swapped ${seq} and ${other}`;
    }
    case 'insert':
      db.run(
        `INSERT INTO command_log SELECT ?, id || 'x', request, kind, target, name, version, at, actor, entity_id, payload, payload_salt,
           payload_commitment, inverse, inverse_salt, inverse_commitment, hash, undone_by, redone_by FROM command_log WHERE seq = ?`,
        [lastSeq + 1 + random.below(5), seq],
      );
      return `inserted a copy of ${seq}`;
    case 'truncate':
      db.run('DELETE FROM command_log WHERE seq >= ?', [seq]);
      return `cut off from ${seq}`;
  }
}

function edit(db: Database, seq: number, column: (typeof columns)[number]): string {
  const before = db.get<{ value: string | number | null }>(`SELECT ${column} AS value FROM command_log WHERE seq = ?`, [seq])?.value ?? null;
  let after: string | number = typeof before === 'string' ? `${before} ` : (before ?? 0) + 1;
  if (column === 'kind') after = before === 'do' ? 'undo' : 'do';
  if (before === null && (column === 'inverse' || column === 'entity_id')) after = '{"name":"x"}';
  db.run(`UPDATE command_log SET ${column} = ? WHERE seq = ?`, [after, seq]);
  return `edited ${column} of ${seq}`;
}
