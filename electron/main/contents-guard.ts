import type * as Electron from 'electron';
import type { ElectronApi } from './electron-api.ts';
import { pageScheme } from './electron-api.ts';

type Permission = Parameters<NonNullable<Parameters<Electron.Session['setPermissionCheckHandler']>[0]>>[1];

/** What the page may ask the system for; everything else is denied. */
export const allowedPermissions: ReadonlySet<Permission> = new Set<Permission>(['clipboard-sanitized-write', 'fullscreen']);

const allowedProtocols = new Set([`${pageScheme}:`, 'blob:', 'data:', 'devtools:']);

/** A page stays where it is: no navigation, no second window, no embedded one. */
function confine(contents: Electron.WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** True for a request that stays inside the program; developer tools exist only in an unpackaged copy. */
export function staysInside(address: string): boolean {
  try {
    return allowedProtocols.has(new URL(address).protocol);
  } catch {
    return false;
  }
}

/** Confines every page that ever comes to be, whoever makes it. Call before the first window. */
export function guardContents(electron: ElectronApi): void {
  electron.app.on('web-contents-created', (_event, contents) => confine(contents));
}

/** Denies permissions and devices, and stops every request that would leave the program. Call when the app is ready. */
export function guardSession(electron: ElectronApi): void {
  const { defaultSession } = electron.session;
  defaultSession.setPermissionRequestHandler((_contents, permission, answer) => answer(allowedPermissions.has(permission)));
  defaultSession.setPermissionCheckHandler((_contents, permission) => allowedPermissions.has(permission));
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  // The spell checker would download a dictionary.
  defaultSession.setSpellCheckerEnabled(false);
  defaultSession.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !staysInside(details.url) }));
}
