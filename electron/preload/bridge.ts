import type * as Electron from 'electron';

/** What the preload needs of Electron, handed in so that it can be tried without it. */
export type PreloadApi = {
  readonly ipcRenderer: Pick<Electron.IpcRenderer, 'on' | 'off' | 'send' | 'invoke'>;
  readonly webUtils: Pick<Electron.WebUtils, 'getPathForFile'>;
  readonly platform: string;
  /** Hands a port to the page by a window message to our own origin. */
  readonly postToPage: (message: 'engine-port', ports: readonly MessagePort[]) => void;
};

type Handle = { readonly id: string; readonly name: string; readonly size: number };
type MenuBranch = {
  readonly id: string;
  readonly label: string;
  readonly groups: readonly (readonly { id: string; label: string; accelerator: string | null; isEnabled: boolean }[])[];
};
type Answer = { ok: true; value: unknown } | { ok: false; code: string; message: string };

function platformName(platform: string): 'mac' | 'windows' | 'linux' {
  if (platform === 'darwin') return 'mac';
  return platform === 'win32' ? 'windows' : 'linux';
}

/** Everything that the page gets of Electron: named functions, plain data in and out, no event object, no path. */
export function createBridge({ ipcRenderer, webUtils, platform, postToPage }: PreloadApi) {
  ipcRenderer.on('engine-port', (event) => postToPage('engine-port', event.ports));

  async function ask(request: { name: string; [key: string]: unknown }): Promise<unknown> {
    const answer = (await ipcRenderer.invoke('shell', request)) as Answer;
    if (!answer.ok) throw new Error(answer.message);
    return answer.value;
  }

  /** Passes on what a channel says, without the event that carries Electron's own objects. */
  function listen(channel: 'menu-command' | 'open-project', listener: (text: string) => void): () => void {
    const onMessage = (_event: unknown, text: unknown): void => listener(typeof text === 'string' ? text : '');
    ipcRenderer.on(channel, onMessage);
    return () => { ipcRenderer.off(channel, onMessage); };
  }

  return Object.freeze({
    host: 'desktop' as const,
    platform: platformName(platform),
    pickFiles: async (what: 'files' | 'folder') => (await ask({ name: 'pickFiles', what })) as Handle[],
    registerFiles: async (files: readonly File[]) => {
      const paths = files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== '');
      return (await ask({ name: 'registerFiles', paths })) as Handle[];
    },
    pickProject: async () => (await ask({ name: 'pickProject' })) as string | null,
    saveExport: async (exportId: string, fileName: string) => (await ask({ name: 'saveExport', exportId, fileName })) as boolean,
    setMenu: async (menus: readonly MenuBranch[]) => { await ask({ name: 'setMenu', menus }); },
    onMenuCommand: (listener: (commandId: string) => void) => listen('menu-command', listener),
    takeOpenedProject: async () => (await ask({ name: 'takeOpenedProject' })) as string | null,
    onOpenProject: (listener: () => void) => listen('open-project', () => listener()),
    requestEnginePort: () => ipcRenderer.send('engine-port'),
  });
}
export type DesktopBridge = ReturnType<typeof createBridge>;
