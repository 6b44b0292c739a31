import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import type { ClientLink } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { WebSocket } from 'ws';
import { createEngine } from '#engine/index.ts';
import type { Engine } from '#engine/index.ts';
import { createProjectShelf } from '#hosts/files/project-shelf.ts';
import { createLocalFiles } from '#hosts/local-files.ts';
import type { LocalFiles } from '#hosts/local-files.ts';
import { nodePortPipe } from '#hosts/message-port-pipe.ts';
import { attachEngine } from '#hosts/pipe.ts';
import type { Pipe } from '#hosts/pipe.ts';
import type { Contract } from '#shared/contract/index.ts';
import { openDesktopLab } from './desktop-lab.ts';
import { openWebLab } from './web-lab.ts';
import type { WebLab } from './web-lab.ts';

export type EngineClient = ContractRouterClient<Contract>;

/** A client at the end of one kind of pipe, with a real engine behind it. */
export type OpenPipe = {
  readonly client: EngineClient;
  /** Lends the engine a file of this disk, by this host's own way. @returns the handle's id */
  choose(path: string): Promise<string>;
  /** Sends a message as it is, past every client library. */
  sendRaw(message: string): void;
  /** True when the pipe was closed by the other side. */
  isClosed(): boolean;
  close(): Promise<void>;
};

type Link = ClientLink<Record<never, never>>;
const unlimited = { maxPerSecond: Infinity };

function localEngine(): { engine: Engine; files: LocalFiles; end: () => Promise<void> } {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-pipe-'));
  const projects = join(folder, 'projects');
  mkdirSync(projects);
  const files = createLocalFiles({ shelf: createProjectShelf({ folder: projects }), sampleFolder: null, spoolFolder: join(folder, 'spool') });
  const engine = createEngine({ files, clock: () => new Date(), newId: randomUUID, log: () => {}, actor: 'tester' });
  return {
    engine, files,
    async end() {
      await engine.close();
      await files.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function clientOf(link: Link): EngineClient {
  return createORPCClient(link);
}

/** Two ends in one process that hand over text and nothing else, one turn later, as a wire does. */
function memoryWire() {
  let toServer: (data: unknown) => void = () => {};
  let toClient: (data: unknown) => void = () => {};
  const onClose: (() => void)[] = [];
  let isClosed = false;
  const close = (): void => {
    if (isClosed) return;
    isClosed = true;
    for (const listener of onClose) listener();
  };
  const pipe: Pipe = {
    send: (message) => queueMicrotask(() => toClient(message)),
    close,
    onMessage: (listener) => { toServer = listener; },
    onClose: (listener) => { onClose.push(listener); },
  };
  const port = {
    postMessage: (message: unknown) => queueMicrotask(() => { if (!isClosed) toServer(message); }),
    onMessage: { addListener: (listener: (data: unknown) => void) => { toClient = listener; } },
    onDisconnect: { addListener: (listener: () => void) => { onClose.push(listener); } },
  };
  return { pipe, port, close, isClosed: () => isClosed };
}

/** In one process, over text. */
export async function openMemoryPipe(): Promise<OpenPipe> {
  const { engine, files, end } = localEngine();
  const wire = memoryWire();
  attachEngine({ router: engine.router, pipe: wire.pipe, log: () => {}, gate: unlimited });
  return {
    client: clientOf(new PortLink({ port: wire.port })),
    choose: async (path) => (await files.choose(path)).id,
    sendRaw: (message) => wire.port.postMessage(message),
    isClosed: wire.isClosed,
    async close() {
      wire.close();
      await end();
    },
  };
}

/** Over a MessagePort, as the command line does. */
export async function openPortPipe(): Promise<OpenPipe> {
  const { engine, files, end } = localEngine();
  const { port1, port2 } = new MessageChannel();
  let isClosed = false;
  port2.on('close', () => { isClosed = true; });
  attachEngine({ router: engine.router, pipe: nodePortPipe(port1), log: () => {}, gate: unlimited });
  const client = clientOf(new PortLink({ port: port2 }));
  port2.start();
  return {
    client,
    choose: async (path) => (await files.choose(path)).id,
    sendRaw: (message) => port2.postMessage(message),
    isClosed: () => isClosed,
    async close() {
      port2.close();
      await end();
    },
  };
}

/** Over a WebSocket to the real web host, with files handed over by upload. */
export async function openWebPipe(given?: WebLab): Promise<OpenPipe> {
  const lab = given ?? (await openWebLab());
  const cookie = await lab.cookie();
  const headers = lab.pageHeaders(cookie);
  const { ticket } = (await (await fetch(`${lab.host.origin}/ticket`, { method: 'POST', headers })).json()) as { ticket: string };
  const socket = new WebSocket(`ws://127.0.0.1:${lab.port}/rpc`, { headers: { Origin: lab.host.origin, Cookie: cookie } });
  await new Promise<void>((resolve) => { socket.once('open', () => resolve()); });
  const ready = new Promise<void>((resolve) => { socket.once('message', () => resolve()); });
  socket.send(JSON.stringify({ ticket }));
  await ready;
  // ws and the browser name the same four members; their full typings differ.
  const link = new SocketLink({ websocket: socket as unknown as globalThis.WebSocket });
  return {
    client: clientOf(link),
    async choose(path) {
      const answer = await fetch(`${lab.host.origin}/upload`, { method: 'POST', body: readFileSync(path), headers: { ...headers, 'X-Earshot-Name': encodeURIComponent(basename(path)) } });
      return ((await answer.json()) as { id: string }).id;
    },
    sendRaw: (message) => socket.send(message),
    isClosed: () => socket.readyState === WebSocket.CLOSED || socket.readyState === WebSocket.CLOSING,
    async close() {
      socket.close();
      if (given === undefined) await lab.close();
    },
  };
}

/** Through main process, preload and the engine's process of the desktop, on the recording fake of Electron. */
export async function openDesktopPipe(): Promise<OpenPipe> {
  const lab = await openDesktopLab();
  const port = await lab.requestPort();
  if (port === null) throw new Error('The page got no port.');
  let isClosed = false;
  port.on('close', () => { isClosed = true; });
  const client = clientOf(new PortLink({ port }));
  port.start();
  const bridge = lab.bridge();
  return {
    client,
    async choose(path) {
      const [handle] = await bridge.registerFiles([new File([], path)]);
      return handle?.id ?? '';
    },
    sendRaw: (message) => port.postMessage(message),
    isClosed: () => isClosed,
    async close() {
      port.close();
      await lab.close();
    },
  };
}
