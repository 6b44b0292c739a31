import { expect } from 'vitest';
import type { FileSystem } from '#engine/store/file-system.ts';
import { createProject, openProject, type ProjectFile } from '#engine/store/project-file.ts';
import { MemoryDisk } from './memory-disk.ts';
import { readShelf } from './shelf-handlers.ts';
import { optionsOn } from './story.ts';
import { put } from './test-project.ts';

/** What a disk says when it refuses a call. */
export function diskError(code: string): Error {
  return Object.assign(new Error(`${code}: of the odd disk`), { code, syscall: 'odd disk' });
}

/** A call that is always refused. */
export const refuse = (code: string) => (): never => {
  throw diskError(code);
};

/** A disk on which the calls in `odd` are answered by those; they may come and go while it is in use. */
export function oddDisk(disk: FileSystem, odd: Partial<FileSystem>): FileSystem {
  return new Proxy(disk, {
    get(target, name) {
      const method: unknown = Reflect.get(odd, name) ?? Reflect.get(target, name);
      return typeof method === 'function' ? (...given: unknown[]): unknown => Reflect.apply(method, target, given) : method;
    },
  });
}

export type Begun = { disk: MemoryDisk; odd: Partial<FileSystem>; project: ProjectFile; codes: string[] };

/** A project with one change in its file and one in its log, on a disk that can be made odd. */
export async function begunOddly(): Promise<Begun> {
  const [disk, odd, codes]: [MemoryDisk, Partial<FileSystem>, string[]] = [new MemoryDisk(), {}, []];
  const project = await createProject({ ...optionsOn(disk, 1), fileSystem: oddDisk(disk, odd), log: ({ code }) => code !== 'SLOW_QUERY' && codes.push(code) });
  await put(project, 'a', 'one');
  await project.checkpoint();
  await put(project, 'b', 'two');
  return { disk, odd, project, codes };
}

/** What another process finds once this one is gone; fails unless it is whole. */
export async function shelfOn(disk: MemoryDisk): Promise<Record<string, string>> {
  const project = await openProject(optionsOn(new MemoryDisk(disk.content()), 3));
  const shelf = readShelf(project.db);
  expect((await project.verify()).filter(({ ok }) => !ok)).toEqual([]);
  await project.close();
  return shelf;
}
