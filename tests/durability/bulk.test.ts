import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '#engine/store/database.ts';
import { createProject, openProject, type ProjectFile } from '#engine/store/project-file.ts';
import { faultyDisk } from '#tests/support/store/faulty-disk.ts';
import { MemoryDisk } from '#tests/support/store/memory-disk.ts';
import { readShelf } from '#tests/support/store/shelf-handlers.ts';
import { optionsOn } from '#tests/support/store/story.ts';
import { base, put, putCommand } from '#tests/support/store/test-project.ts';

const insert = `INSERT INTO setting (key, value, changed_at) VALUES (?, 'imported', '')`;

/** Lets everything that is ready run. */
const pause = () => new Promise((resolve) => setImmediate(resolve));

describe('a bulk change', () => {
  let disk: MemoryDisk;
  let project: ProjectFile;
  beforeEach(async () => {
    disk = new MemoryDisk();
    project = await createProject(optionsOn(disk, 1));
    await put(project, 'a', 'one');
  });
  afterEach(() => project.close());
  const openCopy = () => openProject(optionsOn(new MemoryDisk(disk.content()), 2));
  const importRows = async (db: Database) => {
    for (const key of ['x', 'y', 'z']) {
      db.transaction(() => db.run(insert, [key]));
      await pause();
    }
  };

  test('is on disk when it resolves, and leaves one row in the log', async () => {
    const result = await project.bulk('import', async (db) => {
      await importRows(db);
      return 'done';
    });
    expect(result).toBe('done');
    const copy = await openCopy();
    expect(readShelf(copy.db)).toEqual({ a: 'one', x: 'imported', y: 'imported', z: 'imported' });
    expect(copy.db.get('SELECT name, payload FROM command_log ORDER BY seq DESC LIMIT 1')).toEqual({ name: 'project.bulk', payload: '{"label":"import"}' });
    expect((await copy.verify()).filter(({ ok }) => !ok)).toEqual([]);
    await copy.close();
  });

  test('can be undone and done again through the command that it records', async () => {
    await project.bulk('import', (db, log) => {
      db.run(insert, ['x']);
      log.record({ ...base(), name: 'import.add', version: 1, payload: { digest: 'abc' } }, { inverse: { name: 'shelf.remove', payload: { key: 'x' } }, entityId: 'x' });
    });
    expect(project.canUndo()).toMatchObject({ name: 'import.add', entityId: 'x' });
    await project.undo(base());
    expect(readShelf(project.db)).toEqual({ a: 'one' });
    await project.redo(base());
    expect(readShelf(project.db)).toEqual({ a: 'one', x: 'imported' });
  });

  test('that records an inverse which nobody could carry out fails at once, and not when somebody wants to undo', async () => {
    const bulk = project.bulk('import', (db, log) => {
      db.run(insert, ['x']);
      log.record({ ...base(), name: 'import.add', version: 1, payload: {} }, { inverse: { name: 'shelf.burn', payload: {} }, entityId: null });
    });
    await expect(bulk).rejects.toThrow('shelf.burn');
    expect([readShelf(project.db), project.canUndo()?.seq]).toEqual([{ a: 'one' }, 1]);
  });

  test('that fails leaves nothing, in memory and on disk, and what was done before stays', async () => {
    const bulk = project.bulk('import', async (db) => {
      await importRows(db);
      throw new Error('row 4 is no row');
    });
    await expect(bulk).rejects.toThrow('row 4 is no row');
    expect(readShelf(project.db)).toEqual({ a: 'one' });
    expect(project.info.lastSeq).toBe(1);
    await put(project, 'b', 'two');
    const copy = await openCopy();
    expect(readShelf(copy.db)).toEqual({ a: 'one', b: 'two' });
    await copy.close();
  });

  test('commands that arrive meanwhile wait, see its rows, and are lost by none of its failures', async () => {
    let isRunning = true;
    const bulk = project.bulk('import', async (db) => {
      await importRows(db);
      isRunning = false;
    });
    const waiting = project.execute([putCommand('x', 'changed')]).then((results) => ({ results, wasRunning: isRunning }));
    expect(await waiting).toEqual({ results: [{ seq: 3, result: { before: 'imported' } }], wasRunning: false });
    await bulk;

    const failing = project.bulk('import', async () => {
      await pause();
      throw new Error('no');
    });
    const after = put(project, 'late', 'kept');
    await expect(failing).rejects.toThrow('no');
    await after;
    expect(readShelf(project.db)).toMatchObject({ late: 'kept', x: 'changed' });
  });

  test('two run one after the other', async () => {
    const order: string[] = [];
    const run = (name: string) =>
      project.bulk(name, async () => {
        order.push(`${name} begins`);
        await pause();
        order.push(`${name} ends`);
      });
    await Promise.all([run('first'), run('second')]);
    expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  });

  test('that a full disk refuses is taken back, and says so', async () => {
    await project.close();
    const faults = faultyDisk(disk, null);
    let isFull = false;
    const fileSystem = new Proxy(faults.fileSystem, {
      get: (target, name, receiver) => (name === 'freeBytes' && isFull ? () => 1000 : Reflect.get(target, name, receiver)),
    });
    project = await openProject({ ...optionsOn(disk, 1), fileSystem });
    isFull = true;
    await expect(project.bulk('import', (db) => void db.run(insert, ['x']))).rejects.toMatchObject({ code: 'DISK_FULL' });
    expect(readShelf(project.db)).toEqual({ a: 'one' });
    isFull = false;
    await project.bulk('import', (db) => void db.run(insert, ['x']));
    expect(readShelf(project.db)).toEqual({ a: 'one', x: 'imported' });
  });
});
