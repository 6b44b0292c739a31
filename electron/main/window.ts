import type * as Electron from 'electron';
import type { ElectronApi } from './electron-api.ts';
import { pageOrigin } from './electron-api.ts';

/** How every window's page is confined. Frozen, and compared by a test: a change here is a decision. */
export const webPreferences = Object.freeze({
  sandbox: true,
  contextIsolation: true,
  webSecurity: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  spellcheck: false,
} satisfies Electron.WebPreferences);

// The page's own background colours, so that no white flashes before it has drawn itself.
const background = { dark: '#17181c', light: '#fbfaf8' } as const;

export type WindowOptions = { readonly preloadPath: string };

/** Makes the window and loads the page. Windows are made in this file and nowhere else. */
export function openMainWindow(electron: ElectronApi, { preloadPath }: WindowOptions): Electron.BrowserWindow {
  const window = new electron.BrowserWindow({
    name: 'main',
    windowStatePersistence: true,
    width: 1440,
    height: 900,
    minWidth: 960,
    minHeight: 600,
    show: false,
    backgroundColor: electron.nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    title: 'Earshot',
    webPreferences: { ...webPreferences, devTools: !electron.app.isPackaged, preload: preloadPath },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${pageOrigin}/`);
  return window;
}

/** A window that is never shown, to print a page of ours in. It has no bridge to anything. */
export function openPrintWindow(electron: ElectronApi): Electron.BrowserWindow {
  return new electron.BrowserWindow({ show: false, title: 'Earshot', webPreferences: { ...webPreferences, devTools: false } });
}
