import { describe, expect, test } from 'vitest';
import type { FileSystem } from '#engine/store/file-system.ts';
import { createProject, openProject } from '#engine/store/project-file.ts';
import type { StoreError } from '#engine/store/store-error.ts';
import { MemoryDisk } from '#tests/support/store/memory-disk.ts';
import { begunOddly, diskError, oddDisk, refuse, shelfOn } from '#tests/support/store/odd-disk.ts';
import { readShelf } from '#tests/support/store/shelf-handlers.ts';
import { lonelyProcess, optionsOn, projectPath } from '#tests/support/store/story.ts';
import { aClock, put } from '#tests/support/store/test-project.ts';

const journalPath = `${projectPath}-log`;
const backupsPath = `${projectPath}-backups`;

describe('a disk that knows no second names (FAT, some network drives)', () => {
  test('holds projects, keeps what was before, locks, and keeps what was damaged', async () => {
    const disk = new MemoryDisk();
    const fileSystem = oddDisk(disk, { link: refuse('EPERM') });
    const project = await createProject({ ...optionsOn(disk, 1), fileSystem });
    await put(project, 'a', 'one');
    await project.checkpoint();
    await put(project, 'b', 'two');
    await project.checkpoint();
    expect(disk.list(backupsPath).filter((name) => name.startsWith('previous'))).toEqual(['previous-g000002.earshot', 'previous-g000002.journal']);
    const living = { ...lonelyProcess(2), isAlive: () => true };
    await expect(openProject({ ...optionsOn(disk, 2), fileSystem, probe: living, clock: aClock().now })).rejects.toMatchObject({ code: 'PROJECT_LOCKED' });
    // The process dies, and its file is damaged.
    const killed = new MemoryDisk(disk.content());
    const harmed = killed.get(projectPath);
    harmed[5000] = (harmed[5000] ?? 0) ^ 1;
    killed.put(projectPath, harmed);
    const options = { ...optionsOn(killed, 2), fileSystem: oddDisk(killed, { link: refuse('EPERM') }) };
    const refusal = await openProject(options).catch((error: unknown) => error as StoreError);
    const repaired = await openProject({ ...options, accept: (refusal as StoreError).offers[0]?.id ?? '' });
    expect(readShelf(repaired.db)).toEqual({ a: 'one', b: 'two' });
    const [kept] = killed.list(backupsPath).filter((name) => name.startsWith('damaged-'));
    expect(Buffer.compare(killed.get(`${backupsPath}/${kept}`), harmed)).toBe(0);
    await repaired.close();
    await project.close();
  });
});

describe('a rename that is refused', () => {
  const refuseFrom = (disk: MemoryDisk, from: string) => (at: string, to: string) => {
    if (at === from) throw diskError('EACCES');
    disk.rename(at, to);
  };

  test('of the new log: the save counts, the log goes on under its first name, and the next save puts that right', async () => {
    const { disk, odd, project, codes } = await begunOddly();
    odd.rename = refuseFrom(disk, `${journalPath}-new`);
    await project.checkpoint();
    expect([codes, project.info.generation]).toEqual([['JOURNAL_RENAME_FAILED'], 3]);
    await put(project, 'c', 'three');
    expect(await shelfOn(disk)).toEqual({ a: 'one', b: 'two', c: 'three' });
    // Whoever only reads finds the log under that name, and writes nothing.
    const names = disk.list('/desk');
    const reading = await openProject({ ...optionsOn(disk, 2), access: 'read' });
    expect(readShelf(reading.db)).toEqual({ a: 'one', b: 'two', c: 'three' });
    expect((await reading.verify()).map(({ name, ok }) => [name, ok])).toContainEqual(['journal', true]);
    await reading.close();
    expect(disk.list('/desk')).toEqual(names);
    await expect(project.checkpoint()).rejects.toMatchObject({ code: 'READ_ONLY' });
    delete odd.rename;
    await project.checkpoint();
    expect(disk.list('/desk')).toEqual(['calls.earshot', 'calls.earshot-lock', 'calls.earshot-log']);
    expect(await shelfOn(disk)).toEqual({ a: 'one', b: 'two', c: 'three' });
    await project.close();
  });

  test('of the new file: the save fails, and everything goes on as before it', async () => {
    const { disk, odd, project } = await begunOddly();
    odd.rename = refuseFrom(disk, `${projectPath}-new`);
    await expect(project.checkpoint()).rejects.toMatchObject({ code: 'READ_ONLY' });
    expect([project.info.generation, disk.list('/desk')]).toEqual([2, ['calls.earshot', 'calls.earshot-lock', 'calls.earshot-log']]);
    await put(project, 'c', 'three');
    expect(await shelfOn(disk)).toEqual({ a: 'one', b: 'two', c: 'three' });
    await project.close();
  });

  test('although it was done: the file that bears the name is believed, not the error', async () => {
    const { disk, odd, project, codes } = await begunOddly();
    odd.rename = (from, to) => {
      disk.rename(from, to);
      throw diskError('EIO');
    };
    await project.checkpoint();
    expect([codes, project.info.generation]).toEqual([[], 3]);
    delete odd.rename;
    expect(await shelfOn(disk)).toEqual({ a: 'one', b: 'two' });
    await project.close();
  });
});

