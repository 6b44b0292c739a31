import { beforeAll, describe, expect, test } from 'vitest';
import { createProject, openProject, type ProjectFile } from '#engine/store/project-file.ts';
import type { StoreError } from '#engine/store/store-error.ts';
import { figure } from '#tests/support/figure.ts';
import { effort } from '#tests/support/store/effort.ts';
import { type DiskContent, MemoryDisk } from '#tests/support/store/memory-disk.ts';
import { Random } from '#tests/support/store/random.ts';
import { type History, lonelyProcess, optionsOn, projectPath, shelfText } from '#tests/support/store/story.ts';
import { aClock, put } from '#tests/support/store/test-project.ts';

const damages = effort(200, 5_000);
const pageSize = 4096;
const journalPath = `${projectPath}-log`;
const lastSeq = 9;

/** A project after three checkpoints, with a backup, a previous pair and a journal of three commands; its process was killed. */
async function aKilledProject(): Promise<{ content: DiskContent; history: History }> {
  const disk = new MemoryDisk();
  const history: History = new Map([[0, '{}']]);
  const project = await createProject(optionsOn(disk, 1));
  for (let seq = 1; seq <= lastSeq; seq += 1) {
    await put(project, `k${seq % 4}`, `text ${seq}`);
    history.set(seq, shelfText(project));
    if (seq === 3) await project.backups.create();
    if (seq === 6) await project.checkpoint();
  }
  const content = disk.content();
  await project.close();
  return { content, history };
}

/** A copy that differs from what it was given, in a way that disks and programs know. */
function damaged(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = bytes.slice();
  const pages = Math.floor(copy.length / pageSize);
  const page = random.below(Math.max(1, pages)) * pageSize;
  switch (random.pick(['bit', 'byte', 'cut', 'zeros', 'swap', 'head', 'tail'] as const)) {
    case 'bit': {
      const at = random.below(copy.length);
      copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8));
      return copy;
    }
    case 'byte':
      copy[random.below(copy.length)] = random.below(256);
      return copy;
    case 'cut':
      return copy.subarray(0, random.below(copy.length));
    case 'zeros':
      copy.fill(0, page, page + pageSize);
      return copy;
    case 'swap':
      copy.set(bytes.subarray(0, Math.min(pageSize, copy.length - page)), page);
      return copy;
    case 'head':
      copy[random.below(Math.min(172, copy.length))] = random.below(256);
      return copy;
    case 'tail':
      copy[copy.length - 1 - random.below(Math.min(160, copy.length))] = random.below(256);
      return copy;
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

async function tryOpen(disk: MemoryDisk, accept?: string): Promise<ProjectFile | StoreError> {
  try {
    return await openProject({ ...optionsOn(disk, 2), ...(accept === undefined ? {} : { accept }) });
  } catch (error) {
    return error as StoreError;
  }
}

