import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readLock } from '#engine/store/lock.ts';
import { createProject, type ProjectFile } from '#engine/store/project-file.ts';
import { MemoryDisk } from '#tests/support/store/memory-disk.ts';
import { optionsOn, projectPath } from '#tests/support/store/story.ts';
import { aClock, put } from '#tests/support/store/test-project.ts';

const minuteMs = 60_000;

describe('what an open project does by itself', () => {
  const codes: string[] = [];
  let disk: MemoryDisk;
  let clock: ReturnType<typeof aClock>;
  let project: ProjectFile;
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    codes.length = 0;
    disk = new MemoryDisk();
    clock = aClock();
    project = await createProject({ ...optionsOn(disk, 1), clock: clock.now, log: ({ code }) => codes.push(code) });
  });
  afterEach(async () => {
    await project.close();
    vi.useRealTimers();
  });
  /** Lets time pass, and everything happen that is due then. */
  const pass = async (ms: number) => {
    clock.advance(ms);
    await vi.advanceTimersByTimeAsync(10_000);
    // Whoever comes after it has waited for it.
    await project.retrySave();
  };

  test('five idle minutes after an edit it saves, and then leaves the disk alone', async () => {
    await put(project, 'a', 'one');
    await pass(4 * minuteMs);
    expect(project.info.generation).toBe(1);
    await pass(minuteMs);
    expect(project.info.generation).toBe(2);
    await pass(60 * minuteMs);
    expect(project.info.generation).toBe(2);
  });

  test('a save that is due in the moment in which a person asks for one is made once', async () => {
    await put(project, 'a', 'one');
    clock.advance(5 * minuteMs);
    const asked = project.checkpoint();
    vi.advanceTimersByTime(10_000);
    await asked;
    await project.retrySave();
    expect(project.info.generation).toBe(2);
  });

  test('fourteen minutes after an edit there is a backup of it, however busy the person is', async () => {
    for (let minute = 0; minute < 14; minute += 1) {
      await put(project, 'a', `minute ${minute}`);
      await pass(minuteMs);
    }
    expect(await project.backups.list()).toEqual([expect.objectContaining({ generation: 2 })]);
    await pass(minuteMs);
    expect(await project.backups.list()).toHaveLength(1);
  });

  test('it tells other programs that it lives', async () => {
    clock.advance(30_000);
    await pass(0);
    expect(readLock(disk, `${projectPath}-lock`)).toMatchObject({ heartbeatAt: '2025-03-01T09:00:30.000Z', phase: 'serving' });
  });

  test('a heartbeat that the disk refuses is noted, and the project goes on', async () => {
    const write = vi.spyOn(disk, 'write').mockImplementation(() => {
      throw Object.assign(new Error('EIO: write'), { code: 'EIO', syscall: 'write' });
    });
    await pass(0);
    write.mockRestore();
    expect(codes).toContain('HEARTBEAT_FAILED');
    await put(project, 'a', 'one');
    await pass(0);
    expect(readLock(disk, `${projectPath}-lock`)).toMatchObject({ phase: 'serving' });
  });

  test('a checkpoint that fails is tried again later, and later each time', async () => {
    await put(project, 'a', 'one');
    disk.put(`${projectPath}-new`, new Uint8Array(1));
    const unlink = vi.spyOn(disk, 'unlink').mockImplementation(() => {
      throw Object.assign(new Error('EBUSY: unlink'), { code: 'EBUSY', syscall: 'unlink' });
    });
    await pass(5 * minuteMs);
    for (let round = 0; round < 12; round += 1) await pass(10_000);
    // At once, then after 20, 40 and 80 seconds: the last of these is not over yet.
    expect(codes.filter((code) => code === 'CHECKPOINT_POSTPONED')).toHaveLength(3);
    expect(project.info.generation).toBe(1);
    unlink.mockRestore();
    await pass(15 * minuteMs);
    expect(project.info.generation).toBe(2);
  });
});
