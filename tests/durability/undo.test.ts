import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CommandRefused } from '#engine/log/handler.ts';
import { createProject, openProject, type ProjectFile } from '#engine/store/project-file.ts';
import { effort } from '#tests/support/store/effort.ts';
import { MemoryDisk } from '#tests/support/store/memory-disk.ts';
import { readShelf } from '#tests/support/store/shelf-handlers.ts';
import { optionsOn } from '#tests/support/store/story.ts';
import { base, put, putCommand, removeCommand } from '#tests/support/store/test-project.ts';

describe('undo and redo', () => {
  let disk: MemoryDisk;
  let project: ProjectFile;
  let processes = 1;
  beforeEach(async () => {
    disk = new MemoryDisk();
    processes = 1;
    project = await createProject(optionsOn(disk, processes));
  });
  afterEach(() => project.close());
  const restart = async () => {
    await project.close();
    processes += 1;
    project = await openProject(optionsOn(disk, processes));
  };

  test('name what they did, and survive a restart', async () => {
    await put(project, 'a', 'one');
    await put(project, 'a', 'two');
    await restart();
    expect(project.canUndo()).toEqual({ seq: 2, name: 'shelf.put', at: '2025-03-01T09:00:00.000Z', actor: 'Ada', entityId: 'a' });
    expect(await project.undo(base())).toEqual({ seq: 3, target: expect.objectContaining({ seq: 2, name: 'shelf.put', entityId: 'a' }) });
    expect(readShelf(project.db)).toEqual({ a: 'one' });
    await restart();
    expect(project.canRedo()).toMatchObject({ seq: 2 });
    expect(await project.redo(base())).toMatchObject({ seq: 4, target: { seq: 2 } });
    expect(readShelf(project.db)).toEqual({ a: 'two' });
    expect(project.canRedo()).toBeNull();
    expect(project.canUndo()).toMatchObject({ seq: 2 });
  });

  test('a new command ends redo', async () => {
    await put(project, 'a', 'one');
    await project.undo(base());
    await put(project, 'b', 'two');
    expect(project.canRedo()).toBeNull();
    await expect(project.redo(base())).rejects.toMatchObject({ code: 'NOTHING_TO_REDO' });
  });

  test('an undone command stays undone when others are undone around it', async () => {
    await put(project, 'a', 'one');
    await put(project, 'b', 'two');
    await project.undo(base());
    await put(project, 'c', 'three');
    await project.undo(base());
    await project.undo(base());
    expect(readShelf(project.db)).toEqual({});
    await project.redo(base());
    await project.redo(base());
    expect(readShelf(project.db)).toEqual({ a: 'one', c: 'three' });
    expect(project.canRedo()).toBeNull();
  });

  test('a request of several commands goes back and comes again whole', async () => {
    await put(project, 'a', 'zero');
    await project.execute([putCommand('a', 'one'), putCommand('b', 'two'), removeCommand('a')]);
    await project.undo(base());
    expect(readShelf(project.db)).toEqual({ a: 'zero' });
    await project.redo(base());
    expect(readShelf(project.db)).toEqual({ b: 'two' });
    await project.undo(base());
    expect(readShelf(project.db)).toEqual({ a: 'zero' });
  });

  test('with nothing to undo it says so and writes nothing', async () => {
    await expect(project.undo(base())).rejects.toBeInstanceOf(CommandRefused);
    await expect(project.undo(base())).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
    expect(project.info.lastSeq).toBe(0);
  });

  test('queued undos take back one command each', async () => {
    const edits = [put(project, 'a', 'one'), put(project, 'b', 'two'), project.undo(base()), project.undo(base())];
    await Promise.all(edits);
    expect(readShelf(project.db)).toEqual({});
    expect(project.info.lastSeq).toBe(4);
  });

  test(`D-15: to both ends after reopening, ${effort(40, 500)} times`, async () => {
    const edit = fc.oneof(
      fc.record({ key: fc.constantFrom('a', 'b', 'c'), text: fc.string({ maxLength: 8 }) }),
      fc.record({ key: fc.constantFrom('a', 'b', 'c') }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 12 }), async (edits) => {
        const begin = JSON.stringify(readShelf(project.db));
        const beginSeq = project.info.lastSeq;
        const states = [begin];
        for (const { key, ...rest } of edits) {
          const command = 'text' in rest ? putCommand(key, String(rest.text)) : removeCommand(key);
          const done = await project.execute([command]).catch(() => null);
          if (done !== null) states.push(JSON.stringify(readShelf(project.db)));
        }
        await restart();
        for (const state of states.slice(0, -1).toReversed()) {
          await project.undo(base());
          expect(JSON.stringify(readShelf(project.db))).toBe(state);
        }
        await restart();
        for (const state of states.slice(1)) {
          await project.redo(base());
          expect(JSON.stringify(readShelf(project.db))).toBe(state);
        }
        expect(project.info.lastSeq - beginSeq).toBe(3 * (states.length - 1));
        expect((await project.verify()).filter(({ ok }) => !ok)).toEqual([]);
      }),
      { numRuns: effort(40, 500), seed: 15 },
    );
  }, 600_000);
});
