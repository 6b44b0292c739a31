import { basename, dirname, join, resolve } from 'node:path';
import type { FileSystem } from './file-system.ts';

/** The files of one project. No suffix is one that SQLite owns (`-journal`, `-wal`, `-shm`). */
export type ProjectPaths = {
  readonly snapshot: string;
  readonly snapshotNew: string;
  readonly journal: string;
  readonly journalNew: string;
  readonly lock: string;
  readonly backups: string;
  readonly folder: string;
};

/** The project's files, by the real path of its folder: two ways to the same file meet at the same lock. */
export function projectPaths(fileSystem: FileSystem, path: string): ProjectPaths {
  const asked = resolve(path);
  const snapshot = fileSystem.stat(asked) === null ? join(realFolder(fileSystem, asked), basename(asked)) : fileSystem.realPath(asked);
  return {
    snapshot,
    snapshotNew: `${snapshot}-new`,
    journal: `${snapshot}-log`,
    journalNew: `${snapshot}-log-new`,
    lock: `${snapshot}-lock`,
    backups: `${snapshot}-backups`,
    folder: dirname(snapshot),
  };
}

function realFolder(fileSystem: FileSystem, path: string): string {
  const folder = dirname(path);
  return fileSystem.stat(folder) === null ? folder : fileSystem.realPath(folder);
}

/** `previous-g000041`: the pair that a checkpoint replaced, as `.earshot` and `.journal`. */
export function previousName(generation: number): string {
  return `previous-g${String(generation).padStart(6, '0')}`;
}
