import { RPCLink } from '@orpc/client/message-port';
import type { EnginePipe, FileHandle, MenuBranch, Shell } from './shell.ts';

/** What the preload script lends the page; `electron/preload/index.ts` exposes exactly these names. */
export interface DesktopBridge {
  readonly host: 'desktop';
  readonly platform: 'mac' | 'windows' | 'linux';
  pickFiles(what: 'files' | 'folder'): Promise<FileHandle[]>;
  registerFiles(files: readonly File[]): Promise<FileHandle[]>;
  pickProject(): Promise<string | null>;
  saveExport(exportId: string, name: string): Promise<boolean>;
  onMenuCommand(listener: (commandId: string) => void): () => void;
  setMenu(menus: readonly MenuBranch[]): Promise<void>;
  /** The project that the system asked to open and that nobody has taken yet. */
  takeOpenedProject(): Promise<string | null>;
  onOpenProject(listener: () => void): () => void;
  /** Asks for the engine's port; it arrives as a window message, because a port cannot cross the bridge. */
  requestEnginePort(): void;
}

declare global {
  interface Window {
    readonly earshot?: DesktopBridge;
  }
}

const portTimeoutMs = 10_000;

function nextEnginePort(bridge: DesktopBridge): Promise<MessagePort> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      window.removeEventListener('message', onMessage);
      reject(new Error('The engine did not answer.'));
    }, portTimeoutMs);
    function onMessage(event: MessageEvent): void {
      const port = event.ports[0];
      if (event.source !== window || event.data !== 'engine-port' || port === undefined) return;
      clearTimeout(timer);
      window.removeEventListener('message', onMessage);
      resolve(port);
    }
    window.addEventListener('message', onMessage);
    bridge.requestEnginePort();
  });
}

async function openPipe(bridge: DesktopBridge): Promise<EnginePipe> {
  const port = await nextEnginePort(bridge);
  const closed = new Promise<void>((resolve) => {
    port.addEventListener('close', () => resolve(), { once: true });
  });
  const link = new RPCLink({ port });
  port.start();
  return { link, closed, close: () => port.close() };
}

/** The first project may have been asked for before the page was there, so it is asked for; later ones are announced. */
function followOpenedProjects(bridge: DesktopBridge, listener: (projectId: string) => void): () => void {
  const take = async (): Promise<void> => {
    const id = await bridge.takeOpenedProject();
    if (id !== null) listener(id);
  };
  void take();
  return bridge.onOpenProject(() => void take());
}

/** The shell over the preload's bridge: native dialogs, files by handle, a message port to the engine. */
export function createDesktopShell(bridge: DesktopBridge): Shell {
  return {
    host: 'desktop',
    platform: bridge.platform,
    canPickProject: true,
    pickFiles: (what) => bridge.pickFiles(what),
    registerDrop: (drop) => bridge.registerFiles([...drop.files]),
    registerFiles: (files) => bridge.registerFiles(files),
    pickProject: () => bridge.pickProject(),
    saveExport: ({ exportId, name }) => bridge.saveExport(exportId, name),
    mediaUrl: (mediaId) => `earshot://app/media/${encodeURIComponent(mediaId)}`,
    onMenuCommand: (listener) => bridge.onMenuCommand(listener),
    setMenu: (menus) => void bridge.setMenu(menus),
    onOpenProject: (listener) => followOpenedProjects(bridge, listener),
    openPipe: () => openPipe(bridge),
  };
}
