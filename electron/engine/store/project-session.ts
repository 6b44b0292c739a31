import { newSalts } from '#engine/log/salts.ts';
import type { Command } from '#shared/commands/command.ts';
import type { Registry, Step } from '#engine/log/apply.ts';
import { CommandQueue } from '#engine/log/command-queue.ts';
import { type Recorded, recordDone } from '#engine/log/record.ts';
import { type CommandBase, type LoggedCommand, nextRedo, nextUndo, planRedo, planUndo, type ReversalPlan } from '#engine/log/undo.ts';
import type { Database } from './database.ts';
import { Durability, type DurabilityOptions } from './durability.ts';
import { ExclusiveWork } from './exclusive-work.ts';
import { MemoryTrust } from './memory-trust.ts';
import { schemaVersion } from './migrations/index.ts';
import { type Meta, readMeta } from './open-checks.ts';
import { ProjectBackups } from './project-backups.ts';
import type { Backups, BulkLog, Check, CommandPlan, Executed, ProjectFile, ProjectInfo, Reversed } from './project-file.ts';
import { purgeEarlierStates } from './purge.ts';
import { saveCopy } from './save-copy.ts';
import { ofDisk, StoreError, toStoreError } from './store-error.ts';
import { Upkeep } from './upkeep.ts';
import type { Vault } from './vault.ts';
import { verifyProject } from './verify.ts';

export type SessionOptions = Omit<DurabilityOptions, 'projectId'> & {
  readonly registry: Registry;
  readonly newId: () => string;
  readonly meta: Meta;
  /** Where the log stands after replaying the journal. */
  readonly lastSeq: number;
  readonly head: string;
  readonly recovered: string | null;
};

