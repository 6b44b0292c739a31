import type * as Electron from 'electron';
import type { ElectronApi } from './electron-api.ts';

/** The addresses that Earshot ever hands to a browser or mail program. Never one that came out of a file. */
export const externalLinks: ReadonlySet<string> = new Set([
  'https://www.sqlite.org/',
  'https://www.w3.org/WAI/standards-guidelines/wcag/',
]);

/**
 * Opens an address of the list after the person has agreed. @returns whether it was opened
 */
export async function openExternalLink(electron: ElectronApi, window: Electron.BrowserWindow, address: string): Promise<boolean> {
  if (!externalLinks.has(address)) return false;
  const { response } = await electron.dialog.showMessageBox(window, {
    type: 'question', buttons: ['Open in browser', 'Cancel'], defaultId: 1, cancelId: 1,
    message: 'Open a web page?', detail: `${address}\n\nEarshot itself stays offline.`,
  });
  if (response !== 0) return false;
  await electron.shell.openExternal(address);
  return true;
}
