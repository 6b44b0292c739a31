import { randomUUID } from 'node:crypto';
import { access } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { createRouterClient, ORPCError } from '@orpc/server';
import { createEngine } from '#engine/index.ts';
import type { Engine, EngineOptions, LogLine } from '#engine/index.ts';
import { EarshotError } from '#shared/errors.ts';
import { importThread, sampleFolder } from './built-files.ts';
import { createProjectShelf } from './files/project-shelf.ts';
import { logToStderr, systemActor } from './host-log.ts';
import { createLocalFiles } from './local-files.ts';
import type { LocalFiles } from './local-files.ts';
import { attachEngine } from './pipe.ts';
import { createPrinter } from './print-pdf.ts';
import { loadRendererManifest } from './renderer-manifest.ts';
import type { RendererManifest } from './renderer-manifest.ts';
import { makeSpoolFolder } from './spool-folder.ts';
import type { GuardOptions } from './web-guard.ts';
import { createLoopbackServer, listen, serveRequests, serveSockets } from './web/http-server.ts';
import { cookieValue, Sessions } from './web/sessions.ts';
import { createSocketDoor } from './web/socket-door.ts';
import { createUploads } from './web/upload.ts';

export type WebHostOptions = {
  /** The project to open; its folder's projects are offered too. */
  readonly projectPath?: string;
  /** The folder whose projects are offered, when no project is named. */
  readonly projectsFolder?: string;
  /** 0 lets the system choose. */
  readonly port?: number;
  /** Stops the host this long after its last page has gone, once there was one. Runs until `close` when absent. */
  readonly stopAfterIdleMs?: number;
  readonly manifest?: RendererManifest;
  /** The sample project's sources, when not those of the build. */
  readonly sampleFolder?: string | null;
  readonly log?: (line: LogLine) => void;
} & Partial<Pick<EngineOptions, 'clock' | 'newId' | 'actor' | 'isViewer'>>;

export type WebHost = {
  /** The address to open, with a token that works once. */
  readonly url: string;
  readonly origin: string;
  /** A further address with a token of its own. */
  newUrl(): string;
  /** Lets the browser that Earshot itself starts come in by `/open` once, within a minute. @returns that address */
  openingUrl(): string;
  /** A folder that only this user can read and that goes with the host. */
  readonly spoolFolder: string;
  close(): Promise<void>;
  /** Resolves when the host has stopped. */
  readonly closed: Promise<void>;
};

const openingMs = 60_000;

/** The folder that projects come from. @throws EarshotError PROJECT_NOT_FOUND when a named project is not there */
async function projectsFolder(options: WebHostOptions): Promise<string> {
  if (options.projectPath === undefined) return resolve(options.projectsFolder ?? '.');
  const path = resolve(options.projectPath);
  await access(path).catch(() => {
    throw new EarshotError('PROJECT_NOT_FOUND', `There is no project at “${options.projectPath ?? ''}”. Make one with “earshot new”.`);
  });
  return dirname(path);
}

async function makeFiles(options: WebHostOptions): Promise<{ files: LocalFiles; spoolFolder: string }> {
  const folder = await projectsFolder(options);
  const spoolFolder = await makeSpoolFolder(folder);
  const sample = options.sampleFolder === undefined ? sampleFolder() : options.sampleFolder;
  return { files: createLocalFiles({ shelf: createProjectShelf({ folder }), sampleFolder: sample, spoolFolder }), spoolFolder };
}

async function openNamedProject(engine: Engine, files: LocalFiles, path: string | undefined): Promise<void> {
  if (path === undefined) return;
  const passphrase = process.env['EARSHOT_PASSPHRASE'];
  try {
    await createRouterClient(engine.router).project.open({ id: await files.shelf.add(path), ...(passphrase === undefined ? {} : { passphrase }) });
  } catch (error) {
    // The page asks for the passphrase when the project is opened there.
    if (!(error instanceof ORPCError) || error.code !== 'PASSPHRASE_NEEDED') throw error;
  }
}

/** Who is let in: our names of this computer, sessions from our tokens, and the opening page while it waits. */
function guardFor(port: number, sessions: Sessions, isOpening: () => boolean): GuardOptions {
  return {
    port, isOpening,
    sessionOf: (cookies) => {
      const value = cookieValue(cookies, port);
      return value === null ? null : sessions.find(value);
    },
  };
}

/** Calls `stop` when the last page has been gone for `afterMs`; never when that is undefined. */
function idleWatch(afterMs: number | undefined, stop: () => void) {
  let timer: NodeJS.Timeout | undefined;
  return {
    onOpen: () => clearTimeout(timer),
    onLastClosed: () => { if (afterMs !== undefined) timer = setTimeout(stop, afterMs); },
    end: () => clearTimeout(timer),
  };
}

/**
 * Starts the loopback web host: one engine, one page, on 127.0.0.1 only. Whoever opens `url` first is let in.
 * @throws EarshotError PROJECT_NOT_FOUND, or what `project.open` refuses with
 */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const { log = logToStderr, clock = () => new Date(), newId = randomUUID, actor = systemActor() } = options;
  const manifest = options.manifest ?? loadRendererManifest();
  const { files, spoolFolder } = await makeFiles(options);
  const engine = createEngine({ files, clock, newId, log, actor, printPdf: createPrinter({ folder: spoolFolder }), importThread: importThread(), isViewer: options.isViewer ?? false });
  const sessions = new Sessions();
  const server = createLoopbackServer();
  let settle: () => void = () => {};
  const closed = new Promise<void>((done) => { settle = done; });
  const idle = idleWatch(options.stopAfterIdleMs, () => void close());
  const door = createSocketDoor({
    takeTicket: (ticket, session) => sessions.takeTicket(ticket, session),
    onPipe: (pipe) => {
      idle.onOpen();
      pipe.onClose(() => { if (door.openSockets() === 0) idle.onLastClosed(); });
      attachEngine({ router: engine.router, pipe, log });
    },
  });

  let isClosing = false;
  async function close(): Promise<void> {
    if (isClosing) return closed;
    isClosing = true;
    idle.end();
    sessions.void();
    door.close();
    server.closeAllConnections();
    await new Promise<void>((done) => { server.close(() => done()); });
    await engine.close();
    await files.close();
    settle();
  }

  try {
    await openNamedProject(engine, files, options.projectPath);
    const port = await listen(server, options.port ?? 0);
    let openUntil = 0;
    const guard = guardFor(port, sessions, () => performance.now() < openUntil);
    const upload = createUploads(files, spoolFolder);
    serveRequests(server, guard, { port, engine, files, manifest, sessions, upload, log, onOpened: () => { openUntil = 0; } });
    serveSockets(server, guard, door);
    const origin = `http://127.0.0.1:${port}`;
    const newUrl = (): string => `${origin}/#${sessions.newToken()}`;
    const openingUrl = (): string => {
      openUntil = performance.now() + openingMs;
      return `${origin}/open#${sessions.newToken()}`;
    };
    return { url: newUrl(), origin, newUrl, openingUrl, spoolFolder, close, closed };
  } catch (error) {
    await close();
    throw error;
  }
}
