import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openLab, vtt, type EngineLab } from '#tests/support/engine/engine-lab.ts';
import { aClock } from '#tests/support/store/test-project.ts';

const minuteMs = 60_000;
const passphrase = 'several plain words';

describe('an encrypted project that nobody uses', () => {
  let lab: EngineLab;
  let clock: ReturnType<typeof aClock>;
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    clock = aClock('2026-11-21T12:00:00Z');
    lab = await openLab({ clock: clock.now });
    await lab.run(await lab.put({ 'C-1.vtt': vtt([['Agent', 'hello'], ['Customer', 'Quorvexzimth is what I said']]) }));
  });
  afterEach(async () => {
    await lab.close();
    vi.useRealTimers();
  });

  /** Lets time pass, with everything that is due then, and waits until a lock that began is over. */
  const pass = async (minutes: number) => {
    clock.advance(minutes * minuteMs);
    await vi.advanceTimersByTimeAsync(10_000);
  };
  const isOpen = async () => (await lab.client.project.info()) !== null;
  const note = (text: string) => lab.client.tags.addNote({ interactionId: 'C-1', atMs: null, turnSeq: null, text });

  it('locks after the time of its policy, loses nothing, and goes on with its passphrase', async () => {
    const { client } = lab;
    await client.privacy.setPassphrase({ current: null, next: passphrase });
    await note('kept across the lock');
    expect(await client.project.present()).toEqual({ locksInMs: 15 * minuteMs });
    await pass(14);
    expect([await isOpen(), await client.project.locked()]).toEqual([true, null]);
    await pass(1);
    await vi.waitFor(async () => expect(await client.project.locked()).toMatchObject({ name: 'lab' }));
    expect(await isOpen()).toBe(false);
    await expect(client.interactions.get({ id: 'C-1' })).rejects.toMatchObject({ code: 'NO_PROJECT' });
    expect(await client.project.present()).toEqual({ locksInMs: null });
    expect(readFileSync(lab.projectPath).includes('Quorvexzimth')).toBe(false);
    const { id = '' } = (await client.project.locked()) ?? {};
    await expect(client.project.open({ id })).rejects.toMatchObject({ code: 'PASSPHRASE_NEEDED' });
    await expect(client.project.open({ id, passphrase: 'not this one' })).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
    expect(await client.project.locked()).toMatchObject({ id });
    expect(await client.project.open({ id, passphrase })).toMatchObject({ isEncrypted: true, recovered: null });
    expect(await client.project.locked()).toBeNull();
    expect((await client.interactions.get({ id: 'C-1' })).notes.map(({ text }) => text)).toEqual(['kept across the lock']);
    expect((await client.project.verify()).ok).toBe(true);
  });

  it('stays open while somebody is there, while something is being worked on, and where the policy says never', async () => {
    const { client } = lab;
    await client.privacy.setPassphrase({ current: null, next: passphrase });
    const { policy } = await client.privacy.policy();
    for (const act of [() => client.project.present(), () => note('still here')]) {
      await pass(14);
      await act();
    }
    const job = await client.privacy.scan({ limit: 10 });
    await job.next();
    await pass(30);
    expect(await isOpen()).toBe(true);
    await expect(client.project.lock()).rejects.toMatchObject({ code: 'REFUSED' });
    for await (const _step of job) { /* to its end */ }
    await client.privacy.setPolicy({ ...policy, lockMinutes: null });
    await pass(24 * 60);
    expect([await isOpen(), (await client.project.present()).locksInMs]).toEqual([true, null]);
    await client.privacy.setPolicy({ ...policy, lockMinutes: 1 });
    expect((await client.project.present()).locksInMs).toBe(minuteMs);
    expect(await client.project.lock()).toEqual({ locked: true });
    expect(await client.project.close()).toEqual({ closed: false });
    expect(await client.project.locked()).toBeNull();
  });

  it('is no concern of a plain one', async () => {
    await pass(24 * 60);
    expect(await isOpen()).toBe(true);
    await expect(lab.client.project.lock()).rejects.toMatchObject({ code: 'REFUSED' });
  });
});
