import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AnyCommandHandler } from '#engine/log/handler.ts';
import { registryOf } from '#engine/log/apply.ts';
import type { FileSystem } from '#engine/store/file-system.ts';
import { createProject, openProject, type ProjectFile } from '#engine/store/project-file.ts';
import { MemoryDisk } from '#tests/support/store/memory-disk.ts';
import { oddDisk, refuse } from '#tests/support/store/odd-disk.ts';
import { readShelf, shelfHandlers } from '#tests/support/store/shelf-handlers.ts';
import { optionsOn, projectPath } from '#tests/support/store/story.ts';
import { put } from '#tests/support/store/test-project.ts';

/** The shelf's `put`, which leaves a broken reference behind as often as told: SQLite finds it only when it commits. */
function puttingBadly(times: { left: number }): AnyCommandHandler[] {
  const [putting, ...others] = shelfHandlers as [AnyCommandHandler, ...AnyCommandHandler[]];
  const apply: AnyCommandHandler['apply'] = (db, payload, context) => {
    if (times.left > 0) {
      times.left -= 1;
      db.exec("PRAGMA defer_foreign_keys = ON; INSERT INTO note (id, interaction_id, text, created_by, created_at) VALUES ('n', 'nothing', 'x', 'Ada', '')");
    }
    return putting.apply(db, payload, context);
  };
  return [{ ...putting, apply }, ...others];
}

describe('a change that SQLite refuses only at the very end', () => {
  const bad = { left: 0 };
  let odd: Partial<FileSystem>;
  let disk: MemoryDisk;
  let codes: string[];
  let project: ProjectFile;
  beforeEach(async () => {
    [odd, disk, codes, bad.left] = [{}, new MemoryDisk(), [], 0];
    project = await createProject({ ...optionsOn(disk, 1), fileSystem: oddDisk(disk, odd), handlers: puttingBadly(bad), log: ({ code }) => codes.push(code) });
    await put(project, 'a', 'one');
    await project.checkpoint();
    await put(project, 'b', 'two');
  });
  afterEach(() => project.close());
  /** What another process would find if this one died now. */
  const onDisk = async () => {
    const copy = await openProject(optionsOn(new MemoryDisk(disk.content()), 2));
    const shelf = readShelf(copy.db);
    expect((await copy.verify()).filter(({ ok }) => !ok)).toEqual([]);
    await copy.close();
    return shelf;
  };

  test('is done, as it is in the journal: memory is read back from disk', async () => {
    bad.left = 1;
    expect(await put(project, 'c', 'three')).toEqual([{ seq: 3, result: { before: null } }]);
    expect(codes).toContain('REBUILT_FROM_DISK');
    const shelf = { a: 'one', b: 'two', c: 'three' };
    expect([readShelf(project.db), await onDisk()]).toEqual([shelf, shelf]);
    expect((await project.verify()).filter(({ ok }) => !ok)).toEqual([]);
    await put(project, 'd', 'four');
    expect(await onDisk()).toEqual({ ...shelf, d: 'four' });
  });

  test('while the disk cannot be read either: nothing is changed or saved until it can, and then nothing is missing', async () => {
    bad.left = 1;
    odd.read = refuse('EIO');
    await put(project, 'c', 'three');
    await expect(put(project, 'd', 'four')).rejects.toMatchObject({ code: 'IO_FAILED', message: expect.stringContaining('tries again') });
    await expect(project.checkpoint()).rejects.toMatchObject({ code: 'IO_FAILED' });
    delete odd.read;
    await put(project, 'd', 'five');
    const shelf = { a: 'one', b: 'two', c: 'three', d: 'five' };
    expect([readShelf(project.db), await onDisk()]).toEqual([shelf, shelf]);
  });

  test.each([
    { name: 'takes no bytes', calls: { write: refuse('ENOSPC') }, code: 'DISK_FULL', unsaved: 1 },
    { name: 'can neither sync nor be read', calls: { syncData: refuse('EIO'), read: refuse('EIO') }, code: 'IO_FAILED', unsaved: 1 },
  ])('while the disk $name: it is kept, and saved once, as soon as that is possible', async ({ calls, code, unsaved }) => {
    bad.left = 1;
    Object.assign(odd, calls);
    await expect(put(project, 'c', 'three')).rejects.toMatchObject({ code });
    expect(project.info.unsavedCommands).toBe(unsaved);
    for (const call of Object.keys(calls)) delete odd[call as keyof FileSystem];
    await put(project, 'd', 'four');
    const shelf = { a: 'one', b: 'two', c: 'three', d: 'four' };
    expect([readShelf(project.db), await onDisk(), project.info.lastSeq]).toEqual([shelf, shelf, 4]);
  });

  test('where no transaction can begin, those who wait are told so', async () => {
    project.db.exec('BEGIN');
    const both = await Promise.allSettled([put(project, 'c', 'three'), put(project, 'd', 'four')]);
    expect(both.map((one) => (one.status === 'rejected' ? String(one.reason) : 'saved'))).toEqual([expect.stringContaining('within a transaction'), expect.stringContaining('within a transaction')]);
    project.db.exec('ROLLBACK');
    await put(project, 'c', 'three');
    expect(await onDisk()).toEqual({ a: 'one', b: 'two', c: 'three' });
  });

  test('a project file that somebody replaced is not read back: the change waits until it is there again', async () => {
    const own = disk.get(projectPath);
    const other = own.slice();
    other[5000] = (other[5000] ?? 0) ^ 1;
    disk.put(projectPath, other);
    await expect(project.bulk('import', () => Promise.reject(new Error('row 4 is no row')))).rejects.toMatchObject({ code: 'IO_FAILED' });
    await expect(put(project, 'c', 'three')).rejects.toMatchObject({ code: 'IO_FAILED' });
    disk.put(projectPath, own);
    const log = disk.get(`${projectPath}-log`);
    disk.put(`${projectPath}-log`, log.slice(0, 100));
    await expect(put(project, 'c', 'three')).rejects.toMatchObject({ code: 'IO_FAILED' });
    disk.put(`${projectPath}-log`, log);
    await put(project, 'c', 'three');
    expect(await onDisk()).toEqual({ a: 'one', b: 'two', c: 'three' });
  });
});

describe('the commands that a program knows', () => {
  test('have one handler each', () => {
    expect(() => registryOf([...shelfHandlers, ...shelfHandlers])).toThrow('same name');
  });
});
