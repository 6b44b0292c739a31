import { describe, expect, test } from 'vitest';
import type { FileSystem } from '#engine/store/file-system.ts';
import { readLock, type LockContent } from '#engine/store/lock.ts';
import { createProject, openProject, type ProjectFile } from '#engine/store/project-file.ts';
import { type DiskContent, MemoryDisk } from '#tests/support/store/memory-disk.ts';
import { diskError, oddDisk } from '#tests/support/store/odd-disk.ts';
import { readShelf } from '#tests/support/store/shelf-handlers.ts';
import { lonelyProcess, optionsOn, projectPath } from '#tests/support/store/story.ts';
import { aClock, put } from '#tests/support/store/test-project.ts';

const lockPath = `${projectPath}-lock`;
const names = (disk: MemoryDisk) => disk.list('/desk').filter((name) => name.includes('-lock'));

/** A project whose process was killed while it was open. */
async function killed(): Promise<DiskContent> {
  const disk = new MemoryDisk();
  const project = await createProject(optionsOn(disk, 1));
  await put(project, 'a', 'one');
  const content = disk.content();
  await project.close();
  return content;
}

async function opens(work: Promise<ProjectFile>): Promise<void> {
  const project = await work;
  expect(readShelf(project.db)).toEqual({ a: 'one' });
  await project.close();
}

/** The lock of a process that is dead here, or alive on another machine. */
function lockOf(nonce: string, change: Partial<LockContent> = {}): Uint8Array {
  return Buffer.from(JSON.stringify({ ...lonelyProcess(9).self, nonce: nonce.repeat(32).slice(0, 32), heartbeatAt: new Date().toISOString(), phase: 'serving', ...change }));
}
const elsewhere = { host: 'laptop', bootId: 'x' };

describe('a lock that nobody can read', () => {
  test('keeps others out for a minute, and after that until a person says that its holder is gone', async () => {
    const disk = new MemoryDisk(await killed());
    disk.put(lockPath, Buffer.from('not a lock'));
    const young = aClock('1970-01-01T00:00:30.000Z');
    await expect(openProject({ ...optionsOn(disk, 2), clock: young.now, takeOver: true })).rejects.toMatchObject({ code: 'PROJECT_LOCKED', message: expect.stringContaining('Close it there first') });
    await expect(openProject(optionsOn(disk, 2))).rejects.toMatchObject({ code: 'PROJECT_LOCKED', message: expect.stringContaining('another program. It has not been heard of') });
    await opens(openProject({ ...optionsOn(disk, 2), takeOver: true }));
    expect(names(disk)).toEqual([]);
  });

  test('is put back as one if the project could not be opened after all: whoever comes next is asked again', async () => {
    const disk = new MemoryDisk(await killed());
    disk.put(lockPath, Buffer.from('not a lock'));
    const odd: Partial<FileSystem> = { writeAsync: () => Promise.reject(diskError('EIO')) };
    await expect(openProject({ ...optionsOn(disk, 2), fileSystem: oddDisk(disk, odd), takeOver: true })).rejects.toMatchObject({ code: 'IO_FAILED' });
    expect([names(disk), readLock(disk, lockPath)]).toEqual([['calls.earshot-lock'], 'unreadable']);
    await expect(openProject(optionsOn(disk, 3))).rejects.toMatchObject({ code: 'PROJECT_LOCKED' });
    await opens(openProject({ ...optionsOn(disk, 3), takeOver: true }));
  });
});

describe('two that want a lock in the same moment', () => {
  test('it is given free between the two looks at it: it is taken', async () => {
    const disk = new MemoryDisk(await killed());
    let isFreed = false;
    const open: FileSystem['open'] = (path, mode) => {
      if (path === lockPath && !isFreed) {
        isFreed = true;
        disk.unlink(lockPath);
      }
      return disk.open(path, mode);
    };
    await opens(openProject({ ...optionsOn(disk, 2), fileSystem: oddDisk(disk, { open }) }));
    expect([isFreed, names(disk)]).toEqual([true, []]);
  });

  test('somebody else takes over first: this one keeps out and leaves nothing behind', async () => {
    const disk = new MemoryDisk(await killed());
    const link: FileSystem['link'] = (existing, name) => {
      if (name.includes('-claim-')) disk.put(lockPath, lockOf('other', elsewhere));
      disk.link(existing, name);
    };
    await expect(openProject({ ...optionsOn(disk, 2), fileSystem: oddDisk(disk, { link }) })).rejects.toMatchObject({ code: 'PROJECT_LOCKED', message: expect.stringContaining('laptop (process 9)') });
    expect([names(disk), readLock(disk, lockPath)]).toEqual([['calls.earshot-lock'], expect.objectContaining({ host: 'laptop' })]);
  });

  test('somebody else takes over and closes again at once: nobody’s lock is replaced by a guess', async () => {
    const disk = new MemoryDisk(await killed());
    let claims = 0;
    const link: FileSystem['link'] = (existing, name) => {
      claims += name.includes('-claim-') ? 1 : 0;
      if (name.includes('-claim-') && claims === 1) disk.unlink(lockPath);
      disk.link(existing, name);
    };
    await opens(openProject({ ...optionsOn(disk, 2), fileSystem: oddDisk(disk, { link }) }));
    expect([claims, names(disk)]).toEqual([1, []]);
  });

  test.each([
    { name: 'of a living process', claim: lockOf('living', elsewhere) },
    { name: 'that nobody can read', claim: Buffer.from('no claim') },
    { name: 'that names the very lock which it claims', claim: null },
  ])('a leftover lock that is claimed already, by a claim $name, is not claimed twice', async ({ claim }) => {
    const disk = new MemoryDisk(await killed());
    disk.put(lockPath, lockOf('dead'));
    const dead = readLock(disk, lockPath) as LockContent;
    disk.put(`${lockPath}-claim-${dead.nonce.slice(0, 16)}`, claim ?? disk.get(lockPath));
    await expect(openProject(optionsOn(disk, 2))).rejects.toMatchObject({ code: 'PROJECT_LOCKED' });
    expect(readLock(disk, lockPath)).toMatchObject({ nonce: dead.nonce });
  });
});
