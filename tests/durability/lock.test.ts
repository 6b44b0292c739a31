import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { linkSync, readdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judgeLock, Lock, type LockContent, readLock } from '#engine/store/lock.ts';
import { thisMachine } from '#engine/store/process-identity.ts';
import { createProject, openProject } from '#engine/store/project-file.ts';
import { figure } from '#tests/support/figure.ts';
import { type Bundle, bundleForNode } from '#tests/support/store/bundle.ts';
import { effort } from '#tests/support/store/effort.ts';
import { MemoryDisk } from '#tests/support/store/memory-disk.ts';
import { lonelyProcess, optionsOn, projectPath } from '#tests/support/store/story.ts';
import { aClock, aFolder, put } from '#tests/support/store/test-project.ts';

const races = effort(60, 200);
const racers = 3;
const noProcess = 2 ** 22 + 1;

const nonce = (name: string) => createHash('sha256').update(name).digest('hex').slice(0, 32);

function lockOf(pid: number, name: string): string {
  const { self } = thisMachine();
  return JSON.stringify({ ...self, pid, startTime: null, nonce: nonce(name), heartbeatAt: new Date().toISOString(), phase: 'serving' });
}

function answer(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => child.once('message', (message) => resolve(typeof message === 'string' ? message : JSON.stringify(message))));
}

describe('D-10: two openers', () => {
  const folder = aFolder();
  let bundle: Bundle | undefined;
  let children: ChildProcess[] = [];
  beforeAll(async () => {
    const built = await bundleForNode('tests/support/store/lock-child.ts');
    bundle = built;
    children = Array.from({ length: racers }, () => fork(built.path));
  }, 60_000);
  afterAll(() => {
    for (const child of children) child.kill('SIGKILL');
    bundle?.remove();
    folder.remove();
  });

  test.each(['no lock', 'the lock of a dead process', 'that, and the claim of another dead process'])(
    `${races} races over %s have exactly one winner`,
    async (kind) => {
      for (let race = 0; race < races; race += 1) {
        const path = folder.file(`${kind.length}-${race}-lock`);
        const dead = `dead ${kind} ${race}`;
        if (kind !== 'no lock') writeFileSync(path, lockOf(noProcess, dead));
        if (kind.includes('claim')) {
          writeFileSync(`${path}-claimer`, lockOf(noProcess, `${dead} claimer`));
          linkSync(`${path}-claimer`, `${path}-claim-${nonce(dead).slice(0, 16)}`);
        }
        const outcomes = children.map(answer);
        children.forEach((child, index) => child.send({ path, nonce: nonce(`${kind} ${race} ${index}`) }));
        const results = (await Promise.all(outcomes)).toSorted();
        expect(results, `race ${race}`).toEqual(['lost', 'lost', 'won']);
        const released = children.map(answer);
        for (const child of children) child.send('release');
        await Promise.all(released);
      }
      expect(readdirSync(folder.path)).toEqual([]);
      figure('D-10', `${races} races of ${racers} openers over ${kind}: one writer each`);
    },
    effort(300_000, 1_800_000),
  );
});

