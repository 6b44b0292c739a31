import { afterAll, describe, expect, test } from 'vitest';
import { figure } from '#tests/support/figure.ts';
import { effort } from '#tests/support/store/effort.ts';
import { type DiskOperation, MemoryDisk } from '#tests/support/store/memory-disk.ts';
import { afterKill, afterPowerCut } from '#tests/support/store/power-cut.ts';
import { Random } from '#tests/support/store/random.ts';
import { begin, type History, reopen, shelfText, work } from '#tests/support/store/story.ts';

const stories = effort(3, 40);
const statesOfEach = effort(50, 150);
const killStride = effort(4, 1);

type Found = { readonly disk: MemoryDisk; readonly acknowledged: number | null };

function lastAcknowledged(operations: readonly DiskOperation[]): number | null {
  return operations.reduce<number | null>((last, operation) => (operation.kind === 'acknowledged' ? operation.seq : last), null);
}

/** Cuts the power after some operation, and says what had been acknowledged by then. */
function cut(disk: MemoryDisk, random: Random, start = new MemoryDisk().content()): Found {
  // Half of the cuts fall close to a rename, where files change their names.
  const renames = disk.operations.flatMap((operation, index) => (operation.kind === 'rename' ? [index] : []));
  const at = renames.length > 0 && random.chance(0.5) ? random.pick(renames) + random.below(9) - 4 : random.below(disk.operations.length + 1);
  const operations = disk.operations.slice(0, Math.max(0, at));
  return { disk: new MemoryDisk(afterPowerCut(start, operations, random)), acknowledged: lastAcknowledged(operations) };
}

/** Opens what is left and compares. @throws when an acknowledged command is missing, or something is there that nobody did */
async function expectRecovered(found: Found, history: History, pid: number): Promise<void> {
  let project;
  try {
    project = await reopen(found.disk, pid);
  } catch (error) {
    if (found.acknowledged !== null) throw error;
    // The project was never said to be there.
    expect(error).toMatchObject({ code: 'PROJECT_NOT_FOUND' });
    return;
  }
  try {
    const { lastSeq } = project.info;
    expect(lastSeq).toBeGreaterThanOrEqual(found.acknowledged ?? 0);
    expect(shelfText(project)).toBe(history.get(lastSeq));
  } finally {
    await project.close();
  }
}

async function tell(seed: number): Promise<{ disk: MemoryDisk; history: History; random: Random }> {
  const random = new Random(seed);
  const { disk, project, history } = await begin();
  await work(project, { disk, random, history, steps: 40 });
  await project.close();
  return { disk, history, random };
}

describe('D-02: the process is killed between any two disk operations', () => {
  test(`every operation of a story, every ${killStride}. tried`, async () => {
    const { disk, history } = await tell(100);
    const start = new MemoryDisk().content();
    let killed = 0;
    for (let at = killStride - 1; at <= disk.operations.length; at += killStride) {
      const operations = disk.operations.slice(0, at);
      const found = { disk: new MemoryDisk(afterKill(start, operations)), acknowledged: lastAcknowledged(operations) };
      killed += 1;
      await expectRecovered(found, history, 2).catch((error: unknown) => {
        throw new Error(`killed after operation ${at}: ${JSON.stringify(disk.operations[at - 1]?.kind)}`, { cause: error });
      });
    }
    figure('D-02', `killed between disk operations at ${killed} of ${disk.operations.length + 1} places of a story: 0 lost, 0 invented`);
  }, effort(600_000, 3_600_000));
});

describe('D-03: the power fails', () => {
  let survived = 0;
  afterAll(() => figure('D-03', `${survived} states after a power cut, and ${survived} with a second cut during recovery: 0 acknowledged edits lost, 0 invented`));
  test.each(Array.from({ length: stories }, (_, index) => index + 1))(
    `story %i: nothing acknowledged is lost in ${statesOfEach} states, nor when the power fails again during recovery`,
    async (seed) => {
      const { disk, history, random } = await tell(seed);
      for (let state = 0; state < statesOfEach; state += 1) {
        const found = cut(disk, random);
        const before = found.disk.content();
        await expectRecovered(found, history, 2).catch((error: unknown) => {
          throw new Error(`state ${state} of story ${seed}`, { cause: error });
        });
        const again = { ...cut(found.disk, random, before), acknowledged: found.acknowledged };
        await expectRecovered(again, history, 3).catch((error: unknown) => {
          throw new Error(`second cut in state ${state} of story ${seed}`, { cause: error });
        });
      }
      survived += statesOfEach;
    },
    effort(600_000, 3_600_000),
  );
});

describe('D-26: the model would notice a missing sync', () => {
  const without: [string, (operation: DiskOperation) => boolean][] = [
    ['any sync of files', (operation) => operation.kind === 'sync'],
    ['any sync of folders', (operation) => operation.kind === 'sync-directory'],
  ];
  test.each(without)('a store without %s loses something', async (_name, isForgotten) => {
    const { disk, history, random } = await tell(7);
    const operations = disk.operations.filter((operation) => !isForgotten(operation));
    disk.operations.splice(0, disk.operations.length, ...operations);
    let losses = 0;
    for (let state = 0; state < 60 && losses === 0; state += 1) await expectRecovered(cut(disk, random), history, 2).catch(() => (losses += 1));
    expect(losses).toBeGreaterThan(0);
  }, 60_000);
});
