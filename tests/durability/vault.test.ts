import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createProject, openProject, type ProjectFile } from '#engine/store/project-file.ts';
import { Journal } from '#engine/store/journal.ts';
import { findFrames, type JournalHeader } from '#engine/store/journal-format.ts';
import { scanJournal } from '#engine/store/journal-scan.ts';
import { plainFrame } from '#engine/store/keyring.ts';
import { Vault } from '#engine/store/vault.ts';
import { figure } from '#tests/support/figure.ts';
import { effort } from '#tests/support/store/effort.ts';
import { MemoryDisk } from '#tests/support/store/memory-disk.ts';
import { afterKill, afterPowerCut } from '#tests/support/store/power-cut.ts';
import { Random } from '#tests/support/store/random.ts';
import { type History, optionsOn, shelfText, work } from '#tests/support/store/story.ts';
import { aFolder, base, put, storeOptions } from '#tests/support/store/test-project.ts';

const passphrase = 'correct horse battery';
const projectId = '00000000-0000-4000-8000-000000000001';
const hex = (byte: string) => byte.repeat(32);

describe('the vault', () => {
  test('gives back what it was given, at every size around a chunk, and each file differs', async () => {
    const { vault } = await Vault.create(projectId, passphrase);
    for (const size of [0, 1, 65_535, 65_536, 65_537, 200_000]) {
      const plain = new Uint8Array(size).fill(7);
      const [one, two] = [vault.encrypt(plain), vault.encrypt(plain)];
      expect(vault.decrypt(one)).toEqual(plain);
      expect(Buffer.compare(one.subarray(300), two.subarray(300))).not.toBe(0);
    }
  }, effort(120_000, 900_000));

  test('opens with the passphrase in any Unicode form, and with the recovery key in any case; in less than a second', async () => {
    const { vault, recoveryKey } = await Vault.create(projectId, 'caf\u00e9 noir');
    const file = vault.encrypt(Buffer.from('words'));
    const startedAt = performance.now();
    const opened = await Vault.unlock(file, 'cafe\u0301 noir');
    const ms = performance.now() - startedAt;
    expect(Buffer.from(opened.decrypt(file)).toString()).toBe('words');
    expect(Buffer.from((await Vault.unlock(file, ` ${recoveryKey.toLowerCase()} `)).decrypt(file)).toString()).toBe('words');
    expect(recoveryKey).toMatch(/^(?:[A-Z2-9]{5}-){6}[A-Z2-9]{5}$/);
    figure('G-25', `unlocked in ${Math.round(ms)} ms (to be under 1,000)`);
  }, effort(120_000, 900_000));

  test(`refuses ${effort(1000, 10_000)} flipped bits, and chunks that were swapped, repeated, dropped or cut`, async () => {
    const { vault } = await Vault.create(projectId, passphrase);
    const file = vault.encrypt(new Uint8Array(150_000).fill(3));
    const random = new Random(5);
    for (let round = 0; round < effort(1000, 10_000); round += 1) {
      const at = round < 300 ? round : random.below(file.length);
      const altered = Uint8Array.from(file);
      altered[at] = (altered[at] ?? 0) ^ (1 << random.below(8));
      expect(() => vault.decrypt(altered), `byte ${at}`).toThrow(expect.objectContaining({ code: 'WRONG_PASSPHRASE' }));
    }
    const [head, sealed] = [file.length - 150_000 - 3 * 16, 65_536 + 16];
    const chunk = (number: number) => file.subarray(head + number * sealed, Math.min(file.length, head + (number + 1) * sealed));
    const start = file.subarray(0, head);
    const forged = [[chunk(1), chunk(0), chunk(2)], [chunk(0), chunk(0), chunk(1), chunk(2)], [chunk(0), chunk(2)], [chunk(0), chunk(1)], [chunk(0)], []];
    for (const chunks of forged) expect(() => vault.decrypt(Buffer.concat([start, ...chunks]))).toThrow(expect.objectContaining({ code: 'WRONG_PASSPHRASE' }));
    expect(() => vault.decrypt(file.subarray(0, file.length - 1))).toThrow();
    figure('G-25', `${effort(1000, 10_000)} flipped bits: all refused`);
  }, effort(120_000, 900_000));

  test('answers alike to a wrong passphrase and to an altered head, and never works for hours on a hostile one', async () => {
    const { vault } = await Vault.create(projectId, passphrase);
    const file = vault.encrypt(new Uint8Array(10));
    const wrong = await Vault.unlock(file, 'something else').catch((error: unknown) => error as Error);
    for (const at of [60, 90, 130, 165, 270]) {
      const altered = Uint8Array.from(file);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(await Vault.unlock(altered, passphrase).catch((error: unknown) => (error as Error).message)).toBe((wrong as Error).message);
    }
    const costly = Uint8Array.from(file);
    costly[12] = 30;
    const startedAt = performance.now();
    await expect(Vault.unlock(costly, passphrase)).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
    expect(performance.now() - startedAt).toBeLessThan(1000);
  }, effort(120_000, 900_000));

  const openings = effort(1000, 10_000);
  test(`never uses a key and a nonce twice in ${openings} openings of a journal, killed and torn in between`, async () => {
    const { vault } = await Vault.create(projectId, passphrase);
    const random = new Random(8);
    const seen = new Set<string>();
    let entries = 0;
    const opensEach = 100;
    for (let round = 0; round < openings / opensEach; round += 1) {
      let disk = new MemoryDisk();
      const header: JournalHeader = { projectId, generation: 1, snapshotHash: hex('ab'), baseSeq: 0, baseHead: hex('00'), schemaVersion: 1, salt: hex('7f') };
      Journal.create(disk, 'log', { header, frames: [], vault });
      for (let opened = 0; opened < opensEach; opened += 1) {
        // Killed, every other time within a write: what was acknowledged stays, what follows is written anew under the same numbers.
        const bytes = disk.get('log');
        disk = new MemoryDisk();
        disk.put('log', opened % 2 === 1 ? bytes.subarray(0, bytes.length - 1 - random.below(30)) : bytes);
        const scan = scanJournal(disk.get('log'));
        if (scan === null) throw new Error('no journal');
        const journal = Journal.reopen(disk, 'log', { scan, vault });
        for (const seq of [scan.lastSeq + 1, scan.lastSeq + 2]) {
          const frame = { seq, count: 1, headBefore: hex('01'), headAfter: hex('02'), payload: Buffer.from('the same words') };
          journal.append([frame]);
        }
        for (const frame of findFrames(disk.get('log'), scan.end)) {
          entries += 1;
          seen.add(Buffer.from(frame.payload.subarray(1, 41)).toString('hex'));
          expect(Buffer.from(plainFrame(frame, vault).payload).toString()).toBe('the same words');
        }
      }
    }
    expect(entries).toBe(2 * openings);
    expect(seen.size).toBe(entries);
    figure('G-25', `${openings} openings of a journal, killed in between: ${entries} entries, ${entries - seen.size} pairs of key and nonce used twice`);
  }, effort(120_000, 900_000));

  test('an entry opens at its own place in the chain alone', async () => {
    const { vault } = await Vault.create(projectId, passphrase);
    const cipher = vault.newSegment();
    for (const text of ['first', 'second']) {
      const entry = Buffer.from(cipher.seal(Buffer.from(text), 'here'));
      expect(Buffer.from(vault.openEntry(entry, 'here')).toString()).toBe(text);
      expect(() => vault.openEntry(entry, 'elsewhere')).toThrow();
      expect(() => vault.openEntry(entry.subarray(0, 30), 'here')).toThrow();
    }
  }, effort(120_000, 900_000));
});