describe('whose lock it is', () => {
  const clock = aClock();
  const here = { pid: 7, host: 'desk', bootId: 'boot 2', startTime: '50' };
  const lock = (change: Partial<LockContent>, silentMs: number): LockContent => ({
    ...here,
    nonce: 'n',
    phase: 'serving',
    heartbeatAt: new Date(clock.now().getTime() - silentMs).toISOString(),
    ...change,
  });
  test.each([
    { name: 'a living process here', content: lock({}, 500_000), isAlive: true, state: 'live' },
    { name: 'a dead process here', content: lock({}, 0), isAlive: false, state: 'stale' },
    { name: 'before this start of the machine, silent', content: lock({ bootId: 'boot 1' }, 61_000), isAlive: true, state: 'stale' },
    { name: 'another start of a machine of that name, alive', content: lock({ bootId: 'boot 1' }, 5_000), isAlive: false, state: 'live' },
    { name: 'another machine, alive', content: lock({ host: 'laptop' }, 59_000), isAlive: false, state: 'live' },
    { name: 'another machine, silent', content: lock({ host: 'laptop' }, 61_000), isAlive: false, state: 'silent' },
    { name: 'another machine whose clock is ahead', content: lock({ host: 'laptop' }, -3_600_000), isAlive: false, state: 'live' },
  ] as const)('$name', ({ content, isAlive, state }) => {
    expect(judgeLock(content, { clock: clock.now, probe: { self: here, isAlive: () => isAlive }, modifiedAtMs: 0 })).toBe(state);
  });

  test('a heartbeat that the power cuts in two still leaves a lock that can be read', () => {
    const disk = new MemoryDisk();
    const path = '/desk/a-lock';
    const beating = aClock();
    const lock = Lock.acquire({ fileSystem: disk, path, clock: beating.now, newNonce: () => nonce('torn'), probe: lonelyProcess(1), takeOver: false });
    const before = disk.get(path);
    beating.advance(59_999_999);
    lock.markOpen();
    const after = disk.get(path);
    expect(readLock(disk, path)).toMatchObject({ phase: 'serving', heartbeatAt: beating.now().toISOString() });
    for (let torn = 0; torn <= after.length; torn += 1) {
      const mixed = new MemoryDisk();
      mixed.put(path, Buffer.concat([after.subarray(0, torn), before.subarray(torn)]));
      expect(readLock(mixed, path), `torn at ${torn}`).toMatchObject({ nonce: nonce('torn'), pid: 1 });
    }
    lock.release();
  });

  test('a reused pid is not the process that held the lock', () => {
    const machine = thisMachine();
    expect(machine.isAlive(machine.self)).toBe(true);
    if (machine.self.startTime !== null) expect(machine.isAlive({ ...machine.self, startTime: '1' })).toBe(false);
    expect(machine.isAlive({ ...machine.self, pid: noProcess })).toBe(false);
  });
});

describe('a project that is taken over', () => {
  test('from a silent machine only after the person confirmed it; the old writer then stops', async () => {
    const disk = new MemoryDisk();
    const clock = aClock();
    const elsewhere = { self: { pid: 1, host: 'laptop', bootId: 'x', startTime: null }, isAlive: () => true };
    const first = await createProject({ ...optionsOn(disk, 1), probe: elsewhere, clock: clock.now });
    await put(first, 'a', 'one');
    clock.advance(61_000);
    const taking = { ...optionsOn(disk, 2), probe: lonelyProcess(2), clock: clock.now };
    await expect(openProject(taking)).rejects.toMatchObject({ code: 'PROJECT_LOCKED', message: expect.stringContaining('take the project over') });
    const second = await openProject({ ...taking, takeOver: true });
    expect(second.info.recovered).toContain('One saved change was restored');
    await expect(put(first, 'a', 'too late')).rejects.toMatchObject({ code: 'READ_ONLY' });
    expect(first.info).toMatchObject({ readOnly: true, unsavedCommands: 1 });
    await put(second, 'b', 'two');
    await expect(first.checkpoint()).rejects.toMatchObject({ code: 'READ_ONLY' });
    await first.saveCopy('/elsewhere/rescued.earshot');
    await first.close({ discardUnsaved: true });
    expect(second.info.readOnly).toBe(false);
    await put(second, 'c', 'three');
    await second.close();
    const rescued = await openProject({ ...optionsOn(disk, 3), path: '/elsewhere/rescued.earshot' });
    expect(rescued.db.get(`SELECT value FROM setting WHERE key = 'a'`)).toEqual({ value: 'too late' });
    await rescued.close();
    const again = await openProject(optionsOn(disk, 4));
    expect(again.info.lastSeq).toBe(3);
    expect(disk.list('/desk').filter((name) => name.includes('-lock'))).toEqual([`${projectPath.slice(6)}-lock`]);
    await again.close();
  });
});

describe('N-3: the journal vanishes while the project is open', () => {
  test.each(['deleted', 'replaced'])('%s: the next command is saved by a checkpoint, and only then acknowledged', async (how) => {
    const disk = new MemoryDisk();
    const project = await createProject(optionsOn(disk, 1));
    await put(project, 'a', 'one');
    disk.unlink(`${projectPath}-log`);
    if (how === 'replaced') disk.put(`${projectPath}-log`, Buffer.from('something else'));
    await put(project, 'b', 'two');
    expect(project.info.generation).toBe(2);
    const copy = await openProject(optionsOn(new MemoryDisk(disk.content()), 2));
    expect(copy.info).toMatchObject({ lastSeq: 2, recovered: null });
    await copy.close();
    await put(project, 'c', 'three');
    await project.close();
  });
});