/** A project that is open for writing. */
export class ProjectSession implements ProjectFile {
  readonly db: Database;
  readonly backups: Backups;
  readonly #options: SessionOptions;
  readonly #queue: CommandQueue;
  readonly #durability: Durability;
  readonly #upkeep: Upkeep;
  readonly #memory: MemoryTrust;
  readonly #work: ExclusiveWork;
  /** Set once the project is closed. */
  #end: StoreError | null = null;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.db = options.db;
    this.#durability = new Durability({ ...options, projectId: options.meta.projectId }, () => this.#queue);
    this.#memory = new MemoryTrust(options, { durability: this.#durability, queue: () => this.#queue });
    this.#queue = new CommandQueue({
      db: options.db,
      context: { registry: options.registry, newSalts },
      sink: {
        requireReady: () => this.#work.requireReady(),
        append: (frames) => this.#durability.append(frames),
        rescue: (error) => this.#durability.rescue(error),
        rebuild: (error) => this.#memory.rebuild(error),
      },
      position: { lastSeq: options.lastSeq, head: options.head },
    });
    this.#upkeep = new Upkeep(options, this.#durability, (work) => this.#work.alone(work));
    this.#work = new ExclusiveWork({
      queue: this.#queue,
      durability: this.#durability,
      memory: this.#memory,
      requireOpen: () => this.#requireOpen(),
      changed: () => this.#upkeep.noteCommand(),
    });
    this.backups = new ProjectBackups(options, {
      alone: (work) => this.#work.alone(work),
      backUp: () => this.#upkeep.backUp(),
      replace: (bytes, done) => this.#replace(bytes, done),
    });
  }

  /** Writes the first snapshot and journal, or those that a repair, a migration or a takeover asks for. */
  async establish(): Promise<void> {
    await this.#work.alone(() => this.#durability.checkpoint({ needsRoom: false }));
  }

  /** Starts heartbeats, checkpoints and backups. */
  start(): void {
    this.#upkeep.start();
  }

  get info(): ProjectInfo {
    const { paths, meta, recovered } = this.#options;
    return {
      path: paths.snapshot,
      projectId: meta.projectId,
      schemaVersion,
      generation: this.#durability.generation,
      lastSeq: this.#queue.position.lastSeq,
      recovered,
      readOnly: this.#durability.isLockLost,
      unsavedCommands: this.#durability.backlog.reduce((sum, { count }) => sum + count, 0),
    };
  }

  execute(commands: readonly Command[] | CommandPlan): Promise<Executed[]> {
    const plan: CommandPlan = typeof commands === 'function' ? commands : () => commands.map((command) => ({ command }));
    return this.#submit((db) => plan(db).map((asked): Step => ({ kind: 'do', target: null, ...asked })));
  }

  undo(base: CommandBase): Promise<Reversed> {
    return this.#reverse((db) => planUndo(db, base, this.#options.newId));
  }

  redo(base: CommandBase): Promise<Reversed> {
    return this.#reverse((db) => planRedo(db, base, this.#options.newId));
  }

  canUndo(): LoggedCommand | null {
    return nextUndo(this.db);
  }

  canRedo(): LoggedCommand | null {
    return nextRedo(this.db);
  }

  bulk<T>(label: string, work: (db: Database, log: BulkLog) => T | Promise<T>): Promise<T> {
    return this.#work.change(async () => {
      let recorded = 0;
      const record = (command: Command, outcome: Recorded['outcome']) => {
        this.#record({ seq: this.#queue.position.lastSeq + 1, command, outcome });
        recorded += 1;
      };
      const result = await work(this.db, { record });
      if (recorded === 0) record(this.#ownCommand('project.bulk', { label }), { inverse: null, entityId: null });
      return result;
    });
  }

  checkpoint(): Promise<void> {
    return this.#work.alone(async () => {
      await this.#durability.checkpoint({ needsRoom: true }).catch((error: unknown) => {
        throw toStoreError(error, 'saving');
      });
      await this.#upkeep.backUpIfDue();
    });
  }

  retrySave(): Promise<void> {
    return this.#work.alone(() => this.#durability.saveBacklog());
  }

  saveCopy(path: string): Promise<void> {
    return this.#work.alone(async () => {
      await this.#queue.settled();
      const { lastSeq, head } = this.#queue.position;
      await saveCopy(this.#options, { db: this.db, position: { lastSeq, head }, generation: this.#durability.generation + 1, path, vault: this.#options.keyring.vault });
    });
  }

  verify(): Promise<Check[]> {
    return this.#work.still(() =>
      verifyProject({
        ...this.#options,
        projectId: this.#options.meta.projectId,
        position: this.#queue.position,
        journalPath: this.#durability.journal.path,
        snapshotHash: this.#durability.snapshotHash,
      }),
    );
  }

  async protect(next: Vault | null): Promise<void> {
    await this.#work.alone(async () => {
      const { keyring } = this.#options;
      const before = keyring.vault;
      keyring.vault = next;
      try {
        await this.#durability.checkpoint({ needsRoom: true });
      } catch (error) {
        keyring.vault = before;
        throw toStoreError(error, 'saving');
      }
    });
    await this.purge();
  }

  get vault(): Vault | null {
    return this.#options.keyring.vault;
  }

  purge(): Promise<number> {
    return this.#work.alone(async () => {
      await this.#queue.settled();
      if (this.#durability.hasNewCommands) await this.#durability.checkpoint({ needsRoom: false });
      const deleted = purgeEarlierStates(this.#options.fileSystem, this.#options.paths);
      await this.#upkeep.backUp();
      return deleted;
    }).catch((error: unknown) => {
      throw ofDisk(error, 'deleting earlier versions');
    });
  }

  /** Leaves a record of something that Earshot itself did, at a sequence of its own choice. */
  recordRepair(seq: number, payload: Record<string, unknown>): void {
    this.#record({ seq, command: this.#ownCommand('project.repair', payload), outcome: { inverse: null, entityId: null } });
  }

  async close(options: { readonly discardUnsaved?: boolean } = {}): Promise<void> {
    if (this.#end?.code === 'CLOSED') return;
    await this.#work.inTurn(async () => {
      await this.#queue.settled();
      if (this.#end === null) await this.#saveBeforeClosing(options.discardUnsaved ?? false);
      this.#finish();
    });
  }

  async #saveBeforeClosing(discardUnsaved: boolean): Promise<void> {
    if (!discardUnsaved) await this.#work.requireReady();
    this.#end = closed();
    this.#queue.rejectWaiting(this.#end);
    await this.#queue.settled();
    if (this.#durability.isLockLost || this.#memory.isDoubted) return;
    try {
      if (this.#durability.hasNewCommands) await this.#durability.checkpoint({ needsRoom: true });
      await this.#upkeep.backUpIfDue();
    } catch (error) {
      // Every acknowledged command is in the journal; the next opening reads it.
      this.#options.log({ level: 'warn', code: 'CHECKPOINT_FAILED', detail: { message: String(error) } });
    }
  }

  #finish(): void {
    this.#end = closed();
    this.#queue.rejectWaiting(this.#end);
    this.#upkeep.stop();
    const steps = [() => this.#durability.close(), () => this.#options.lock.release(), () => this.db.close(), () => this.#options.keyring.vault?.forget()];
    for (const step of steps) {
      try {
        step();
      } catch (error) {
        this.#options.log({ level: 'warn', code: 'CLOSE_FAILED', detail: { message: String(error) } });
      }
    }
  }

  /** Gives up before the project was fully open, leaving everything on disk as it is. */
  abandon(): void {
    this.#end = closed();
    this.#upkeep.stop();
    this.#durability.close();
    this.db.close();
  }

  #requireOpen(): void {
    if (this.#end !== null) throw this.#end;
  }

  async #submit(plan: (db: Database) => readonly Step[]): Promise<Executed[]> {
    this.#requireOpen();
    const results = await this.#queue.submit(plan);
    this.#upkeep.noteCommand();
    return results;
  }

  async #reverse(plan: (db: Database) => ReversalPlan): Promise<Reversed> {
    const planned: ReversalPlan[] = [];
    const [first] = await this.#submit((db) => {
      const next = plan(db);
      planned.push(next);
      return next.steps;
    });
    const target = planned[0]?.target;
    if (first === undefined || target === undefined) throw new Error('A reversal was planned without steps.');
    return { seq: first.seq, target };
  }

  /** Puts the database of a backup in place of the present one. */
  #replace(bytes: Uint8Array, done: Omit<Recorded, 'seq'>): Promise<void> {
    return this.#work.change(async () => {
      const seq = this.#queue.position.lastSeq + 1;
      this.db.replace(bytes);
      const { lastSeq, head } = readMeta(this.db);
      this.#queue.position = { lastSeq, head };
      this.#record({ seq, ...done });
    });
  }

  #record(done: Recorded): void {
    const at = { position: this.#queue.position, registry: this.#options.registry, newSalts };
    this.#queue.position = this.db.transaction(() => recordDone(this.db, at, done));
  }

  #ownCommand(name: string, payload: Record<string, unknown>): Command {
    return { id: this.#options.newId(), name, version: 1, at: this.#options.clock().toISOString(), actor: 'Earshot', payload };
  }
}

function closed(): StoreError {
  return new StoreError('CLOSED', 'The project is closed.');
}
