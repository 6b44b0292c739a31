import { beforeAll, describe, expect, test } from 'vitest';
import { encodeFrame, journalHeaderSize } from '#engine/store/journal-format.ts';
import { scanJournal } from '#engine/store/journal-scan.ts';
import { createProject, openProject, type ProjectFile } from '#engine/store/project-file.ts';
import { writeSnapshot } from '#engine/store/snapshot.ts';
import type { StoreError } from '#engine/store/store-error.ts';
import { type DiskContent, MemoryDisk } from '#tests/support/store/memory-disk.ts';
import { readShelf } from '#tests/support/store/shelf-handlers.ts';
import { optionsOn, projectPath } from '#tests/support/store/story.ts';
import { aClock, put } from '#tests/support/store/test-project.ts';

const journalPath = `${projectPath}-log`;
const backupsPath = `${projectPath}-backups`;

function harm(disk: MemoryDisk, path: string): void {
  const bytes = disk.get(path);
  bytes[5000] = (bytes[5000] ?? 0) ^ 1;
  disk.put(path, bytes);
}

const opened = (disk: MemoryDisk, accept?: string): Promise<ProjectFile> => openProject({ ...optionsOn(disk, 9), ...(accept === undefined ? {} : { accept }) });
const offersOn = (disk: MemoryDisk): Promise<StoreError['offers']> => opened(disk).then(() => [], ({ code, offers }: StoreError) => (expect(code).toBe('PROJECT_DAMAGED'), offers));

describe('what a damaged project is offered to go on with', () => {
  let content: DiskContent;
  let saved: DiskContent;
  /** One change, a backup, one more, a save, one more; killed. `saved`: the same after another save. */
  beforeAll(async () => {
    const disk = new MemoryDisk();
    const clock = aClock();
    const project = await createProject({ ...optionsOn(disk, 1), clock: clock.now });
    await put(project, 'a', 'one');
    await project.backups.create();
    await put(project, 'b', 'two');
    await project.checkpoint();
    content = disk.content();
    await put(project, 'c', 'three');
    await project.checkpoint();
    saved = disk.content();
    await project.close();
  });
  const withoutPrevious = (disk: MemoryDisk): MemoryDisk => {
    for (const name of disk.list(backupsPath)) if (name.startsWith('previous')) disk.unlink(`${backupsPath}/${name}`);
    return disk;
  };

  test('one change less is told as one change', async () => {
    const disk = withoutPrevious(new MemoryDisk(content));
    harm(disk, projectPath);
    const [backup, asItIs] = await offersOn(disk);
    expect(backup).toMatchObject({ lostCommands: 1, sentence: expect.stringContaining('from a backup. The last 1 change would be lost.') });
    expect(asItIs).toMatchObject({ lostCommands: null, sentence: expect.stringContaining('as it is') });
    const project = await opened(disk, backup?.id);
    expect(project.info.recovered).toContain('The last change is lost.');
    expect(readShelf(project.db)).toEqual({ a: 'one' });
    await project.close();
  });

  test('a new version that was whole when it was being saved is among it, one that was not is not', async () => {
    const later = new MemoryDisk(saved).get(projectPath);
    for (const [file, ways] of [[later, ['new', 'previous']], [later.subarray(0, -100), ['previous']]] as const) {
      const disk = new MemoryDisk(content);
      harm(disk, projectPath);
      disk.put(`${projectPath}-new`, file);
      const offers = await offersOn(disk);
      expect(offers.map(({ id }) => id.split('-')[0]).filter((kind) => kind !== 'as' && kind !== 'backup')).toEqual(ways);
      const project = await opened(disk, offers[0]?.id);
      expect(readShelf(project.db)).toEqual({ a: 'one', b: 'two', ...(ways.length === 2 ? { c: 'three' } : {}) });
      await project.close();
    }
  });

  test('an entry of the log that says nothing gives no time, and whoever takes it is told which it is', async () => {
    const disk = new MemoryDisk(content);
    const previous = disk.list(backupsPath).find((name) => name.endsWith('.journal')) ?? '';
    const file = disk.get(`${backupsPath}/${previous}`);
    const frames = scanJournal(file)?.frames ?? [];
    disk.put(`${backupsPath}/${previous}`, Buffer.concat([file.subarray(0, journalHeaderSize), ...frames.map((frame) => encodeFrame({ ...frame, payload: Buffer.from('nothing') }, frame))]));
    harm(disk, projectPath);
    const [best] = await offersOn(disk);
    expect(best).toMatchObject({ lostCommands: 0, at: '2025-03-01T09:00:00.000Z' });
    await expect(opened(disk, best?.id)).rejects.toMatchObject({ code: 'REPLAY_FAILED', message: expect.stringContaining('Change 2') });
  });

  test('a backup that is sealed and yet no project is not', async () => {
    const disk = withoutPrevious(new MemoryDisk(content));
    const [name] = disk.list(backupsPath);
    disk.unlink(`${backupsPath}/${name}`);
    await writeSnapshot(disk, `${backupsPath}/${name}`, { database: { size: 9000, pieces: [new Uint8Array(9000).fill(7)] }, seal: { generation: 1, lastSeq: 1 }, vault: null });
    disk.unlink(projectPath);
    expect(await offersOn(disk)).toEqual([]);
    await expect(opened(disk)).rejects.toMatchObject({ message: expect.stringContaining('look for a copy elsewhere') });
  });
});

