import { RPCLink } from '@orpc/client/websocket';
import type { EnginePipe, Shell } from './shell.ts';
import { establishSession, fetchTicket, SessionRefusedError } from './web-session.ts';
import { uploadAll, uploadsOfDrop, uploadsOfFiles } from './web-upload.ts';

function platform(): Shell['platform'] {
  if (/Mac|iPhone|iPad/.test(navigator.userAgent)) return 'mac';
  return navigator.userAgent.includes('Windows') ? 'windows' : 'linux';
}

/** Sends the ticket and waits for the word that opens the pipe. */
function authenticate(socket: WebSocket, ticket: string): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.addEventListener('open', () => socket.send(JSON.stringify({ ticket })), { once: true });
    socket.addEventListener('message', () => resolve(), { once: true });
    socket.addEventListener('close', () => reject(new SessionRefusedError()), { once: true });
  });
}

async function openPipe(session: Promise<void>): Promise<EnginePipe> {
  await session;
  const ticket = await fetchTicket();
  const socket = new WebSocket(`ws://${location.host}/rpc`);
  const closed = new Promise<void>((resolve) => {
    socket.addEventListener('close', () => resolve(), { once: true });
  });
  await authenticate(socket, ticket);
  return { link: new RPCLink({ websocket: socket }), closed, close: () => socket.close() };
}

/** Opens the browser's own picker; resolves with nothing when it is dismissed. */
function chooseFiles(what: 'files' | 'folder'): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.webkitdirectory = what === 'folder';
    input.hidden = true;
    const finish = (files: File[]): void => {
      input.remove();
      resolve(files);
    };
    input.addEventListener('change', () => finish([...(input.files ?? [])]), { once: true });
    input.addEventListener('cancel', () => finish([]), { once: true });
    document.body.append(input);
    input.click();
  });
}

function download(exportId: string, name: string): void {
  const link = document.createElement('a');
  link.href = `/export/${encodeURIComponent(exportId)}`;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
}

/** The shell over HTTP: uploads, downloads, and a WebSocket to the engine. */
export function createWebShell(): Shell {
  // A refused session shows when the first pipe is opened, not as an unhandled rejection.
  const session = establishSession();
  session.catch(() => {});
  return {
    host: 'web',
    platform: platform(),
    canPickProject: false,
    pickFiles: async (what, onProgress) => uploadAll(uploadsOfFiles(await chooseFiles(what)), onProgress),
    registerDrop: async (drop, onProgress) => uploadAll(await uploadsOfDrop(drop), onProgress),
    registerFiles: (files, onProgress) => uploadAll(uploadsOfFiles(files), onProgress),
    pickProject: () => Promise.resolve(null),
    saveExport: ({ exportId, name }) => {
      download(exportId, name);
      return Promise.resolve(true);
    },
    mediaUrl: (mediaId) => `/media/${encodeURIComponent(mediaId)}`,
    onMenuCommand: () => () => {},
    setMenu: () => {},
    onOpenProject: () => () => {},
    openPipe: () => openPipe(session),
  };
}
