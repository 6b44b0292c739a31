import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { createProject, openProject } from '#engine/store/project-file.ts';
import { readShelf } from '#tests/support/store/shelf-handlers.ts';
import { aFolder, put, storeOptions } from '#tests/support/store/test-project.ts';

const isInstalled = spawnSync('sqlite3', ['--version']).status === 0;
if (!isInstalled) process.stdout.write('D-25 is skipped: there is no sqlite3 program on this machine.\n');

function sqlite3(path: string, sql: string): { out: string; error: string } {
  const { stdout, stderr } = spawnSync('sqlite3', [path, sql], { encoding: 'utf8' });
  return { out: stdout.trim(), error: stderr.trim() };
}

describe.skipIf(!isInstalled)('D-25: another SQLite program', () => {
  const folder = aFolder();
  afterAll(() => folder.remove());

  const statementsFor = (state: string): [string, string, RegExp | null][] => [
    ['reads rows', 'SELECT value FROM setting', null],
    ['checks integrity', 'PRAGMA integrity_check', null],
    ['dumps', '.dump setting', null],
    ['copies', `.backup ${folder.file(`${state}.sqlite`)}`, null],
    ['inserts', `INSERT INTO setting VALUES ('x', 'y', 1, '')`, /readonly/],
    ['vacuums', 'VACUUM', /readonly/],
    ['switches to WAL', 'PRAGMA journal_mode = WAL', /readonly/],
  ];

  test.each(['open', 'closed'])('leaves a project that is %s as it was, byte by byte', async (state) => {
    const path = folder.file(`${state}.earshot`);
    const project = await createProject(storeOptions(path));
    await put(project, 'a', 'one');
    await project.checkpoint();
    await put(project, 'b', 'two');
    if (state === 'closed') await project.close();
    const files = () => [path, `${path}-log`].map((name) => readFileSync(name).toString('base64'));
    const before = files();
    for (const [what, sql, refusal] of statementsFor(state)) {
      const { out, error } = sqlite3(path, sql);
      if (refusal === null) expect(error, what).toBe('');
      else expect(error, what).toMatch(refusal);
      expect(files(), what).toEqual(before);
      if (what === 'reads rows') expect(out).toBe(state === 'open' ? 'one' : 'one\ntwo');
      if (what === 'checks integrity') expect(out).toBe('ok');
    }
    for (const suffix of ['-journal', '-wal', '-shm']) expect(existsSync(`${path}${suffix}`)).toBe(false);
    await project.close();
    const again = await openProject(storeOptions(path));
    expect(again.info.recovered).toBeNull();
    expect(readShelf(again.db)).toEqual({ a: 'one', b: 'two' });
    await again.close();
  });

  test('finds the tables that the schema promises', async () => {
    const path = folder.file('tables.earshot');
    const project = await createProject(storeOptions(path));
    await project.close();
    expect(sqlite3(path, 'SELECT count(*) FROM interaction').out).toBe('0');
    expect(sqlite3(path, 'PRAGMA application_id').out).toBe(String(0x45415253));
  });
});
