import type { LogPosition } from '#engine/log/log-row.ts';
import type { Database } from './database.ts';
import { type FileSystem, removeIfThere, syncFolderOf } from './file-system.ts';
import { projectPaths } from './project-paths.ts';
import { markedReadOnly, writeSnapshot } from './snapshot.ts';
import { StoreError, toStoreError } from './store-error.ts';
import type { Vault } from './vault.ts';

/** Writes what is in memory to a project file of its own. @throws StoreError PROJECT_EXISTS | DISK_FULL | READ_ONLY */
export async function saveCopy(
  at: { readonly fileSystem: FileSystem; readonly clock: () => Date },
  what: { readonly db: Database; readonly position: LogPosition; readonly generation: number; readonly path: string; readonly vault: Vault | null },
): Promise<void> {
  const { fileSystem } = at;
  const paths = projectPaths(fileSystem, what.path);
  if (fileSystem.stat(paths.snapshot) !== null || fileSystem.stat(paths.journal) !== null) {
    throw new StoreError('PROJECT_EXISTS', 'There is a file of that name already. Choose another name.');
  }
  const { lastSeq, head } = what.position;
  what.db.run('UPDATE meta SET generation = ?, last_seq = ?, chain_head = ?, saved_at = ?', [what.generation, lastSeq, head, at.clock().toISOString()]);
  const database = markedReadOnly(what.db.cut());
  try {
    removeIfThere(fileSystem, paths.snapshotNew);
    await writeSnapshot(fileSystem, paths.snapshotNew, { database, seal: { generation: what.generation, lastSeq }, vault: what.vault });
    fileSystem.rename(paths.snapshotNew, paths.snapshot);
    syncFolderOf(fileSystem, paths.snapshot);
  } catch (error) {
    removeIfThere(fileSystem, paths.snapshotNew);
    throw toStoreError(error, 'saving the copy');
  }
}
