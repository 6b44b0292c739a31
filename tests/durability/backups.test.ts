import { describe, expect, test } from 'vitest';
import { backupsToKeep, type DatedBackup } from '#engine/store/backup-rotation.ts';
import { checkpointReason } from '#engine/store/checkpoint-schedule.ts';
import type { FileSystem } from '#engine/store/file-system.ts';
import { createProject, openProject } from '#engine/store/project-file.ts';
import { MemoryDisk } from '#tests/support/store/memory-disk.ts';
import { diskError, oddDisk } from '#tests/support/store/odd-disk.ts';
import { readShelf } from '#tests/support/store/shelf-handlers.ts';
import { optionsOn, projectPath, shelfText } from '#tests/support/store/story.ts';
import { aClock, base, put } from '#tests/support/store/test-project.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const newYear = Date.parse('2025-01-01T00:00:00Z');

describe('D-17: rotation', () => {
  test('a year of three backups a day leaves exactly 10 recent, 7 daily and 4 weekly ones', () => {
    let backups: DatedBackup[] = [];
    for (let day = 0; day < 365; day += 1) {
      for (const hour of [9, 13, 17]) {
        const atMs = newYear + day * dayMs + hour * hourMs;
        backups = backupsToKeep([...backups, { name: new Date(atMs).toISOString(), atMs, size: 1 }], 1_000);
      }
    }
    // 31 December 2025 is a Wednesday: the week from 29 December, and the Sundays before it.
    expect(backups.map(({ name }) => name.slice(0, 13))).toEqual([
      '2025-12-31T17', '2025-12-31T13', '2025-12-31T09', '2025-12-30T17', '2025-12-30T13', '2025-12-30T09',
      '2025-12-29T17', '2025-12-29T13', '2025-12-29T09', '2025-12-28T17',
      '2025-12-27T17', '2025-12-26T17', '2025-12-25T17',
      '2025-12-21T17', '2025-12-14T17',
    ]);
  });

  test('the oldest go first when they grow too large, the newest never', () => {
    const backups = [1, 2, 3, 4].map((day) => ({ name: `day ${day}`, atMs: newYear + day * dayMs, size: 40 }));
    expect(backupsToKeep(backups, 100).map(({ name }) => name)).toEqual(['day 4', 'day 3']);
    expect(backupsToKeep(backups, 10).map(({ name }) => name)).toEqual(['day 4']);
  });

  test('a clock that went back sorts by what it said', () => {
    const backups = ['b', 'a', 'c'].map((name) => ({ name, atMs: newYear, size: 1 }));
    for (const given of [backups, backups.toReversed()]) expect(backupsToKeep(given, 2).map(({ name }) => name)).toEqual(['c', 'b']);
  });
});

describe('when to save', () => {
  const minute = 60_000;
  const idle = { nowMs: 100 * minute, journalSize: 500, hasNewCommands: true, lastCommandAtMs: 99 * minute, oldestUnbackedAtMs: null, lastBackupAtMs: null };
  test.each([
    ['a busy minute', {}, null],
    ['nothing new', { hasNewCommands: false, lastCommandAtMs: 0 }, null],
    ['8 MiB of journal', { journalSize: 8 * 1024 * 1024 }, 'journal'],
    ['five idle minutes', { lastCommandAtMs: 95 * minute }, 'idle'],
    ['14 minutes without a backup', { oldestUnbackedAtMs: 86 * minute }, 'backup'],
    ['13 minutes without a backup', { oldestUnbackedAtMs: 87 * minute }, null],
    ['a backup not 14 minutes ago', { oldestUnbackedAtMs: 80 * minute, lastBackupAtMs: 90 * minute }, null],
  ] as const)('%s', (_name, change, reason) => {
    expect(checkpointReason({ ...idle, ...change })).toBe(reason);
  });
});

