import type * as Electron from 'electron';
import type { ElectronApi } from './electron-api.ts';
import { pageOrigin } from './electron-api.ts';
import type { EngineProcess } from './engine-process.ts';
import { ShellRequest } from './shell-requests.ts';
import type { ShellAnswer } from './shell-requests.ts';
import { answerShell } from './shell-services.ts';
import type { ShellContext } from './shell-services.ts';

export type PageDoorOptions = {
  readonly engine: EngineProcess;
  /** The window that may come in. */
  readonly mainWindow: () => Electron.BrowserWindow | null;
} & Pick<ShellContext, 'takeOpenedProject'>;

/** The frame that sent this, if it is the main frame of our page in our window; anything else gets nothing. */
function trustedFrame(event: Pick<Electron.IpcMainEvent, 'sender' | 'senderFrame'>, window: Electron.BrowserWindow | null): Electron.WebFrameMain | null {
  const { sender, senderFrame } = event;
  const isOurs = window !== null && sender === window.webContents && senderFrame !== null
    && senderFrame.parent === null && senderFrame.origin === pageOrigin;
  return isOurs ? senderFrame : null;
}

/**
 * The only file that listens to pages. Two messages exist: the request for the engine's port, one live port per page;
 * and requests to the shell, parsed before anything is made of them.
 */
export function openPageDoor(electron: ElectronApi, { engine, mainWindow, takeOpenedProject }: PageDoorOptions): void {
  const cutters = new Map<number, () => void>();

  function cut(pageId: number): void {
    cutters.get(pageId)?.();
    cutters.delete(pageId);
  }

  electron.ipcMain.on('engine-port', (event) => {
    const frame = trustedFrame(event, mainWindow());
    const pageId = event.sender.id;
    if (frame === null || cutters.has(pageId)) return;
    const { port1, port2 } = new electron.MessageChannelMain();
    cutters.set(pageId, engine.connect(port1, () => cutters.delete(pageId)));
    // The port of a page that is left belongs to a page that is gone.
    event.sender.once('did-navigate', () => cut(pageId));
    event.sender.once('render-process-gone', () => cut(pageId));
    event.sender.once('destroyed', () => cut(pageId));
    frame.postMessage('engine-port', null, [port2]);
  });

  electron.ipcMain.handle('shell', async (event, data: unknown): Promise<ShellAnswer> => {
    const window = mainWindow();
    const request = ShellRequest.safeParse(data);
    if (trustedFrame(event, window) === null || window === null || !request.success) {
      return { ok: false, code: 'REFUSED', message: 'Refused.' };
    }
    return answerShell(request.data, { electron, engine, window, takeOpenedProject });
  });
}