describe('a disk that takes or gives something else than was asked for', () => {
  test.each([
    { name: 'takes no bytes and says nothing, while the project is saved', odd: { writeAsync: () => Promise.resolve(0) }, code: 'DISK_FULL' },
    { name: 'gives back another byte than was written', odd: { readAsync: (_file: number, into: Uint8Array, position: number) => Promise.resolve(position === 0 ? into.fill(7, 0, 100).subarray(0, 100).length : 0) }, code: 'IO_FAILED' },
    { name: 'has no room', odd: { freeBytes: () => 1000 }, code: 'DISK_FULL' },
  ])('$name: the save fails, and the file before it stays', async ({ odd: calls, code }) => {
    const { disk, odd, project } = await begunOddly();
    const before = disk.get(projectPath);
    Object.assign(odd, calls);
    await expect(project.checkpoint()).rejects.toMatchObject({ code });
    expect(Buffer.compare(disk.get(projectPath), before)).toBe(0);
    for (const call of Object.keys(calls)) delete odd[call as keyof FileSystem];
    expect(await shelfOn(disk)).toEqual({ a: 'one', b: 'two' });
    await project.close();
  });

  test('takes no bytes while a change is saved, and cannot take back what it took: said so, and saved later over what is left', async () => {
    const { disk, odd, project } = await begunOddly();
    const sized = disk.get(journalPath).length;
    odd.write = (file, bytes, position) => (bytes.length > 40 ? disk.write(file, bytes.subarray(0, 40), position) : 0);
    odd.write = ((write) => (file, bytes, position) => (position > sized ? 0 : write(file, bytes, position)))(odd.write);
    odd.truncate = refuse('EIO');
    await expect(put(project, 'c', 'three')).rejects.toMatchObject({ code: 'DISK_FULL' });
    expect([project.info.unsavedCommands, disk.get(journalPath).length]).toEqual([1, sized + 40]);
    expect(await shelfOn(disk)).toEqual({ a: 'one', b: 'two' });
    for (const call of ['write', 'truncate'] as const) delete odd[call];
    await put(project, 'd', 'four');
    expect(await shelfOn(disk)).toEqual({ a: 'one', b: 'two', c: 'three', d: 'four' });
    await project.close();
  });

  test('may have dropped a change that it was asked to keep: a whole new file is written before it counts', async () => {
    const { disk, odd, project, codes } = await begunOddly();
    odd.syncData = refuse('EIO');
    await put(project, 'c', 'three');
    expect([codes, project.info.generation, project.info.unsavedCommands]).toEqual([['JOURNAL_SYNC_FAILED'], 3, 0]);
    delete odd.syncData;
    expect(await shelfOn(disk)).toEqual({ a: 'one', b: 'two', c: 'three' });
    await project.close();
  });

  test('fails the save that rescues a change while another waits for it: the other keeps what the first could not', async () => {
    const { disk, odd, project, codes } = await begunOddly();
    odd.syncData = refuse('EIO');
    let fail = (): void => undefined;
    odd.writeAsync = () => new Promise((_resolve, reject) => void (fail = () => reject(diskError('EIO'))));
    const change = put(project, 'c', 'three').catch((error: unknown) => error);
    while (!codes.includes('JOURNAL_SYNC_FAILED')) await new Promise((resolve) => setImmediate(resolve));
    const save = project.checkpoint();
    await new Promise((resolve) => setImmediate(resolve));
    delete odd.writeAsync;
    fail();
    expect([await change, await save, project.info.unsavedCommands]).toMatchObject([{ code: 'NOT_SAVED' }, undefined, 0]);
    delete odd.syncData;
    expect(await shelfOn(disk)).toEqual({ a: 'one', b: 'two', c: 'three' });
    await project.close();
  });

  test('fails a save while changes that it refused wait for it: they are saved in the log after all', async () => {
    const { disk, odd, project } = await begunOddly();
    let fail = (): void => undefined;
    odd.writeAsync = () => new Promise((_resolve, reject) => void (fail = () => reject(diskError('EIO'))));
    const saving = project.checkpoint().catch((error: unknown) => error);
    odd.write = refuse('ENOSPC');
    await expect(put(project, 'c', 'three')).rejects.toMatchObject({ code: 'DISK_FULL' });
    delete odd.write;
    const next = put(project, 'd', 'four');
    await new Promise((resolve) => setImmediate(resolve));
    delete odd.writeAsync;
    fail();
    expect([await saving, await next]).toMatchObject([{ code: 'IO_FAILED' }, [{ seq: 4 }]]);
    expect(await shelfOn(disk)).toEqual({ a: 'one', b: 'two', c: 'three', d: 'four' });
    await project.close();
  });

  test('gives a backup back otherwise than it was written: it is none', async () => {
    const { disk, odd, project } = await begunOddly();
    let copied = -1;
    odd.open = (path, mode) => {
      const file = disk.open(path, mode);
      if (path.startsWith(backupsPath) && mode === 'r') copied = file;
      return file;
    };
    odd.readAsync = async (file, into, position) => {
      const read = await disk.readAsync(file, into, position);
      if (file === copied) into[0] = (into[0] ?? 0) ^ 1;
      return read;
    };
    await expect(project.backups.create()).rejects.toMatchObject({ code: 'IO_FAILED', message: expect.stringContaining('backing up') });
    for (const call of ['open', 'readAsync'] as const) delete odd[call];
    expect((await project.backups.list()).map(({ generation }) => generation)).toEqual([2]);
    expect(await shelfOn(disk)).toEqual({ a: 'one', b: 'two' });
    await project.close();
  });

  test('ends a file sooner than it said: what is there is looked at, and found wanting', async () => {
    const { disk, odd, project } = await begunOddly();
    odd.read = (file, into, position) => (position > 4096 ? 0 : disk.read(file, into.subarray(0, 4096), position));
    expect((await project.verify()).filter(({ ok }) => !ok).map(({ name }) => name)).toEqual(['snapshot']);
    delete odd.read;
    await project.close();
  });
});