describe('D-18: backups of a project', () => {
  test('every one of them can be restored, and the state before comes back as well', async () => {
    const disk = new MemoryDisk();
    const clock = aClock();
    const project = await createProject({ ...optionsOn(disk, 1), clock: clock.now });
    const states = new Map<string, string>();
    for (const text of ['one', 'two', 'three']) {
      await put(project, 'a', text);
      const backup = await project.backups.create();
      states.set(backup.name, shelfText(project));
      clock.advance(hourMs);
    }
    await put(project, 'b', 'not in any backup');
    const present = shelfText(project);
    expect((await project.backups.list()).map(({ name }) => name)).toEqual([...states.keys()].toReversed());
    for (const [name, state] of states) {
      const seqBefore = project.info.lastSeq;
      const { before } = await project.backups.restore(name, base());
      expect(shelfText(project)).toBe(state);
      expect(project.info.lastSeq).toBe(seqBefore + 1);
      expect((await project.verify()).filter(({ ok }) => !ok)).toEqual([]);
      clock.advance(hourMs);
      await project.backups.restore(before.name, base());
      expect(shelfText(project)).toBe(present);
      clock.advance(hourMs);
    }
    await put(project, 'c', 'after');
    await project.close();
    const again = await openProject({ ...optionsOn(disk, 2), clock: clock.now });
    expect(readShelf(again.db)).toEqual({ a: 'three', b: 'not in any backup', c: 'after' });
    expect(again.canUndo()).toMatchObject({ entityId: 'c' });
    await again.close();
  });

  test('of a busy morning the last ten stay, of the same moment the later one is the newer', async () => {
    const disk = new MemoryDisk();
    const clock = aClock();
    const project = await createProject({ ...optionsOn(disk, 1), clock: clock.now });
    const made: string[] = [];
    for (let count = 0; count < 12; count += 1) {
      await put(project, 'a', `change ${count}`);
      made.push((await project.backups.create()).name);
      if (count !== 10) clock.advance(60_000);
    }
    expect((await project.backups.list()).map(({ name }) => name)).toEqual(made.slice(2).toReversed());
    await project.close();
  });

  test('none is made of a project file that somebody changed meanwhile', async () => {
    const disk = new MemoryDisk();
    const project = await createProject(optionsOn(disk, 1));
    await put(project, 'a', 'one');
    await project.backups.create();
    const names = disk.list(`${projectPath}-backups`);
    const bytes = disk.get(projectPath);
    bytes[5000] = (bytes[5000] ?? 0) ^ 1;
    disk.put(projectPath, bytes);
    await expect(project.backups.create()).rejects.toMatchObject({ code: 'PROJECT_DAMAGED', message: expect.stringContaining('not backed up') });
    expect(disk.list(`${projectPath}-backups`)).toEqual(names);
    await put(project, 'b', 'two');
    await project.backups.create();
    expect(await project.backups.list()).toHaveLength(2);
    await project.close();
  });

  test.each([
    { how: 'vanishes', code: 'ENOENT', refusal: { code: 'BACKUP_NOT_FOUND' } },
    { how: 'cannot be read', code: 'EIO', refusal: { code: 'IO_FAILED', message: 'The disk reported an error: reading the backup failed (EIO).' } },
  ])('one that $how in the moment it is looked into is refused with a sentence', async ({ code, refusal }) => {
    const disk = new MemoryDisk();
    const odd: Partial<FileSystem> = {};
    const project = await createProject({ ...optionsOn(disk, 1), fileSystem: oddDisk(disk, odd) });
    await put(project, 'a', 'one');
    const { name } = await project.backups.create();
    odd.open = (path, mode) => {
      if (path.endsWith(name)) throw diskError(code);
      return disk.open(path, mode);
    };
    await expect(project.backups.restore(name, base())).rejects.toMatchObject(refusal);
    expect(readShelf(project.db)).toEqual({ a: 'one' });
    await project.close();
  });

  test('a damaged or missing backup is refused and changes nothing', async () => {
    const disk = new MemoryDisk();
    const project = await createProject(optionsOn(disk, 1));
    await put(project, 'a', 'one');
    const { name } = await project.backups.create();
    const path = `${projectPath}-backups/${name}`;
    const bytes = disk.get(path);
    bytes[5000] = (bytes[5000] ?? 0) ^ 1;
    disk.put(path, bytes);
    await expect(project.backups.restore(name, base())).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' });
    await expect(project.backups.restore('../../etc/passwd', base())).rejects.toMatchObject({ code: 'BACKUP_NOT_FOUND' });
    expect(readShelf(project.db)).toEqual({ a: 'one' });
    await project.close();
  });

  test('a project that is closed has a backup of its last edits, at most every 14 minutes', async () => {
    const disk = new MemoryDisk();
    const clock = aClock();
    let project = await createProject({ ...optionsOn(disk, 1), clock: clock.now });
    for (const [minutes, count] of [[0, 1], [5, 1], [15, 2]] as const) {
      clock.advance(minutes * 60_000);
      await put(project, 'a', `after ${minutes}`);
      await project.close();
      project = await openProject({ ...optionsOn(disk, minutes + 2), clock: clock.now });
      expect(await project.backups.list()).toHaveLength(count);
    }
    await project.close();
  });
});
