import type * as Electron from 'electron';
import type { z } from 'zod';
import { ChosenHandles, FoundRecording, FromHost } from '#hosts/desktop-messages.ts';
import type { HostQuestion, ToHost } from '#hosts/desktop-messages.ts';
import { EarshotError, errorCodes } from '#shared/errors.ts';
import type { ErrorCode } from '#shared/errors.ts';
import type { ElectronApi } from './electron-api.ts';

export type EngineProcessOptions = {
  /** The bundle of hosts/desktop.ts. */
  readonly hostPath: string;
  /** Prints the page in one file into another; the engine's process has no windows. */
  readonly print: (source: string, target: string) => Promise<void>;
  readonly folders: Omit<Extract<ToHost, { kind: 'start' }>, 'kind'>;
};

type Waiting = { resolve(value: unknown): void; reject(error: Error): void };

const stopWithinMs = 10_000;

function isErrorCode(code: string): code is ErrorCode {
  return (errorCodes as readonly string[]).includes(code);
}

/** The engine's process as the main process knows it. It is started when it is first needed, and again after it has died. */
export class EngineProcess {
  readonly #electron: ElectronApi;
  readonly #options: EngineProcessOptions;
  readonly #waiting = new Map<number, Waiting>();
  readonly #onClosed = new Map<number, () => void>();
  #child: Electron.UtilityProcess | null = null;
  #next = 0;

  constructor(electron: ElectronApi, options: EngineProcessOptions) {
    this.#electron = electron;
    this.#options = options;
  }

  /** Gives the engine one end of a channel. @returns the way to cut it; `onClosed` is called if the other side does */
  connect(port: Electron.MessagePortMain, onClosed: () => void): () => void {
    const connection = this.#next++;
    const child = this.#running();
    this.#onClosed.set(connection, onClosed);
    child.postMessage({ kind: 'connect', connection } satisfies ToHost, [port]);
    return () => {
      if (this.#onClosed.delete(connection) && this.#child === child) this.#tell({ kind: 'disconnect', connection });
    };
  }

  recording(mediaId: string): Promise<z.infer<typeof FoundRecording>> {
    return this.#ask({ name: 'recording', mediaId }).then((value) => FoundRecording.parse(value));
  }

  choose(paths: string[]): Promise<z.infer<typeof ChosenHandles>> {
    return this.#ask({ name: 'choose', paths }).then((value) => ChosenHandles.parse(value));
  }

  addProject(path: string): Promise<string> {
    return this.#ask({ name: 'addProject', path }).then(String);
  }

  async saveExport(exportId: string, target: string): Promise<void> {
    await this.#ask({ name: 'saveExport', exportId, target });
  }

  /** Lets the engine close its project, and ends it if it does not answer. */
  async stop(): Promise<void> {
    const child = this.#child;
    if (child === null) return;
    await new Promise<void>((done) => {
      const timer = setTimeout(() => {
        child.kill();
        done();
      }, stopWithinMs);
      child.once('exit', () => {
        clearTimeout(timer);
        done();
      });
      child.postMessage({ kind: 'stop' } satisfies ToHost);
    });
  }

  #ask(question: HostQuestion): Promise<unknown> {
    const ask = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(ask, { resolve, reject });
      this.#tell({ kind: 'ask', ask, question });
    });
  }

  #tell(message: ToHost): void {
    this.#running().postMessage(message);
  }

  #running(): Electron.UtilityProcess {
    if (this.#child !== null) return this.#child;
    const { hostPath, folders } = this.#options;
    const child = this.#electron.utilityProcess.fork(hostPath, [], { serviceName: 'Earshot engine', stdio: 'inherit' });
    this.#child = child;
    child.on('message', (message: unknown) => this.#hear(message));
    child.once('exit', () => this.#lose(child));
    child.postMessage({ kind: 'start', ...folders } satisfies ToHost);
    return child;
  }

  #hear(data: unknown): void {
    const message = FromHost.safeParse(data);
    if (!message.success) return;
    if (message.data.kind === 'closed') this.#close(message.data.connection);
    if (message.data.kind === 'print') void this.#print(message.data);
    if (message.data.kind === 'answer') this.#take(message.data.ask)?.resolve(message.data.value);
    if (message.data.kind === 'refusal') {
      const { ask, code, message: sentence } = message.data;
      this.#take(ask)?.reject(isErrorCode(code) ? new EarshotError(code, sentence) : new Error('The engine failed.'));
    }
  }

  async #print({ job, source, target }: Extract<FromHost, { kind: 'print' }>): Promise<void> {
    const isPrinted = await this.#options.print(source, target).then(() => true, () => false);
    this.#child?.postMessage({ kind: 'printed', job, isPrinted } satisfies ToHost);
  }

  #take(ask: number): Waiting | undefined {
    const waiting = this.#waiting.get(ask);
    this.#waiting.delete(ask);
    return waiting;
  }

  #close(connection: number): void {
    const onClosed = this.#onClosed.get(connection);
    this.#onClosed.delete(connection);
    onClosed?.();
  }

  #lose(child: Electron.UtilityProcess): void {
    if (this.#child === child) this.#child = null;
    for (const waiting of this.#waiting.values()) waiting.reject(new Error('The engine has ended.'));
    this.#waiting.clear();
    for (const connection of [...this.#onClosed.keys()]) this.#close(connection);
  }
}
