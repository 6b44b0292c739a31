import type * as Electron from 'electron';

/**
 * The parts of Electron that the frame uses, handed in by index.ts. Tests hand in a recording fake, because importing
 * `electron` outside its own runtime starts a download. Picked from Electron's typings, so that it cannot drift from them.
 */
export type ElectronApi = {
  readonly app: Pick<Electron.App, 'enableSandbox' | 'requestSingleInstanceLock' | 'whenReady' | 'quit' | 'on' | 'getPath' | 'isPackaged' | 'addRecentDocument'>;
  readonly protocol: Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle'>;
  readonly session: { readonly defaultSession: Pick<Electron.Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'setDisplayMediaRequestHandler' | 'setSpellCheckerEnabled' | 'webRequest'> };
  readonly ipcMain: Pick<Electron.IpcMain, 'on' | 'handle'>;
  readonly dialog: Pick<Electron.Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox'>;
  readonly shell: Pick<Electron.Shell, 'openExternal'>;
  readonly utilityProcess: Pick<typeof Electron.utilityProcess, 'fork'>;
  readonly nativeTheme: Pick<Electron.NativeTheme, 'shouldUseDarkColors'>;
  readonly Menu: Pick<typeof Electron.Menu, 'buildFromTemplate' | 'setApplicationMenu'>;
  readonly BrowserWindow: new (options: Electron.BrowserWindowConstructorOptions) => Electron.BrowserWindow;
  readonly MessageChannelMain: new () => Electron.MessageChannelMain;
};

/** The origin of the page; nothing else may talk to the main process. */
export const pageOrigin = 'earshot://app';
export const pageScheme = 'earshot';
