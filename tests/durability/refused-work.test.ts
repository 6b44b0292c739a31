import { truncateSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { FileSystem } from '#engine/store/file-system.ts';
import { createProject, openProject } from '#engine/store/project-file.ts';
import { Vault } from '#engine/store/vault.ts';
import { MemoryDisk } from '#tests/support/store/memory-disk.ts';
import { type Begun, begunOddly, diskError, oddDisk, refuse, shelfOn } from '#tests/support/store/odd-disk.ts';
import { readShelf } from '#tests/support/store/shelf-handlers.ts';
import { optionsOn, projectPath } from '#tests/support/store/story.ts';
import { aFolder, base, put, storeOptions } from '#tests/support/store/test-project.ts';

const journalPath = `${projectPath}-log`;
const backupsPath = `${projectPath}-backups`;

describe('a disk that refuses a piece of work', () => {
  test.each([
    { name: 'a new project', work: ({ disk, odd }: Begun) => createProject({ ...optionsOn(disk, 1), path: '/desk/new.earshot', fileSystem: oddDisk(disk, odd) }), doing: 'creating the project' },
    { name: 'a copy elsewhere', work: ({ project }: Begun) => project.saveCopy('/desk/copy.earshot'), doing: 'saving the copy' },
    { name: 'a backup', work: ({ project }: Begun) => project.backups.create(), doing: 'backing up' },
    { name: 'going back to a backup', work: async ({ project }: Begun) => project.backups.restore((await project.backups.list())[0]?.name ?? '', base()), doing: 'backing up' },
    { name: 'deleting earlier versions', work: ({ project }: Begun) => project.purge(), doing: 'deleting earlier versions' },
    { name: 'encrypting', work: async ({ project }: Begun) => project.protect((await Vault.create(project.info.projectId, 'correct horse battery')).vault), doing: 'saving' },
  ])('$name: says so in a sentence, leaves nothing half done, and the project as it was', async ({ work, doing }) => {
    const all = await begunOddly();
    const { disk, odd, project } = all;
    await project.backups.create();
    await put(project, 'c', 'three');
    const names = [...disk.list('/desk'), ...disk.list(backupsPath)];
    odd.writeAsync = () => Promise.reject(diskError('ENOSPC'));
    await expect(work(all)).rejects.toMatchObject({ code: 'DISK_FULL', message: `The disk is full: ${doing} failed. Make room and try again.` });
    expect([...disk.list('/desk'), ...disk.list(backupsPath)]).toEqual(names);
    expect(project.vault).toBeNull();
    expect(await shelfOn(disk)).toEqual({ a: 'one', b: 'two', c: 'three' });
    delete odd.writeAsync;
    await put(project, 'd', 'four');
    await project.close();
  });

  test('closing: nothing is lost, the next opening reads it from the log', async () => {
    const { disk, odd, project, codes } = await begunOddly();
    odd.writeAsync = () => Promise.reject(diskError('EIO'));
    odd.unlink = refuse('EACCES');
    await project.close();
    expect(codes).toEqual(['CHECKPOINT_FAILED', 'CLOSE_FAILED']);
    expect(await shelfOn(disk)).toEqual({ a: 'one', b: 'two' });
  });

  test('cutting off what a power cut left: the project is not opened, and is once it can be', async () => {
    const { disk } = await begunOddly();
    const killed = new MemoryDisk(disk.content());
    killed.put(journalPath, Buffer.concat([killed.get(journalPath), Buffer.from('half of a change')]));
    const odd: Partial<FileSystem> = { truncate: refuse('EROFS') };
    const options = { ...optionsOn(killed, 2), fileSystem: oddDisk(killed, odd) };
    await expect(openProject(options)).rejects.toMatchObject({ code: 'READ_ONLY' });
    delete odd.truncate;
    const project = await openProject(options);
    expect(project.info.recovered).toContain('dropped');
    expect(readShelf(project.db)).toEqual({ a: 'one', b: 'two' });
    await project.close();
  });

  test('the new version that taking a project over needs: the project stays whose it was', async () => {
    const { disk } = await begunOddly();
    const left = new MemoryDisk(disk.content());
    const odd: Partial<FileSystem> = { writeAsync: () => Promise.reject(diskError('ENOSPC')) };
    const options = { ...optionsOn(left, 2), fileSystem: oddDisk(left, odd), takeOver: true };
    await expect(openProject(options)).rejects.toMatchObject({ code: 'DISK_FULL' });
    expect(await shelfOn(left)).toEqual({ a: 'one', b: 'two' });
    delete odd.writeAsync;
    await (await openProject(options)).close();
  });
});

describe('a file that no project can be', () => {
  test('of more than 2 GB is not read at all', async () => {
    const folder = aFolder();
    const path = folder.file('large.earshot');
    writeFileSync(path, '');
    truncateSync(path, 2_147_000_001);
    await expect(openProject(storeOptions(path))).rejects.toMatchObject({ code: 'TOO_LARGE' });
    folder.remove();
  });
});
