import { EventEmitter } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { runDesktopHost } from '#hosts/desktop-host.ts';
import type { ParentPortLike } from '#hosts/desktop-host.ts';
import type { PortLike } from '#hosts/message-port-pipe.ts';
import type { ElectronApi } from '#main/electron-api.ts';

/** One thing that the frame did to Electron. */
export type Recorded = { readonly what: string; readonly with: readonly unknown[] };

/** A MessagePortMain over Node's port: events carry `data` and `ports`, nothing is delivered before `start`. */
export class FakePort extends EventEmitter implements PortLike {
  readonly #port: MessagePort;

  constructor(port: MessagePort) {
    super();
    this.#port = port;
    port.on('close', () => this.emit('close'));
  }

  start(): void {
    this.#port.on('message', (data: unknown) => this.emit('message', { data, ports: [] }));
    this.#port.start();
  }

  postMessage(message: unknown): void {
    this.#port.postMessage(message);
  }

  close(): void {
    this.#port.close();
  }
}

class FakeChannel {
  readonly port1: FakePort;
  readonly port2: FakePort;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = new FakePort(port1);
    this.port2 = new FakePort(port2);
  }
}

/** A page's frame. What the main process posts to it comes out as an event of the channel's name. */
export class FakeFrame extends EventEmitter {
  constructor(readonly origin: string, readonly parent: FakeFrame | null) {
    super();
  }

  postMessage(channel: string, _message: unknown, ports: FakePort[]): void {
    this.emit(channel, ports);
  }
}

let lastContentsId = 0;

export class FakeContents extends EventEmitter {
  readonly id = ++lastContentsId;
  readonly mainFrame = new FakeFrame('earshot://app', null);
  windowOpenHandler: ((details: { url: string }) => { action: string }) | null = null;

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.windowOpenHandler = handler;
  }

  /** A PDF as small as one can be; the options are for a test to look at. */
  printToPDF(options: unknown): Promise<Buffer> {
    this.emit('printed', options);
    return Promise.resolve(Buffer.from('%PDF-1.4\n1 0 obj\n<</Type /Catalog\n/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type /Pages\n/Kids []\n/Count 0>>\nendobj\ntrailer\n<</Size 3\n/Root 1 0 R>>\nstartxref\n0\n%%EOF\n'));
  }

  send(channel: string, ...rest: unknown[]): void {
    this.emit(`sent:${channel}`, ...rest);
  }
}

/** The engine's process: the real host, run in this process behind the messages that Electron would carry. */
class FakeChild extends EventEmitter {
  readonly #toHost = new EventEmitter();

  constructor() {
    super();
    const parent: ParentPortLike = {
      on: (_event, listener) => this.#toHost.on('message', listener),
      postMessage: (message) => queueMicrotask(() => this.emit('message', message)),
    };
    runDesktopHost({ parent, log: () => {}, sampleFolder: null, onStopped: () => queueMicrotask(() => this.emit('exit', 0)) });
  }