describe('an encrypted project', () => {
  const open = (path: string, secret?: string): Promise<ProjectFile> => openProject(storeOptions(path, secret === undefined ? {} : { passphrase: secret }));
  const bytesIn = (folder: string): Buffer[] => readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile()).map((entry) => readFileSync(join(entry.parentPath, entry.name)));

  test('is created, asks for its passphrase, is changed, restored, and written plainly again', async () => {
    const folder = aFolder();
    const path = folder.file('calls.earshot');
    const canaries = Array.from({ length: 100 }, (_, number) => `Vexqorn${number}zyl`);
    let project = await createProject(storeOptions(path));
    await put(project, 'early', canaries.slice(0, 50).join(' '));
    await project.backups.create();
    const { vault, recoveryKey } = await Vault.create(project.info.projectId, passphrase);
    await project.protect(vault);
    await put(project, 'late', canaries.slice(50).join(' '));
    const holds = () => canaries.filter((word) => bytesIn(folder.path).some((bytes) => bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le'))));
    expect(holds()).toEqual([]);
    const shelf = shelfText(project);
    await project.close();
    expect(holds()).toEqual([]);

    await expect(open(path)).rejects.toMatchObject({ code: 'PASSPHRASE_NEEDED' });
    await expect(open(path, 'wrong one')).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
    project = await open(path, passphrase);
    expect(shelfText(project)).toBe(shelf);
    expect((await project.verify()).filter(({ ok }) => !ok)).toEqual([]);
    const { name } = await project.backups.create();
    await put(project, 'late', 'changed');
    await project.backups.restore(name, base());
    expect(shelfText(project)).toBe(shelf);
    const next = await (project.vault ?? vault).rewrap('another one');
    await project.protect(next.vault);
    await project.close();

    await expect(open(path, passphrase)).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
    await expect(open(path, recoveryKey)).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
    project = await open(path, next.recoveryKey);
    await project.protect(null);
    await project.close();
    project = await open(path);
    expect(shelfText(project)).toBe(shelf);
    await project.close();
    folder.remove();
  }, effort(120_000, 900_000));

  test('starts a new key in its journal at every opening, after a kill as well', async () => {
    const disk = new MemoryDisk();
    const project = await createProject(optionsOn(disk, 1));
    await project.protect((await Vault.create(project.info.projectId, passphrase)).vault);
    await put(project, 'a', 'before the kill');
    const killed = new MemoryDisk(disk.content());
    const again = await openProject({ ...optionsOn(killed, 2), passphrase });
    await put(again, 'b', 'after it');
    const journals = [...killed.content().files.values()].map((bytes) => [...findFrames(bytes, 0)]);
    const frames = journals.find((found) => found.length === 2) ?? [];
    const salts = frames.map(({ payload }) => Buffer.from(payload).subarray(1, 33).toString('hex'));
    expect(salts).toHaveLength(2);
    expect(new Set(salts).size).toBe(2);
  }, effort(120_000, 900_000));

  test(`loses nothing when the process is killed or the power fails, encrypting included (${effort(8, 200)} states)`, async () => {
    const disk = new MemoryDisk();
    const random = new Random(21);
    let project = await createProject(optionsOn(disk, 1));
    await put(project, 'a', 'before');
    const history: History = new Map([[project.info.lastSeq, shelfText(project)]]);
    disk.acknowledge(project.info.lastSeq);
    const start = disk.content();
    disk.operations.splice(0);
    const { vault } = await Vault.create(project.info.projectId, passphrase);
    const firstSeq = project.info.lastSeq;
    await project.protect(vault);
    await work(project, { disk, random, history, steps: 25 });
    await project.close();
    for (let state = 0; state < effort(8, 200); state += 1) {
      const operations = disk.operations.slice(0, random.below(disk.operations.length + 1));
      const content = state % 2 === 0 ? afterPowerCut(start, operations, random) : afterKill(start, operations);
      const acknowledged = operations.reduce((last, operation) => (operation.kind === 'acknowledged' ? operation.seq : last), firstSeq);
      project = await openProject({ ...optionsOn(new MemoryDisk(content), 2), passphrase });
      expect(project.info.lastSeq, `state ${state}`).toBeGreaterThanOrEqual(acknowledged);
      expect(shelfText(project), `state ${state}`).toBe(history.get(project.info.lastSeq));
      await project.close();
    }
  }, effort(240_000, 1_800_000));
});
