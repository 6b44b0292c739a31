import type { Command } from '#shared/commands/command.ts';
import type { AskedCommand } from '#engine/log/as-seen.ts';
import type { AnyCommandHandler, CommandOutcome } from '#engine/log/handler.ts';
import type { CommandBase, LoggedCommand } from '#engine/log/undo.ts';
import type { Database } from './database.ts';
import type { FileSystem } from './file-system.ts';
import type { ProcessProbe } from './process-identity.ts';
import type { StoreLog } from './store-error.ts';
import type { Vault } from './vault.ts';

export type ProjectOptions = {
  /** `NAME.earshot`. */
  readonly path: string;
  readonly clock: () => Date;
  readonly newId: () => string;
  readonly log: StoreLog;
  /** Every command that this program knows. */
  readonly handlers: readonly AnyCommandHandler[];
  /** Stands in for node:fs in tests. */
  readonly fileSystem?: FileSystem;
  /** Stands in for this machine and its processes in tests. */
  readonly probe?: ProcessProbe;
  /** Where `sql-wasm.wasm` lies, if not in node_modules. */
  readonly wasmPath?: string;
};

export type OpenOptions = ProjectOptions & {
  /** `write` (default) refuses with PROJECT_LOCKED if the project is open elsewhere; `any` then opens it for reading. */
  readonly access?: 'write' | 'read' | 'any';
  /** The person confirmed that the other program, silent for over a minute, is gone. */
  readonly takeOver?: boolean;
  /** The id of the offer that a PROJECT_DAMAGED refusal made and the person chose. */
  readonly accept?: string;
  /** Of an encrypted project; its recovery key does as well. */
  readonly passphrase?: string;
};

export type ProjectInfo = {
  readonly path: string;
  readonly projectId: string;
  readonly schemaVersion: number;
  /** Grows with every checkpoint. */
  readonly generation: number;
  /** The sequence number of the last command. */
  readonly lastSeq: number;
  /** What was recovered when the project was opened, in one sentence; null if there was nothing to recover. */
  readonly recovered: string | null;
  readonly readOnly: boolean;
  /** Commands that are in memory but not on disk (the disk failed); 0 in ordinary life. */
  readonly unsavedCommands: number;
};

/** Commands made of what stands there when it is their turn, each with what its author saw. */
export type CommandPlan = (db: Database) => readonly AskedCommand[];

export type Executed = { readonly seq: number; readonly result: unknown };

/** What an undo or redo did: `target` is the command that was taken back or done again. */
export type Reversed = { readonly seq: number; readonly target: LoggedCommand };

export type Check = { readonly name: string; readonly ok: boolean; readonly detail: string };

export type Backup = {
  readonly name: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly generation: number;
  /** Bytes. */
  readonly size: number;
};

export interface Backups {
  /** Newest first. */
  list(): Promise<Backup[]>;
  /** Opens a backup for a look, brought to today's schema in memory; nothing is written. @throws StoreError BACKUP_NOT_FOUND | BACKUP_DAMAGED */
  look<T>(name: string, work: (db: Database) => T): Promise<T>;
  /** Makes one now, after a checkpoint. */
  create(): Promise<Backup>;
  /** Puts the project back to that backup; the state before is kept as a backup of its own, which is returned. */
  restore(name: string, base: CommandBase): Promise<{ before: Backup }>;
}

/** Lets a bulk change leave its one row in the command log. */
export interface BulkLog {
  /** Records `command` as done by this bulk change; undo then runs `outcome.inverse`. */
  record(command: Command, outcome: Pick<CommandOutcome, 'inverse' | 'entityId'>): void;
}

/** An open project: the only door to its database, log and files. */
export interface ProjectFile {
  /** For reading. Only handlers and bulk work write. The object stays the same for as long as the project is open. */
  readonly db: Database;
  readonly info: ProjectInfo;
  /**
   * Carries out commands, all of them or none, and resolves when they are on disk.
   * @throws CommandRefused, or StoreError NOT_SAVED, DISK_FULL or READ_ONLY
   */
  execute(commands: readonly Command[] | CommandPlan): Promise<Executed[]>;
  /** Takes the last command back, with all commands of the same `execute`. @throws CommandRefused NOTHING_TO_UNDO */
  undo(base: CommandBase): Promise<Reversed>;
  /** @throws CommandRefused NOTHING_TO_REDO */
  redo(base: CommandBase): Promise<Reversed>;
  canUndo(): LoggedCommand | null;
  canRedo(): LoggedCommand | null;
  /**
   * For imports and other changes too large for the journal. `work` writes in its own short transactions, never open
   * across an `await`; a checkpoint makes them durable before this resolves. If `work` throws or the disk fails, the
   * project is read back from disk, so that nothing of it remains. Commands that arrive meanwhile wait: `work` must
   * not await `execute`.
   */
  bulk<T>(label: string, work: (db: Database, log: BulkLog) => T | Promise<T>): Promise<T>;
  /** Writes a new snapshot and starts a new journal. */
  checkpoint(): Promise<void>;
  /** Tries again to save what a failing disk left in memory. @throws StoreError NOT_SAVED */
  retrySave(): Promise<void>;
  /** Writes the project as it is in memory to a new file. @throws StoreError PROJECT_EXISTS */
  saveCopy(path: string): Promise<void>;
  verify(): Promise<Check[]>;
  /** The keys, while the project is encrypted. */
  readonly vault: Vault | null;
  /** Writes the project under another vault, or plainly, and deletes every earlier file, which the old one could open. */
  protect(next: Vault | null): Promise<void>;
  /**
   * Deletes every file that holds an earlier state, after a checkpoint, and makes a fresh backup. For erasure only.
   * @returns how many files were deleted
   */
  purge(): Promise<number>;
  readonly backups: Backups;
  /**
   * Saves, and gives the project free. @throws StoreError NOT_SAVED or DISK_FULL, leaving it open, if commands are in
   * memory only and cannot be saved; `discardUnsaved` closes all the same.
   */
  close(options?: { readonly discardUnsaved?: boolean }): Promise<void>;
}

export { createProject, openProject } from './open-project.ts';
