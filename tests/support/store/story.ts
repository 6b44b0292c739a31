import { CommandRefused } from '#engine/log/handler.ts';
import { createProject, openProject, type OpenOptions, type ProjectFile } from '#engine/store/project-file.ts';
import type { ProcessProbe } from '#engine/store/process-identity.ts';
import { MemoryDisk } from './memory-disk.ts';
import type { Random } from './random.ts';
import { readShelf } from './shelf-handlers.ts';
import { base, putCommand, removeCommand, storeOptions } from './test-project.ts';

export const projectPath = '/desk/calls.earshot';

/** A process on a machine where every other process is dead: what runs after a crash. */
export function lonelyProcess(pid: number): ProcessProbe {
  return { self: { pid, host: 'desk', bootId: 'boot', startTime: String(pid) }, isAlive: (process) => process.pid === pid };
}

export function optionsOn(disk: MemoryDisk, pid: number): OpenOptions {
  return storeOptions(projectPath, { fileSystem: disk, probe: lonelyProcess(pid) });
}

/** What the shelf holds after each sequence number: what a recovered project is compared with. */
export type History = Map<number, string>;

export function shelfText(project: ProjectFile): string {
  return JSON.stringify(readShelf(project.db));
}

/**
 * Works on a project: edits, requests of several commands, undo, redo, refusals, bulk changes, checkpoints with edits going on
 * meanwhile. Notes on the disk what was acknowledged, and in `history` what the shelf held after every request.
 */
export async function work(project: ProjectFile, at: { disk: MemoryDisk; random: Random; history: History; steps: number }): Promise<void> {
  const { disk, random, history } = at;
  const note = () => {
    history.set(project.info.lastSeq, shelfText(project));
    disk.acknowledge(project.info.lastSeq);
  };
  const edit = async () => {
    try {
      await randomEdit(project, random);
      note();
    } catch (error) {
      if (!(error instanceof CommandRefused)) throw error;
    }
  };
  for (let step = 0; step < at.steps; step += 1) {
    const kind = random.below(14);
    if (kind === 0) {
      const saving = project.checkpoint();
      for (let count = random.below(4); count > 0; count -= 1) await edit();
      await saving;
    } else if (kind === 1 && random.chance(0.3)) {
      const waiting = project.bulk('import', async (db) => {
        db.transaction(() => db.run(`INSERT OR REPLACE INTO setting (key, value, changed_at) VALUES (?, ?, '')`, [`bulk ${step}`, 'imported']));
        await Promise.resolve();
        db.transaction(() => db.run(`INSERT OR REPLACE INTO setting (key, value, changed_at) VALUES (?, ?, '')`, [`bulk ${step} b`, 'imported']));
        // What the bulk change will be known as, should it become durable just before the power fails.
        history.set(project.info.lastSeq + 1, shelfText(project));
      });
      await waiting;
      note();
    } else await edit();
  }
}

const keys = ['a', 'b', 'c', 'd', 'e'] as const;

async function randomEdit(project: ProjectFile, random: Random): Promise<void> {
  const kind = random.below(10);
  const text = 'x'.repeat(random.below(3) === 0 ? random.below(2000) : random.below(20)) + random.below(1000);
  if (kind === 0) await project.execute([removeCommand(random.pick(keys))]);
  else if (kind === 1) await project.undo(base());
  else if (kind === 2) await project.redo(base());
  else if (kind === 3) await project.execute([putCommand(random.pick(keys), text), putCommand(random.pick(keys), `${text} too`)]);
  else await project.execute([putCommand(random.pick(keys), text)]);
}

/** Opens the project on a disk, as the first process after a crash. */
export function reopen(disk: MemoryDisk, pid: number): Promise<ProjectFile> {
  return openProject(optionsOn(disk, pid));
}

/** A new project on a new disk. */
export async function begin(): Promise<{ disk: MemoryDisk; project: ProjectFile; history: History }> {
  const disk = new MemoryDisk();
  const project = await createProject(optionsOn(disk, 1));
  disk.acknowledge(0);
  return { disk, project, history: new Map([[0, '{}']]) };
}
