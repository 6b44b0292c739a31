import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createProject, openProject, type ProjectFile } from '#engine/store/project-file.ts';
import { effort } from '#tests/support/store/effort.ts';
import { MemoryDisk } from '#tests/support/store/memory-disk.ts';
import { readShelf } from '#tests/support/store/shelf-handlers.ts';
import { optionsOn } from '#tests/support/store/story.ts';
import { base, putCommand, removeCommand } from '#tests/support/store/test-project.ts';

/** What a project is, in the plainest words: states one after the other, and a place among them. */
class Model {
  #past: Record<string, string>[] = [];
  #future: Record<string, string>[] = [];
  shelf: Record<string, string> = {};

  change(next: Record<string, string>): void {
    this.#past.push(this.shelf);
    this.#future = [];
    this.shelf = next;
  }

  undo(): boolean {
    const before = this.#past.pop();
    if (before === undefined) return false;
    this.#future.push(this.shelf);
    this.shelf = before;
    return true;
  }

  redo(): boolean {
    const after = this.#future.pop();
    if (after === undefined) return false;
    this.#past.push(this.shelf);
    this.shelf = after;
    return true;
  }
}

type Real = { disk: MemoryDisk; project: ProjectFile; processes: number };

class Put implements fc.AsyncCommand<Model, Real> {
  constructor(readonly key: string, readonly text: string) {}
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    await real.project.execute([putCommand(this.key, this.text)]);
    model.change({ ...model.shelf, [this.key]: this.text });
    expectSame(model, real);
  }
  toString = () => `put ${this.key} ${JSON.stringify(this.text)}`;
}

class Remove implements fc.AsyncCommand<Model, Real> {
  constructor(readonly key: string) {}
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    const isThere = Object.hasOwn(model.shelf, this.key);
    const removal = real.project.execute([removeCommand(this.key)]);
    if (isThere) {
      await removal;
      model.change(Object.fromEntries(Object.entries(model.shelf).filter(([key]) => key !== this.key)));
    } else await expect(removal).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expectSame(model, real);
  }
  toString = () => `remove ${this.key}`;
}

class Undo implements fc.AsyncCommand<Model, Real> {
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    if (model.undo()) await real.project.undo(base());
    else await expect(real.project.undo(base())).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
    expectSame(model, real);
  }
  toString = () => 'undo';
}

class Redo implements fc.AsyncCommand<Model, Real> {
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    if (model.redo()) await real.project.redo(base());
    else await expect(real.project.redo(base())).rejects.toMatchObject({ code: 'NOTHING_TO_REDO' });
    expectSame(model, real);
  }
  toString = () => 'redo';
}

class Save implements fc.AsyncCommand<Model, Real> {
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    await real.project.checkpoint();
    expectSame(model, real);
  }
  toString = () => 'save';
}

class Reopen implements fc.AsyncCommand<Model, Real> {
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    await real.project.close();
    real.processes += 1;
    real.project = await openProject(optionsOn(real.disk, real.processes));
    expect(real.project.info.recovered).toBeNull();
    expectSame(model, real);
  }
  toString = () => 'reopen';
}

class Crash implements fc.AsyncCommand<Model, Real> {
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    const left = new MemoryDisk(real.disk.content());
    await real.project.close();
    real.disk = left;
    real.processes += 1;
    real.project = await openProject(optionsOn(left, real.processes));
    expectSame(model, real);
  }
  toString = () => 'crash';
}

function expectSame(model: Model, real: Real): void {
  expect(readShelf(real.project.db)).toEqual(model.shelf);
}

const key = fc.constantFrom('a', 'b', 'c', 'd', '__proto__', 'ключ');

describe('D-14: random commands against a plain object', () => {
  test(`${effort(40, 2_000)} sequences of up to 60 commands`, async () => {
    const commands = fc.commands(
      [
        fc.tuple(key, fc.string({ unit: 'grapheme', maxLength: 12 })).map(([at, text]) => new Put(at, text)),
        key.map((at) => new Remove(at)),
        fc.constant(new Undo()),
        fc.constant(new Redo()),
        fc.constant(new Save()),
        fc.constant(new Reopen()),
        fc.constant(new Crash()),
      ],
      { maxCommands: effort(60, 100) },
    );
    await fc.assert(
      fc.asyncProperty(commands, async (sequence) => {
        const disk = new MemoryDisk();
        const real: Real = { disk, project: await createProject(optionsOn(disk, 1)), processes: 1 };
        try {
          await fc.asyncModelRun(() => ({ model: new Model(), real }), sequence);
          expect((await real.project.verify()).filter(({ ok }) => !ok)).toEqual([]);
        } finally {
          await real.project.close();
        }
      }),
      { numRuns: effort(40, 2_000), seed: 14 },
    );
  }, 1_200_000);
});
