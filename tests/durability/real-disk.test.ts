import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createProject, openProject, type ProjectFile } from '#engine/store/project-file.ts';
import { figure } from '#tests/support/figure.ts';
import { effort } from '#tests/support/store/effort.ts';
import { readShelf } from '#tests/support/store/shelf-handlers.ts';
import { aFolder, put, storeOptions } from '#tests/support/store/test-project.ts';

/** Whether this process may mount a small disk in memory; only then is a disk really full or really read-only. */
function canMount(): boolean {
  const at = aFolder();
  const isMounted = process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', at.path]).status === 0;
  if (isMounted) spawnSync('umount', ['-l', at.path]);
  at.remove();
  return isMounted;
}
const isPossible = canMount();
if (!isPossible) console.log('D-06, D-07: not run, only root of Linux may mount the small disks that they fill, protect and take away.');

const fillLevels = effort(8, 40);
const mostMs = 1_000;

describe.skipIf(!isPossible)('a disk that is full, protected or gone', () => {
  let at: ReturnType<typeof aFolder>;
  let disk: string;
  let project: ProjectFile;
  const path = () => join(disk, 'calls.earshot');
  const mount = (...options: string[]) => expect(spawnSync('mount', [...options, disk]).status, options.join(' ')).toBe(0);

  beforeEach(async () => {
    at = aFolder();
    disk = at.file('disk');
    mkdirSync(disk);
    mount('-t', 'tmpfs', '-o', 'size=24m', 'tmpfs');
    project = await createProject(storeOptions(path()));
    await put(project, 'old', 'zero');
    await project.checkpoint();
  });
  afterEach(async () => {
    await project.close({ discardUnsaved: true }).catch(() => undefined);
    spawnSync('umount', ['-l', disk]);
    at.remove();
  });

  /** Leaves so many bytes free. */
  function fillTo(freeBytes: number): string {
    const filler = join(disk, 'filler');
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(filler, Buffer.alloc(Math.max(0, Number(bavail) * Number(bsize) - freeBytes)));
    return filler;
  }
  const message = (work: Promise<unknown>): Promise<string> => work.then(() => 'saved', (error: unknown) => (error as Error).message);
  const holds = async (expected: Record<string, string>) => {
    const again = await openProject(storeOptions(path()));
    expect(readShelf(again.db)).toMatchObject(expected);
    await again.close();
  };

  test(`D-06: full at ${fillLevels} levels: said within a second, the old file as it was, nothing left behind, saved once there is room`, async () => {
    let slowestMs = 0;
    let refused = 0;
    for (let level = 0; level < fillLevels; level += 1) {
      const before = readFileSync(path());
      const filler = fillTo(Math.round((level / fillLevels) * 200_000));
      const text = `level ${level} ${'x'.repeat(40_000)}`;
      const startedAt = performance.now();
      const edit = await message(put(project, 'big', text));
      slowestMs = Math.max(slowestMs, performance.now() - startedAt);
      if (edit !== 'saved') expect(edit).toMatch(/^[A-Z].*\.$/);
      const save = await message(project.checkpoint());
      if (edit !== 'saved') refused += 1;
      if (save !== 'saved') expect([Buffer.compare(readFileSync(path()), before), readdirSync(disk).filter((name) => name.endsWith('-new'))]).toEqual([0, []]);
      expect(readShelf(project.db)['big']).toBe(text);
      rmSync(filler);
      await put(project, 'small', `after ${level}`);
      expect(project.info.unsavedCommands).toBe(0);
      await project.checkpoint();
    }
    expect(refused).toBeGreaterThan(0);
    expect(slowestMs).toBeLessThan(mostMs);
    await project.close();
    await holds({ old: 'zero', small: `after ${fillLevels - 1}` });
    figure('D-06', `a real disk full at ${fillLevels} levels, ${refused} edits refused: 0 false “saved”, 0 files harmed, said within ${Math.round(slowestMs)} ms`);
  }, 60_000);

  test('D-07: a protected disk is opened for reading', async () => {
    await project.close();
    mount('-o', 'remount,ro');
    const reading = await openProject({ ...storeOptions(path()), access: 'any' });
    expect([reading.info.readOnly, readShelf(reading.db)['old']]).toEqual([true, 'zero']);
    await reading.close();
    mount('-o', 'remount,rw');
  });

  test('D-07: the disk is taken away: nothing is called saved, and memory can be saved elsewhere', async () => {
    spawnSync('umount', ['-l', disk]);
    expect(await message(put(project, 'kept', 'one'))).not.toBe('saved');
    const rescued = at.file('rescued.earshot');
    await project.saveCopy(rescued);
    const copy = await openProject(storeOptions(rescued));
    expect(readShelf(copy.db)).toEqual({ old: 'zero', kept: 'one' });
    await copy.close();
    figure('D-07', 'a disk that is protected, and one that is taken away while the project is open: 0 false “saved”, the edit kept in memory and saved elsewhere');
  });
});
