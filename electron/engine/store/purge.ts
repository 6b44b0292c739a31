import { join } from 'node:path';
import { type FileSystem, removeIfThere } from './file-system.ts';
import type { ProjectPaths } from './project-paths.ts';

/**
 * Deletes every file that holds an earlier state of the project: previous versions, backups, copies from before a
 * migration or of damaged files. Only erasure does so, after the present state was written and read back.
 * @returns how many there were
 */
export function purgeEarlierStates(fileSystem: FileSystem, paths: ProjectPaths): number {
  const names = fileSystem.list(paths.backups).filter((name) => /\.(?:earshot|journal|earshot-new|earshot-log|earshot-log-new)$/.test(name));
  for (const name of names) removeIfThere(fileSystem, join(paths.backups, name));
  if (names.length > 0) fileSystem.syncDirectory(paths.backups);
  return names.length;
}