  postMessage(data: unknown, ports: FakePort[] = []): void {
    queueMicrotask(() => this.#toHost.emit('message', { data, ports }));
  }

  kill(): boolean {
    this.emit('exit', 1);
    return true;
  }
}

export type Dialogs = {
  /** What the person chooses in the next dialog; a cancelled one when empty. */
  open: string[];
  save: string;
  /** The number of the button pressed in a message box. */
  button: number;
};

type Names<T> = Record<keyof T, unknown>;

/**
 * Records everything that the frame does to Electron and lets a test play the system. Every member that the frame may
 * use is there (`satisfies`), so that a new one cannot be forgotten; the casts say that they are not whole Electron objects.
 */
export function createElectronFake(folders: { userData: string; documents: string }, isFirst = true) {
  const recorded: Recorded[] = [];
  const note = (what: string, ...given: unknown[]): void => { recorded.push({ what, with: given }); };
  const appEvents = new EventEmitter();
  const ipc = new EventEmitter();
  const invoked = new Map<string, (event: unknown, data: unknown) => Promise<unknown>>();
  const protocols = new Map<string, (request: Request) => Promise<Response>>();
  const windows: FakeWindow[] = [];
  const children: FakeChild[] = [];
  const fork = (...given: unknown[]): FakeChild => {
    note('fork', ...given);
    const child = new FakeChild();
    children.push(child);
    return child;
  };
  const dialogs: Dialogs = { open: [], save: '', button: 1 };
  const session: Record<string, unknown> = {};
  const keep = (name: string) => (handler: unknown): void => {
    note(name);
    session[name] = handler;
  };

  class FakeWindow extends EventEmitter {
    readonly webContents = new FakeContents();

    constructor(readonly options: Record<string, unknown>) {
      super();
      note('BrowserWindow', options);
      windows.push(this);
      appEvents.emit('web-contents-created', {}, this.webContents);
    }

    loadURL(address: string): Promise<void> {
      note('loadURL', address);
      return Promise.resolve();
    }

    destroy(): void { note('destroy'); }
    show(): void { note('show'); }
    focus(): void { note('focus'); }
    restore(): void { note('restore'); }
    isMinimized(): boolean { return false; }
  }

  const app = {
    isPackaged: true,
    enableSandbox: () => note('enableSandbox'),
    requestSingleInstanceLock: () => { note('requestSingleInstanceLock'); return isFirst; },
    whenReady: () => { note('whenReady'); return Promise.resolve(); },
    quit: () => note('quit'),
    on: (event: string, listener: (...given: unknown[]) => void) => appEvents.on(event, listener),
    getPath: (name: 'userData' | 'documents') => folders[name],
    addRecentDocument: (path: string) => note('addRecentDocument', path),
  } satisfies Names<ElectronApi['app']>;
  const parts = {
    app,
    protocol: {
      registerSchemesAsPrivileged: (schemes: unknown) => note('registerSchemesAsPrivileged', schemes),
      handle: (scheme: string, handler: (request: Request) => Promise<Response>) => { protocols.set(scheme, handler); },
    } satisfies Names<ElectronApi['protocol']>,
    session: {
      defaultSession: {
        setPermissionRequestHandler: keep('permissionRequest'), setPermissionCheckHandler: keep('permissionCheck'),
        setDevicePermissionHandler: keep('devicePermission'), setDisplayMediaRequestHandler: keep('displayMedia'),
        setSpellCheckerEnabled: (isOn: boolean) => note('setSpellCheckerEnabled', isOn), webRequest: { onBeforeRequest: keep('beforeRequest') },
      } satisfies Names<ElectronApi['session']['defaultSession']>,
    },
    ipcMain: {
      on: (channel: string, listener: (...given: unknown[]) => void) => ipc.on(channel, listener),
      handle: (channel: string, listener: (event: unknown, data: unknown) => Promise<unknown>) => { invoked.set(channel, listener); },
    } satisfies Names<ElectronApi['ipcMain']>,
    dialog: {
      showOpenDialog: () => Promise.resolve({ canceled: dialogs.open.length === 0, filePaths: dialogs.open }),
      showSaveDialog: (_window: unknown, options: unknown) => {
        note('showSaveDialog', options);
        return Promise.resolve({ canceled: dialogs.save === '', filePath: dialogs.save });
      },
      showMessageBox: (_window: unknown, options: unknown) => {
        note('showMessageBox', options);
        return Promise.resolve({ response: dialogs.button, checkboxChecked: false });
      },
    } satisfies Names<ElectronApi['dialog']>,
    shell: { openExternal: (address: string) => { note('openExternal', address); return Promise.resolve(); } } satisfies Names<ElectronApi['shell']>,
    utilityProcess: { fork } satisfies Names<ElectronApi['utilityProcess']>,
    nativeTheme: { shouldUseDarkColors: false } satisfies Names<ElectronApi['nativeTheme']>,
    Menu: {
      buildFromTemplate: (template: unknown) => template,
      setApplicationMenu: (menu: unknown) => note('setApplicationMenu', menu),
    } satisfies Names<ElectronApi['Menu']>,
    BrowserWindow: FakeWindow,
    MessageChannelMain: FakeChannel,
  } satisfies Names<ElectronApi>;

  return {
    electron: parts as unknown as ElectronApi,
    recorded, windows, children, dialogs, session, protocols, appEvents, ipc,
    /** Calls the main process as a frame of a page does. */
    invoke: (channel: string, event: unknown, data: unknown): Promise<unknown> => {
      const listener = invoked.get(channel);
      return listener === undefined ? Promise.reject(new Error(`Nobody listens to ${channel}.`)) : listener(event, data);
    },
  };
}
export type ElectronFake = ReturnType<typeof createElectronFake>;
