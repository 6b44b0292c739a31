import { randomUUID } from 'node:crypto';
import { createEngine } from '#engine/index.ts';
import type { Engine, LogLine } from '#engine/index.ts';
import { EarshotError } from '#shared/errors.ts';
import { audioType } from './audio-type.ts';
import { importThread, sampleFolder } from './built-files.ts';
import { ToHost } from './desktop-messages.ts';
import type { FromHost, HostQuestion } from './desktop-messages.ts';
import { createProjectShelf } from './files/project-shelf.ts';
import { systemActor } from './host-log.ts';
import { createLocalFiles } from './local-files.ts';
import type { LocalFiles } from './local-files.ts';
import { electronPortPipe } from './message-port-pipe.ts';
import type { PortLike } from './message-port-pipe.ts';
import { attachEngine } from './pipe.ts';
import { makeSpoolFolder } from './spool-folder.ts';
import { WindowPrinter } from './window-printer.ts';

/** What this host needs of Electron's `process.parentPort`. */
export interface ParentPortLike {
  on(event: 'message', listener: (event: { data: unknown; ports: PortLike[] }) => void): unknown;
  postMessage(message: FromHost): void;
}

export type DesktopHostOptions = {
  readonly parent: ParentPortLike;
  readonly log: (line: LogLine) => void;
  /** The sample project's sources, when not those of the build. */
  readonly sampleFolder?: string | null;
  readonly onStopped: () => void;
};

type Running = { readonly engine: Engine; readonly files: LocalFiles; readonly printer: WindowPrinter };

async function start(folders: Extract<ToHost, { kind: 'start' }>, options: DesktopHostOptions): Promise<Running> {
  const shelf = createProjectShelf({ folder: folders.projectsFolder, listFile: folders.projectList });
  const spoolFolder = await makeSpoolFolder(folders.spoolParent);
  const sample = options.sampleFolder === undefined ? sampleFolder() : options.sampleFolder;
  const files = createLocalFiles({ shelf, sampleFolder: sample, spoolFolder });
  const printer = new WindowPrinter(spoolFolder, (order) => options.parent.postMessage({ kind: 'print', ...order }));
  const engine = createEngine({ files, clock: () => new Date(), newId: randomUUID, log: options.log, actor: systemActor(), printPdf: printer.print, importThread: importThread() });
  return { engine, files, printer };
}

async function answerTo(question: HostQuestion, { engine, files }: Running): Promise<unknown> {
  switch (question.name) {
    case 'recording': {
      const media = await engine.mediaFile(question.mediaId);
      const found = media === null ? null : await files.recordingPath(media.reference);
      return found === null ? null : { ...found, type: audioType(found.path) ?? 'application/octet-stream', silenced: media?.silenced ?? [] };
    }
    case 'choose': {
      const handles = [];
      for (const path of question.paths) handles.push(await files.choose(path));
      return handles;
    }
    case 'addProject': return files.shelf.add(question.path);
    // The system's own dialog has asked before replacing anything.
    case 'saveExport': return files.exports.save(question.exportId, question.target, { overwrite: true }).then(() => null);
  }
}

/**
 * The engine in a process of its own, driven by messages of the main process: starts, takes pages' ports, answers
 * questions, stops. Everything that is not such a message is dropped.
 */
export function runDesktopHost(options: DesktopHostOptions): void {
  const { parent, log } = options;
  const ports = new Map<number, PortLike>();
  let running: Promise<Running> | null = null;

  function connect(connection: number, port: PortLike | undefined, { engine }: Running): void {
    if (port === undefined) return;
    ports.set(connection, port);
    const pipe = electronPortPipe(port);
    pipe.onClose(() => {
      if (ports.delete(connection)) parent.postMessage({ kind: 'closed', connection });
    });
    attachEngine({ router: engine.router, pipe, log });
  }

  function disconnect(connection: number): void {
    const port = ports.get(connection);
    ports.delete(connection);
    port?.close();
  }

  async function ask(number: number, question: HostQuestion, host: Running): Promise<void> {
    try {
      parent.postMessage({ kind: 'answer', ask: number, value: await answerTo(question, host) });
    } catch (error) {
      const isKnown = error instanceof EarshotError;
      if (!isKnown) log({ level: 'error', code: 'HOST_QUESTION_FAILED', detail: { question: question.name } });
      parent.postMessage({ kind: 'refusal', ask: number, code: isKnown ? error.code : 'UNEXPECTED', message: isKnown ? error.message : '' });
    }
  }

  async function stop(host: Running): Promise<void> {
    for (const connection of ports.keys()) disconnect(connection);
    await host.engine.close();
    await host.files.close();
    parent.postMessage({ kind: 'stopped' });
    options.onStopped();
  }

  parent.on('message', ({ data, ports: carried }) => {
    const message = ToHost.safeParse(data);
    if (!message.success) {
      log({ level: 'warn', code: 'HOST_MESSAGE_REFUSED' });
      return;
    }
    if (message.data.kind === 'start') {
      running ??= start(message.data, options);
      running.catch(() => log({ level: 'error', code: 'HOST_START_FAILED' }));
      return;
    }
    const { data: order } = message;
    running?.then((host) => {
      if (order.kind === 'connect') connect(order.connection, carried[0], host);
      else if (order.kind === 'disconnect') disconnect(order.connection);
      else if (order.kind === 'printed') host.printer.done(order.job, order.isPrinted);
      else if (order.kind === 'ask') return ask(order.ask, order.question, host);
      else return stop(host);
      return undefined;
    }).catch(() => log({ level: 'error', code: 'HOST_ORDER_FAILED', detail: { kind: order.kind } }));
  });
}
