import type { Recorded } from '#engine/log/record.ts';
import type { CommandBase } from '#engine/log/undo.ts';
import { listBackups, readBackup } from './backups.ts';
import type { Database } from './database.ts';
import type { FileSystem } from './file-system.ts';
import type { Keyring } from './keyring.ts';
import { migrate } from './migrations/index.ts';
import { checkSchema, type Meta, readMeta } from './open-checks.ts';
import type { Backup, Backups } from './project-file.ts';
import type { ProjectPaths } from './project-paths.ts';
import { databaseIn } from './snapshot.ts';
import { ofDisk, StoreError } from './store-error.ts';

type SessionParts = {
  alone<T>(work: () => Promise<T>): Promise<T>;
  backUp(): Promise<Backup>;
  replace(bytes: Uint8Array, done: Omit<Recorded, 'seq'>): Promise<void>;
};

/** The backups of a project that is open for writing. */
export class ProjectBackups implements Backups {
  readonly #options: { readonly fileSystem: FileSystem; readonly paths: ProjectPaths; readonly meta: Meta; readonly db: Database; readonly keyring: Keyring };
  readonly #session: SessionParts;

  constructor(options: { fileSystem: FileSystem; paths: ProjectPaths; meta: Meta; db: Database; keyring: Keyring }, session: SessionParts) {
    this.#options = options;
    this.#session = session;
  }

  list(): Promise<Backup[]> {
    const backups = listBackups(this.#options.fileSystem, this.#options.paths);
    return Promise.resolve(backups.map(({ name, at, generation, size }) => ({ name, at, generation, size })));
  }

  look<T>(name: string, work: (db: Database) => T): Promise<T> {
    return Promise.resolve(lookInto(this.#options, name, work));
  }

  create(): Promise<Backup> {
    return this.#session.alone(() => this.#session.backUp().catch((error: unknown) => {
      throw ofDisk(error, 'backing up');
    }));
  }

  /** A restore is a change of its own in a new generation: no journal written before can continue its chain. */
  async restore(name: string, base: CommandBase): Promise<{ before: Backup }> {
    const { fileSystem, paths, meta, db } = this.#options;
    const restored = toCurrentSchema(db.another(databaseIn(readBackup(fileSystem, paths, name), this.#options.keyring.vault)), meta.projectId);
    const before = await this.create();
    const command = { ...base, name: 'backup.restore', version: 1, payload: { backup: name, before: before.name } };
    await this.#session.replace(restored, { command, outcome: { inverse: null, entityId: null } });
    return { before };
  }
}

/** Runs `work` on the database of a backup. @throws StoreError BACKUP_NOT_FOUND | BACKUP_DAMAGED */
export function lookInto<T>(at: { fileSystem: FileSystem; paths: ProjectPaths; meta: Pick<Meta, 'projectId'>; db: Database; keyring: Keyring }, name: string, work: (db: Database) => T): T {
  const current = toCurrentSchema(at.db.another(databaseIn(readBackup(at.fileSystem, at.paths, name), at.keyring.vault)), at.meta.projectId);
  const db = at.db.another(current);
  try {
    return work(db);
  } finally {
    db.close();
  }
}

/** @throws StoreError BACKUP_DAMAGED, or what an opening would refuse */
function toCurrentSchema(db: Database, projectId: string): Uint8Array {
  try {
    checkSchema(db);
    if (readMeta(db).projectId !== projectId) throw new StoreError('BACKUP_DAMAGED', 'This backup is of another project.');
    migrate(db);
    return db.export();
  } finally {
    db.close();
  }
}
