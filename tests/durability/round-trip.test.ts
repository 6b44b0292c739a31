import { existsSync, readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FileSystem } from '#engine/store/file-system.ts';
import { createProject, openProject, type ProjectFile } from '#engine/store/project-file.ts';
import { MemoryDisk } from '#tests/support/store/memory-disk.ts';
import { readShelf } from '#tests/support/store/shelf-handlers.ts';
import { optionsOn } from '#tests/support/store/story.ts';
import { aFolder, base, put, putCommand, removeCommand, storeOptions } from '#tests/support/store/test-project.ts';

describe('a project file', () => {
  let folder: ReturnType<typeof aFolder>;
  let path: string;
  let open: ProjectFile[];
  beforeEach(() => {
    folder = aFolder();
    path = folder.file('calls.earshot');
    open = [];
  });
  afterEach(async () => {
    for (const project of open) await project.close({ discardUnsaved: true });
    folder.remove();
  });
  const keep = (project: ProjectFile) => {
    open.push(project);
    return project;
  };

  test('holds after closing what was done before', async () => {
    const created = keep(await createProject(storeOptions(path)));
    expect(created.info).toMatchObject({ generation: 1, lastSeq: 0, recovered: null, readOnly: false, unsavedCommands: 0 });
    await put(created, 'a', 'one');
    expect(await put(created, 'b', 'two')).toEqual([{ seq: 2, result: { before: null } }]);
    expect(await put(created, 'a', 'three')).toEqual([{ seq: 3, result: { before: 'one' } }]);
    await created.close();

    const opened = keep(await openProject(storeOptions(path)));
    expect(readShelf(opened.db)).toEqual({ a: 'three', b: 'two' });
    expect(opened.info).toMatchObject({ projectId: created.info.projectId, generation: 2, lastSeq: 3, recovered: null });
    expect((await opened.verify()).filter(({ ok }) => !ok)).toEqual([]);
  });

  test('leaves the project file, its log and its backups, and nothing else', async () => {
    const project = keep(await createProject(storeOptions(path)));
    await put(project, 'a', 'one');
    expect(readdirSync(folder.path)).toEqual(['calls.earshot', 'calls.earshot-lock', 'calls.earshot-log']);
    await project.close();
    expect(readdirSync(folder.path)).toEqual(['calls.earshot', 'calls.earshot-backups', 'calls.earshot-log']);
  });

  test('commands of one request are carried out all or not at all', async () => {
    const project = keep(await createProject(storeOptions(path)));
    await expect(project.execute([putCommand('a', 'one'), removeCommand('missing')])).rejects.toMatchObject({ name: 'CommandRefused', code: 'NOT_FOUND' });
    expect(readShelf(project.db)).toEqual({});
    expect(project.info.lastSeq).toBe(0);
    await project.execute([putCommand('a', 'one'), putCommand('b', 'two')]);
    expect(readShelf(project.db)).toEqual({ a: 'one', b: 'two' });
    expect(project.canUndo()).toMatchObject({ seq: 1, name: 'shelf.put', entityId: 'a' });
    await project.undo(base());
    expect(readShelf(project.db)).toEqual({});
  });

  test('refuses what it does not understand, and the same command twice', async () => {
    const project = keep(await createProject(storeOptions(path)));
    const command = putCommand('a', 'one');
    await project.execute([command]);
    await expect(project.execute([command])).rejects.toMatchObject({ code: 'ALREADY_DONE' });
    await expect(project.execute([{ ...putCommand('a', 'x'), name: 'shelf.burn' }])).rejects.toMatchObject({ code: 'UNKNOWN_COMMAND' });
    await expect(project.execute([{ ...putCommand('a', 'x'), payload: { key: '', text: 'x' } }])).rejects.toMatchObject({ code: 'INVALID_COMMAND' });
    await expect(project.execute([{ ...putCommand('a', 'x'), id: 'not a uuid' }])).rejects.toMatchObject({ code: 'INVALID_COMMAND' });
    expect(project.info.lastSeq).toBe(1);
  });

  test('a change too large for the log is refused', async () => {
    const project = keep(await createProject(storeOptions(path)));
    await expect(put(project, 'a', 'x'.repeat(5 * 1024 * 1024))).rejects.toMatchObject({ code: 'TOO_LARGE' });
    expect(readShelf(project.db)).toEqual({});
    await put(project, 'a', 'x'.repeat(1024 * 1024));
  });

  test('a full disk is said so; what memory kept is saved once there is room', async () => {
    const disk = new MemoryDisk();
    let isFull = false;
    const refuse = () => {
      throw Object.assign(new Error('ENOSPC: write'), { code: 'ENOSPC', syscall: 'write' });
    };
    const fileSystem = new Proxy<FileSystem>(disk, {
      get(target, name, receiver) {
        const method: unknown = Reflect.get(target, name, receiver);
        if (typeof method !== 'function') return method;
        return isFull && name === 'write' ? refuse : (...given: unknown[]): unknown => Reflect.apply(method, target, given);
      },
    });
    const project = keep(await createProject({ ...optionsOn(disk, 1), fileSystem }));
    isFull = true;
    await expect(put(project, 'a', 'one')).rejects.toMatchObject({ code: 'DISK_FULL', message: expect.stringContaining('kept in memory') });
    expect(project.info.unsavedCommands).toBe(1);
    await expect(put(project, 'b', 'two')).rejects.toMatchObject({ code: 'DISK_FULL' });
    await expect(project.retrySave()).rejects.toMatchObject({ code: 'DISK_FULL' });
    await expect(project.close()).rejects.toMatchObject({ code: 'DISK_FULL' });
    expect(readShelf(project.db)).toEqual({ a: 'one' });
    isFull = false;
    await project.retrySave();
    expect(project.info).toMatchObject({ unsavedCommands: 0, lastSeq: 1 });
    const copy = keep(await openProject(optionsOn(new MemoryDisk(disk.content()), 2)));
    expect(readShelf(copy.db)).toEqual({ a: 'one' });
  });

  test('requests that arrive together share one sync, and none waits for company', async () => {
    const disk = new MemoryDisk();
    const project = keep(await createProject(optionsOn(disk, 1)));
    const syncs = () => disk.operations.filter(({ kind }) => kind === 'sync').length;
    const before = syncs();
    await Promise.all(Array.from({ length: 20 }, (_, index) => put(project, `k${index}`, 'x')));
    expect(syncs() - before).toBeLessThan(10);
    const alone = syncs();
    await put(project, 'alone', 'x');
    expect(syncs() - alone).toBe(1);
  });

  test('opening twice: the second is refused, or reads', async () => {
    const writer = keep(await createProject(storeOptions(path)));
    await put(writer, 'a', 'one');
    await expect(openProject(storeOptions(path))).rejects.toMatchObject({ code: 'PROJECT_LOCKED' });
    const reader = keep(await openProject(storeOptions(path, { access: 'any' })));
    expect(reader.info.readOnly).toBe(true);
    expect(readShelf(reader.db)).toEqual({ a: 'one' });
    await expect(put(reader, 'b', 'two')).rejects.toMatchObject({ code: 'READ_ONLY' });
    expect((await reader.verify()).filter(({ ok }) => !ok)).toEqual([]);
    await put(writer, 'c', 'three');
  });

  test('creating refuses to replace anything; opening what is not there says so', async () => {
    const project = keep(await createProject(storeOptions(path)));
    await expect(createProject(storeOptions(path))).rejects.toMatchObject({ code: 'PROJECT_EXISTS' });
    await expect(openProject(storeOptions(folder.file('none.earshot')))).rejects.toMatchObject({ code: 'PROJECT_NOT_FOUND' });
    expect(existsSync(folder.file('none.earshot-lock'))).toBe(false);
    await project.close();
    await expect(put(project, 'a', 'x')).rejects.toMatchObject({ code: 'CLOSED' });
  });
});