describe('damage', () => {
  let content: DiskContent;
  let history: History;
  beforeAll(async () => {
    ({ content, history } = await aKilledProject());
  });
  /** The killed project's disk with one file damaged; null if the damage changed nothing. */
  const withDamage = (path: string, random: Random): MemoryDisk | null => {
    const disk = new MemoryDisk(content);
    const bytes = damaged(disk.get(path), random);
    if (isSame(bytes, disk.get(path))) return null;
    disk.put(path, bytes);
    return disk;
  };
  /** Takes the best offer; the project must then hold exactly what that state held, and be whole. */
  const expectRepaired = async (disk: MemoryDisk, refusal: StoreError, loses: number) => {
    const [best] = refusal.offers;
    expect(best).toMatchObject({ lostCommands: loses });
    const before = new MemoryDisk(disk.content());
    const project = await tryOpen(disk, best?.id);
    if (project instanceof Error) throw project;
    expect(shelfText(project)).toBe(history.get(lastSeq - loses));
    expect(project.info.recovered).toContain('repaired');
    expect((await project.verify()).filter(({ ok }) => !ok)).toEqual([]);
    // What was damaged is still there, under another name.
    const backups = `${projectPath}-backups`;
    const kept = disk.list(backups).filter((name) => name.startsWith('damaged-'));
    expect(kept).toHaveLength(2);
    [projectPath, journalPath].forEach((path, index) => expect(isSame(disk.get(`${backups}/${kept[index]}`), before.get(path))).toBe(true));
    await project.close();
    const again = await openProject(optionsOn(disk, 3));
    expect(again.info.recovered).toBeNull();
    expect(shelfText(again)).toBe(history.get(lastSeq - loses));
    await again.close();
  };

  test(`D-11: ${damages} damaged project files are all noticed, and the good state beside them is offered whole`, async () => {
    const random = new Random(11);
    let noticed = 0;
    for (let round = 0; round < damages; round += 1) {
      const disk = withDamage(projectPath, random);
      if (disk === null) continue;
      const refusal = await tryOpen(disk);
      expect(refusal, `round ${round}`).toMatchObject({ code: 'PROJECT_DAMAGED' });
      // The version before the last checkpoint, its journal and today's journal reach the present.
      if (round % 10 === 0) await expectRepaired(disk, refusal as StoreError, 0);
      noticed += 1;
    }
    figure('D-11', `${noticed} of ${damages} damaged project files (the others came out unchanged): all detected, the newest good state offered`);
  }, effort(600_000, 3_600_000));

  test(`D-11: ${damages} damaged project files without anything beside them are all noticed`, async () => {
    const random = new Random(12);
    let noticed = 0;
    for (let round = 0; round < damages; round += 1) {
      const alone = new MemoryDisk();
      const whole = new MemoryDisk(content).get(projectPath);
      const bytes = damaged(whole, random);
      if (isSame(bytes, whole)) continue;
      alone.put(projectPath, bytes);
      const refusal = await tryOpen(alone);
      expect(refusal, `round ${round}`).toBeInstanceOf(Error);
      expect(['PROJECT_DAMAGED', 'NOT_A_PROJECT'], `round ${round}`).toContain((refusal as StoreError).code);
      noticed += 1;
    }
    figure('D-11', `${noticed} of ${damages} damaged project files with nothing beside them (the others came out unchanged): all detected`);
  }, effort(600_000, 3_600_000));

  test(`D-12: ${damages} damaged journals are all reported or harmless`, async () => {
    const random = new Random(13);
    let refused = 0;
    for (let round = 0; round < damages; round += 1) {
      const disk = withDamage(journalPath, random);
      if (disk === null) continue;
      const found = await tryOpen(disk);
      if (found instanceof Error) {
        refused += 1;
        expect(found, `round ${round}`).toMatchObject({ code: 'PROJECT_DAMAGED' });
        expect(found.offers.length).toBeGreaterThan(0);
        if (refused % 5 !== 1) continue;
        const project = await tryOpen(disk, found.offers[0]?.id);
        if (project instanceof Error) throw new Error(`round ${round}: ${project.message}`, { cause: project });
        expect([6, 7, 8, 9].map((seq) => history.get(seq))).toContain(shelfText(project));
        await project.close();
        continue;
      }
      // Only what looks like an unfinished write at the very end goes without asking, and not without a word.
      expect(found.info.lastSeq, `round ${round}`).toBeGreaterThanOrEqual(lastSeq - 3);
      expect(shelfText(found)).toBe(history.get(found.info.lastSeq));
      if (found.info.lastSeq < lastSeq) expect(found.info.recovered).toContain('dropped');
      await found.close();
    }
    expect(refused).toBeGreaterThan(damages / 4);
    figure('D-12', `${damages} damaged journals: ${refused} refused with a good state offered, the others harmless or reported`);
  }, effort(600_000, 3_600_000));

  test('D-04: garbage, old frames, frames twice and frames swapped behind the end are not replayed', async () => {
    const journal = new MemoryDisk(content).get(journalPath);
    const frame = Buffer.from(journal.subarray(172));
    const secondAt = frame.indexOf('EFRM', 4);
    const thirdAt = frame.indexOf('EFRM', secondAt + 4);
    const older = new MemoryDisk(content).get(`${projectPath}-backups/previous-g000002.journal`).subarray(172);
    const tails: Record<string, Uint8Array[]> = {
      garbage: [journal, Buffer.from('EFRM and nothing that makes sense'.repeat(20))],
      zeros: [journal, new Uint8Array(3000)],
      'older generation': [journal, older],
      'last frame twice': [journal, frame.subarray(thirdAt)],
      'all frames twice': [journal, frame],
    };
    for (const [name, parts] of Object.entries(tails)) {
      const disk = new MemoryDisk(content);
      disk.put(journalPath, Buffer.concat(parts));
      const project = await openProject(optionsOn(disk, 2));
      expect(project.info, name).toMatchObject({ lastSeq, recovered: expect.stringContaining('3 saved changes were restored') });
      expect(shelfText(project)).toBe(history.get(lastSeq));
      await project.close();
    }
    const swapped = new MemoryDisk(content);
    swapped.put(journalPath, Buffer.concat([journal.subarray(0, 172), frame.subarray(secondAt, thirdAt), frame.subarray(0, secondAt), frame.subarray(thirdAt)]));
    expect(await tryOpen(swapped)).toMatchObject({ code: 'PROJECT_DAMAGED' });
  });

  test('R5: an older journal whose chain passes through the project file is continued', async () => {
    const disk = new MemoryDisk(content);
    disk.put(journalPath, disk.get(`${projectPath}-backups/previous-g000002.journal`));
    const project = await openProject(optionsOn(disk, 2));
    expect(project.info).toMatchObject({ lastSeq: 6, recovered: expect.stringContaining('Nothing is lost') });
    expect(shelfText(project)).toBe(history.get(6));
    await project.close();
  });

  test('R7: a project file on its own opens as of its last save; with a leftover lock it asks', async () => {
    const alone = new MemoryDisk();
    alone.put(projectPath, new MemoryDisk(content).get(projectPath));
    const project = await openProject(optionsOn(alone, 2));
    expect(project.info).toMatchObject({ lastSeq: 6, recovered: null });
    await put(project, 'new', 'after');
    await project.close();
    const again = await openProject(optionsOn(alone, 3));
    expect(again.info.lastSeq).toBe(7);
    await again.close();

    const orphaned = new MemoryDisk(content);
    orphaned.unlink(journalPath);
    for (const attempt of [1, 2]) {
      const refusal = await tryOpen(orphaned);
      expect(refusal, `attempt ${attempt}`).toMatchObject({ code: 'PROJECT_DAMAGED' });
      expect((refusal as StoreError).offers.find(({ id }) => id.startsWith('current'))).toMatchObject({ lostCommands: null });
    }
  });

  test('R9: with nothing but backups left, they are offered', async () => {
    const disk = new MemoryDisk(content);
    disk.unlink(projectPath);
    disk.unlink(journalPath);
    for (const name of disk.list(`${projectPath}-backups`)) if (name.startsWith('previous')) disk.unlink(`${projectPath}-backups/${name}`);
    const refusal = (await tryOpen(disk)) as StoreError;
    expect(refusal.code).toBe('PROJECT_DAMAGED');
    const project = await tryOpen(disk, refusal.offers[0]?.id);
    if (project instanceof Error) throw project;
    expect(shelfText(project)).toBe(history.get(3));
    await project.close();
  });

  test('other files are not taken for projects', async () => {
    const disk = new MemoryDisk();
    disk.put(projectPath, Buffer.from('a,b\n1,2\n'));
    expect(await tryOpen(disk)).toMatchObject({ code: 'NOT_A_PROJECT' });
    expect(disk.list('/desk')).toEqual(['calls.earshot']);
  });

  test('N-4: another program interrupted inside the file: nothing is touched', async () => {
    const disk = new MemoryDisk(content);
    disk.put(`${projectPath}-journal`, Uint8Array.of(0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7));
    expect(await tryOpen(disk)).toMatchObject({ code: 'FOREIGN_WRITE' });
    expect(disk.operations).toEqual([]);
  });

  test('a lock left behind by a dead process is taken over; one of a living process is not', async () => {
    const disk = new MemoryDisk(content);
    const clock = aClock();
    const living = { ...lonelyProcess(2), isAlive: () => true };
    await expect(openProject({ ...optionsOn(disk, 2), probe: living, clock: clock.now })).rejects.toMatchObject({ code: 'PROJECT_LOCKED' });
    const project = await openProject(optionsOn(disk, 2));
    expect(project.info.recovered).toContain('3 saved changes were restored');
    await project.close();
  });
});
