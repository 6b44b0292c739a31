import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { WebHost } from './web.ts';

type Launchable = Pick<WebHost, 'openingUrl' | 'spoolFolder'>;

const programs: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'],
};

function candidates(): string[] {
  const names = programs[process.platform] ?? [];
  if (process.platform === 'darwin') return [...names];
  const roots = process.platform === 'win32'
    ? [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']]
    : (process.env['PATH'] ?? '').split(delimiter);
  return names.flatMap((name) => roots.filter((root): root is string => root !== undefined && root !== '').map((root) => join(root, name)));
}

/** An installed Chromium, Chrome or Edge, or the program that `EARSHOT_BROWSER` names; null when there is none. Nothing is ever downloaded. */
export function installedBrowser(): string | null {
  const named = process.env['EARSHOT_BROWSER'];
  return [...(named === undefined ? [] : [named]), ...candidates()].find((path) => existsSync(path)) ?? null;
}

/** What a browser needs where nobody but root is: as on test machines and in containers, it refuses to start with its sandbox there. */
export function rootArguments(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** An installed Chromium, Chrome or Edge; null when there is none, or no display to show it on. */
export function findBrowser(): string | null {
  const hasDisplay = process.platform !== 'linux' || process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined;
  return hasDisplay ? installedBrowser() : null;
}

/**
 * Opens the page as a window of its own. The address with its token is written to a file that only this user can read,
 * because a command line can be read by everyone on the computer.
 * @returns how the browser's process ends: a browser that was running already takes the window over and ends well at
 * once; `failed` also when there is none
 */
export async function openInBrowser(host: Launchable): Promise<{ outcome: Promise<'ended' | 'failed'>; isFound: boolean }> {
  const program = findBrowser();
  if (program === null) return { outcome: Promise.resolve('failed'), isFound: false };
  // Beside the projects, hence below the home folder: a browser installed as a snap cannot read the system's temporary folder.
  const file = join(host.spoolFolder, 'open.html');
  await writeFile(file, `<!doctype html><title>Earshot</title><script>location.replace(${JSON.stringify(host.openingUrl())})</script>`, { mode: 0o600 });
  const browser = spawn(program, [...rootArguments(), `--app=file://${file}`], { stdio: 'ignore' });
  const outcome = new Promise<'ended' | 'failed'>((resolve) => {
    browser.once('error', () => resolve('failed'));
    browser.once('exit', (code) => resolve(code === 0 ? 'ended' : 'failed'));
  });
  return { outcome, isFound: true };
}
