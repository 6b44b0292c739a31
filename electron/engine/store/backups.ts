import { join } from 'node:path';
import { backupsToKeep } from './backup-rotation.ts';
import { type FileSystem, hasErrorCode, readWhole, removeIfThere } from './file-system.ts';
import type { Backup } from './project-file.ts';
import type { ProjectPaths } from './project-paths.ts';
import { copyDurably, inspectSnapshot } from './snapshot.ts';
import { StoreError, toStoreError } from './store-error.ts';

/** `20250131T101500123Z-g000042-0123456789abcdef.earshot`: time, generation, start of the file's SHA-256. */
const namePattern = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-g(\d+)-([0-9a-f]{16})\.earshot$/;
const unfinishedSuffix = '.earshot-new';
/** Bytes that the backups of one project may take, unless a few of them alone are larger. */
const sizeCapBytes = 2_000_000_000;
const leastKeptBySize = 4;

type NamedBackup = Backup & { readonly hashStart: string; readonly atMs: number };

/** The backups of a project, newest first. */
export function listBackups(fileSystem: FileSystem, paths: ProjectPaths): NamedBackup[] {
  const backups: NamedBackup[] = [];
  for (const name of fileSystem.list(paths.backups)) {
    const match = namePattern.exec(name);
    const size = match === null ? undefined : fileSystem.stat(join(paths.backups, name))?.size;
    if (match === null || size === undefined) continue;
    const [, year, month, day, hour, minute, second, ms, generation, hashStart] = match;
    const at = `${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`;
    backups.push({ name, at, atMs: Date.parse(at), generation: Number(generation), size, hashStart: hashStart ?? '' });
  }
  return backups.toSorted((a, b) => b.atMs - a.atMs || b.generation - a.generation);
}

/** Copies the current snapshot file to a new backup, reads it back, and removes those that rotation no longer keeps. */
export async function createBackup(
  fileSystem: FileSystem,
  paths: ProjectPaths,
  snapshot: { at: Date; generation: number; hash: string },
): Promise<Backup> {
  fileSystem.makeDirectory(paths.backups);
  for (const name of fileSystem.list(paths.backups)) {
    if (name.endsWith(unfinishedSuffix)) removeIfThere(fileSystem, join(paths.backups, name));
  }
  const time = snapshot.at.toISOString().replaceAll(/[-:.]/g, '');
  const base = `${time}-g${String(snapshot.generation).padStart(6, '0')}-${snapshot.hash.slice(0, 16)}`;
  const unfinished = join(paths.backups, `${base}${unfinishedSuffix}`);
  try {
    const copy = await copyDurably(fileSystem, paths.snapshot, unfinished);
    if (copy.hash !== snapshot.hash) throw new StoreError('PROJECT_DAMAGED', 'The project file is not what Earshot wrote last; it was not backed up.');
    fileSystem.rename(unfinished, join(paths.backups, `${base}.earshot`));
    fileSystem.syncDirectory(paths.backups);
  } catch (error) {
    removeIfThere(fileSystem, unfinished);
    throw error;
  }
  rotate(fileSystem, paths);
  return findBackup(fileSystem, paths, `${base}.earshot`);
}

function rotate(fileSystem: FileSystem, paths: ProjectPaths): void {
  const backups = listBackups(fileSystem, paths);
  const sizeCap = Math.max(sizeCapBytes, leastKeptBySize * (backups[0]?.size ?? 0));
  const kept = new Set(backupsToKeep(backups, sizeCap));
  for (const backup of backups) if (!kept.has(backup)) removeIfThere(fileSystem, join(paths.backups, backup.name));
}

/** @throws StoreError BACKUP_NOT_FOUND */
function findBackup(fileSystem: FileSystem, paths: ProjectPaths, name: string): NamedBackup {
  const found = listBackups(fileSystem, paths).find((backup) => backup.name === name);
  if (found === undefined) throw new StoreError('BACKUP_NOT_FOUND', `There is no backup ${name}. It may have been replaced by a newer one.`);
  return found;
}

/** The bytes of a backup, checked against its name and seal. @throws StoreError BACKUP_NOT_FOUND | BACKUP_DAMAGED */
export function readBackup(fileSystem: FileSystem, paths: ProjectPaths, name: string): Uint8Array {
  const backup = findBackup(fileSystem, paths, name);
  let bytes: Uint8Array;
  try {
    bytes = readWhole(fileSystem, join(paths.backups, name));
  } catch (cause) {
    if (hasErrorCode(cause, 'ENOENT')) throw new StoreError('BACKUP_NOT_FOUND', `There is no backup ${name} any more.`, { cause });
    throw toStoreError(cause, 'reading the backup');
  }
  const { hash, seal } = inspectSnapshot(bytes);
  if (!hash.startsWith(backup.hashStart) || seal === null) {
    throw new StoreError('BACKUP_DAMAGED', `The backup of ${backup.at} is damaged. Choose another one.`);
  }
  return bytes;
}
