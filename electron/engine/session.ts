import type { CommandDefinition } from '#shared/commands/command.ts';
import type { Seen } from '#shared/commands/edit.ts';
import { EarshotError } from '#shared/errors.ts';
import type { EngineOptions } from './index.ts';
import { IdleLock, requireLockable } from './idle-lock.ts';
import { Jobs } from './jobs.ts';
import type { AskedCommand } from './log/as-seen.ts';
import { commandHandlers } from './log/handlers/index.ts';
import type { Database } from './store/database.ts';
import { resumeErasures } from './privacy/erasure/erasure-job.ts';
import { pendingReceipts } from './privacy/erasure/receipts.ts';
import { readPolicy } from './privacy/policy.ts';
import { createProject, openProject } from './store/open-project.ts';
import type { ProjectFile } from './store/project-file.ts';
import { type RecoveryOffer, StoreError } from './store/store-error.ts';

type OpenProject = { id: string; name: string; file: ProjectFile; savedAt: string };
/** One command to carry out, and what its author saw: `AskedCommand` before it has an id. */
export type AskedStep = Omit<AskedCommand, 'command'> & { readonly definition: Pick<CommandDefinition, 'name' | 'version'>; readonly payload: Record<string, unknown> };
type Change = { nouns: string[]; savedAt: string };

/** Made of nearly everything in a project: contacts, answers, tags, codes, purchases and definitions. */
const dependents = { nouns: ['customers', 'signals'], of: new Set(['interactions', 'surveys', 'codebook', 'gap', 'imports']) };

/** What one engine has open and who listens to it. Procedures get everything that they need from here. */
export class Session {
  readonly jobs: Jobs;
  readonly options: EngineOptions;
  readonly idle: IdleLock;
  #open: OpenProject | null = null;
  #locked: { id: string; name: string } | null = null;
  readonly #listeners = new Set<(change: Change) => void>();