describe('two copies of a project that went different ways, and whose files were mixed up', () => {
  /** A copy in which so many changes were made after the first two, and perhaps saved. */
  async function aCopy(start: DiskContent, { pid, texts, isSaved }: { pid: number; texts: readonly string[]; isSaved: boolean }): Promise<MemoryDisk> {
    const disk = new MemoryDisk(start);
    const project = await openProject(optionsOn(disk, pid));
    for (const text of texts) await put(project, text, text);
    if (isSaved) await project.checkpoint();
    const killed = new MemoryDisk(disk.content());
    await project.close();
    return killed;
  }
  let start: DiskContent;
  beforeAll(async () => {
    const disk = new MemoryDisk();
    const project = await createProject(optionsOn(disk, 1));
    await put(project, 'a', 'one');
    await project.close();
    start = disk.content();
  });

  test.each([
    { name: 'as far', others: ['x', 'y'] },
    { name: 'further', others: ['x', 'y', 'z'] },
  ])('where the other went $name, its log is not taken for that of this file: a person chooses', async ({ others }) => {
    const disk = await aCopy(start, { pid: 2, texts: ['b', 'c'], isSaved: true });
    const other = await aCopy(start, { pid: 3, texts: others, isSaved: false });
    disk.put(journalPath, other.get(journalPath));
    const offers = await offersOn(disk);
    expect(offers.length).toBeGreaterThan(0);
    const current = offers.find(({ id }) => id.startsWith('current')) ?? offers[0];
    const project = await openProject({ ...optionsOn(disk, 4), accept: current?.id ?? '' });
    expect(readShelf(project.db)).toMatchObject({ a: 'one' });
    expect((await project.verify()).filter(({ ok }) => !ok)).toEqual([]);
    await project.close();
  });

  test('the older log of the very same way is, and nothing is asked', async () => {
    const disk = await aCopy(start, { pid: 2, texts: ['b', 'c'], isSaved: true });
    const [previous] = disk.list(backupsPath).filter((name) => name.startsWith('previous') && name.endsWith('.journal'));
    disk.put(journalPath, disk.get(`${backupsPath}/${previous}`));
    const project = await openProject(optionsOn(disk, 4));
    expect(readShelf(project.db)).toEqual({ a: 'one', b: 'b', c: 'c' });
    await project.close();
  });
});
