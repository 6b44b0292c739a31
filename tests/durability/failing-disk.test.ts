import { describe, expect, test } from 'vitest';
import { createProject, openProject, type ProjectFile } from '#engine/store/project-file.ts';
import { StoreError } from '#engine/store/store-error.ts';
import { figure } from '#tests/support/figure.ts';
import { effort } from '#tests/support/store/effort.ts';
import { type Fault, faultyDisk } from '#tests/support/store/faulty-disk.ts';
import { MemoryDisk } from '#tests/support/store/memory-disk.ts';
import { readShelf } from '#tests/support/store/shelf-handlers.ts';
import { optionsOn, reopen } from '#tests/support/store/story.ts';
import { put } from '#tests/support/store/test-project.ts';

const stride = effort(5, 1);
const codes: readonly Fault['code'][] = ['EIO', 'ENOSPC', 'EACCES', 'EBUSY', 'EPERM', 'EMFILE', 'EROFS', 'short'];

type Outcome = { readonly saved: Map<string, string>; readonly kept: Map<string, string>; project: ProjectFile | null };

/** Every error that reaches a person is one of the store's own. */
function expectOwnError(error: unknown): void {
  expect(error).toBeInstanceOf(StoreError);
  expect((error as StoreError).message).toMatch(/^[A-Z].*\.$/);
}

async function tryPut(outcome: Outcome, key: string, text: string): Promise<void> {
  if (outcome.project === null) return;
  try {
    await put(outcome.project, key, text);
    outcome.saved.set(key, text);
  } catch (error) {
    expectOwnError(error);
    // Refused outright, or kept in memory to be saved later: never lost in between.
    if (readShelf(outcome.project.db)[key] === text) outcome.kept.set(key, text);
  }
}

/** Opens, edits, checkpoints, changes in bulk and edits again, going on after every failure as a program would. */
async function workThrough(disk: MemoryDisk, faults: ReturnType<typeof faultyDisk>): Promise<Outcome> {
  const outcome: Outcome = { saved: new Map(), kept: new Map(), project: null };
  try {
    outcome.project = await openProject({ ...optionsOn(disk, 2), fileSystem: faults.fileSystem });
  } catch (error) {
    expectOwnError(error);
    return outcome;
  }
  const { project } = outcome;
  await tryPut(outcome, 'first', 'one');
  const saving = project.checkpoint().catch(expectOwnError);
  await tryPut(outcome, 'during', 'two');
  await saving;
  await tryPut(outcome, 'after', 'three');
  const insert = `INSERT INTO setting (key, value, changed_at) VALUES ('bulk', 'four', '')`;
  await project.bulk('import', (db) => void db.run(insert)).then(() => outcome.saved.set('bulk', 'four'), expectOwnError);
  await tryPut(outcome, 'last', 'five');
  return outcome;
}

async function aDisk(): Promise<MemoryDisk> {
  const disk = new MemoryDisk();
  const project = await createProject(optionsOn(disk, 1));
  await put(project, 'old', 'zero');
  await project.close();
  return disk;
}

async function expectSaved(disk: MemoryDisk, outcome: Outcome): Promise<void> {
  const opened = await reopen(new MemoryDisk(disk.content()), 3);
  const shelf = readShelf(opened.db);
  expect(shelf).toMatchObject({ old: 'zero', ...Object.fromEntries(outcome.saved) });
  expect((await opened.verify()).filter(({ ok }) => !ok)).toEqual([]);
  await opened.close();
}

describe('D-05: the n-th call to the disk fails', () => {
  test.each([false, true])('from then on for ever: %s; nothing is called saved that is not', async (isForEver) => {
    const start = (await aDisk()).content();
    const clean = faultyDisk(new MemoryDisk(start), null);
    const whole = await workThrough(new MemoryDisk(start), clean);
    await whole.project?.close();
    const calls = clean.calls();
    expect(calls).toBeGreaterThan(50);
    let round = 0;
    let runs = 0;
    for (let at = 1; at <= calls; at += stride) {
      for (const code of stride === 1 ? codes : [codes[round % codes.length] as Fault['code']]) {
        runs += 1;
        const disk = new MemoryDisk(start);
        const faults = faultyDisk(disk, { at, code, isForEver });
        const outcome = await workThrough(disk, faults);
        try {
          // The process dies here: what was acknowledged is on disk.
          await expectSaved(disk, outcome);
          await expectMended(disk, faults, outcome);
        } catch (error) {
          throw new Error(`call ${at} failed with ${code}`, { cause: error });
        }
      }
      round += 1;
    }
    figure('D-05', `${runs} runs with a failing disk call (${isForEver ? 'for ever' : 'once'}; ${calls} calls, ${stride === 1 ? 'each with every' : `every ${stride}th with one`} of ${codes.length} errors): 0 false “saved”`);
  }, effort(900_000, 3_600_000));
});

/** Once the disk works again, the next save takes everything that memory kept. */
async function expectMended(disk: MemoryDisk, faults: ReturnType<typeof faultyDisk>, outcome: Outcome): Promise<void> {
  faults.mend();
  const { project } = outcome;
  if (project === null) return;
  if (!project.info.readOnly) {
    await tryPut(outcome, 'mended', 'six');
    expect(outcome.saved.get('mended')).toBe('six');
    expect(project.info.unsavedCommands).toBe(0);
    for (const [key, text] of outcome.kept) outcome.saved.set(key, text);
  }
  await project.close({ discardUnsaved: true });
  await expectSaved(disk, outcome);
}