  constructor(options: EngineOptions) {
    this.options = options;
    this.jobs = new Jobs(options.clock, options.newId);
    this.idle = new IdleLock({ clock: options.clock, file: () => this.#open?.file ?? null, isBusy: () => this.jobs.isBusy, lock: () => this.lock() });
  }

  get current(): OpenProject | null {
    return this.#open;
  }

  /** The project that was locked and waits for its passphrase. */
  get locked(): { id: string; name: string } | null {
    return this.#locked;
  }

  /** The open project. @throws EarshotError NO_PROJECT */
  get project(): OpenProject {
    if (!this.#open) throw new EarshotError('NO_PROJECT', 'No project is open. Open one, or create a new one.');
    return this.#open;
  }

  /** The open project's database, for reading. @throws EarshotError NO_PROJECT */
  get db(): Database {
    return this.project.file.db;
  }

  now(): string {
    return this.options.clock().toISOString();
  }

  /** Opens a project of the host, closing the one that is open; a damaged one in the state that was chosen. */
  async open(id: string, how: { passphrase?: string | undefined; stateId?: string | undefined } = {}): Promise<OpenProject> {
    const path = await this.options.files.projects.pathOf(id);
    const name = (await this.options.files.projects.list()).find((entry) => entry.id === id)?.name ?? 'project';
    return this.#take(id, name, () => openProject({ ...this.storeOptions(path), access: this.options.isViewer === true ? 'read' : 'any', ...opening(how) }));
  }

  /** The states that a damaged project can go on from, best first; none for a sound one. Writes nothing. @throws StoreError */
  async states(id: string, passphrase: string | undefined): Promise<readonly RecoveryOffer[]> {
    const path = await this.options.files.projects.pathOf(id);
    try {
      const file = await openProject({ ...this.storeOptions(path), access: 'read', ...opening({ passphrase }) });
      await file.close();
      return [];
    } catch (error) {
      if (error instanceof StoreError && (error.code === 'PROJECT_DAMAGED' || error.code === 'NOT_A_PROJECT')) return error.offers;
      throw error;
    }
  }

  /** Makes a new project and opens it. */
  async create(name: string): Promise<OpenProject> {
    const { id, path } = await this.options.files.projects.create(name);
    return this.#take(id, name, () => createProject(this.storeOptions(path)));
  }

  async #take(id: string, name: string, opening: () => Promise<ProjectFile>): Promise<OpenProject> {
    await this.#shut();
    const file = await opening();
    this.#open = { id, name, file, savedAt: this.now() };
    this.#locked = null;
    this.idle.start();
    await this.#finishErasures();
    this.changed(['project', 'interactions', 'codebook', 'gap', 'metrics', 'surveys', 'imports', 'briefing', 'evaluations', 'causes', 'coaching', 'privacy', 'calibration', 'training', 'empathy']);
    return this.#open;
  }

  /** An erasure that a crash interrupted goes on; if it cannot (a full disk), the receipt still says "pending". */
  async #finishErasures(): Promise<void> {
    const { file } = this.project;
    if (file.info.readOnly) return;
    try {
      await resumeErasures(this, pendingReceipts(file.db));
    } catch (error) {
      this.options.log({ level: 'error', code: 'ERASURE_UNFINISHED', detail: { error: error instanceof Error ? error.name : 'unknown' } });
    }
  }

  /** Whether hidden places are shown as hidden: by the project's policy, or because this window may see no more. */
  get hides(): boolean {
    return this.options.isViewer === true || readPolicy(this.db).show === 'redacted';
  }

  /** How the store opens a project file of this engine. */
  storeOptions(path: string) {
    const { clock, newId, log } = this.options;
    return { path, clock, newId, log, handlers: commandHandlers };
  }

  /** Carries out one command, as the person at the desk, and answers when it is on disk. */
  async execute<P extends Record<string, unknown>>(definition: CommandDefinition<P>, payload: P, nouns: string[]): Promise<void> {
    await this.executeAll([{ definition, payload }], nouns);
  }

  /** The same for a change of what stands there: `seen` is what its author saw of it; without that it is changed however it stands. */
  async edit<P extends Record<string, unknown>>(asked: { definition: CommandDefinition<P>; payload: P; seen: Seen | undefined }, nouns: string[]): Promise<void> {
    await this.executeAll([asked], nouns);
  }

  /**
   * Carries out several commands as one: all of them or none, and one undo takes them back. What is made of what stands there is
   * given as a function: it sees what every change before left, also of another window, and may refuse by throwing.
   */
  async executeAll(steps: readonly AskedStep[] | ((db: Database) => readonly AskedStep[]), nouns: string[]): Promise<void> {
    const { file } = this.project;
    this.idle.seen();
    const at = this.now();
    await file.execute((db) => (typeof steps === 'function' ? steps(db) : steps).map(({ definition, payload, ...asked }) => ({
      ...asked, command: { id: this.options.newId(), name: definition.name, version: definition.version, at, actor: this.options.actor, payload },
    })));
    this.changed(nouns);
  }

  /** The id, time and actor of an undo or redo. */
  base(): { id: string; at: string; actor: string } {
    return { id: this.options.newId(), at: this.now(), actor: this.options.actor };
  }

  /** Tells everyone who listens which answers are stale. Called only after the change is on disk. */
  changed(nouns: string[]): void {
    const savedAt = this.now();
    if (this.#open) this.#open.savedAt = savedAt;
    const all = nouns.some((noun) => dependents.of.has(noun)) ? [...nouns, ...dependents.nouns] : nouns;
    for (const listener of this.#listeners) listener({ nouns: all, savedAt });
  }

  /** Every change from now on, until `signal` aborts. */
  async *changes(signal: AbortSignal | undefined): AsyncGenerator<Change, void> {
    const waiting: Change[] = [];
    let wake: () => void = () => undefined;
    const listener = (change: Change) => {
      waiting.push(change);
      wake();
    };
    this.#listeners.add(listener);
    signal?.addEventListener('abort', () => wake(), { once: true });
    try {
      while (signal?.aborted !== true) {
        const next = waiting.shift();
        if (next) yield next;
        else await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      this.#listeners.delete(listener);
    }
  }

  /** Closes an encrypted project and forgets its key; it waits for its passphrase. @throws EarshotError REFUSED */
  async lock(): Promise<void> {
    const { id, name, file } = this.project;
    requireLockable(file, this.jobs.isBusy);
    this.#locked = { id, name };
    await this.#shut();
    this.changed(['project']);
  }

  async close(): Promise<void> {
    this.#locked = null;
    await this.#shut();
  }

  async #shut(): Promise<void> {
    const open = this.#open;
    this.#open = null;
    this.idle.stop();
    await open?.file.close();
  }
}

function opening({ passphrase, stateId }: { passphrase?: string | undefined; stateId?: string | undefined }): { passphrase?: string; accept?: string } {
  return { ...(passphrase === undefined ? {} : { passphrase }), ...(stateId === undefined ? {} : { accept: stateId }) };
}
