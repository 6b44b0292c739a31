// Finds an installed Chromium, Chrome or Edge; on Debian, as root, installs the distribution's Chromium if there is none.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The path of an installed browser, or null. `EARSHOT_BROWSER` names one outright. */
export function findBrowser() {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [process.env.EARSHOT_BROWSER, ...onPath, ...places].find((path) => path && isExecutable(path)) ?? null;
}

/** As `findBrowser`, installing Debian's Chromium when that is possible. */
export function findOrInstallBrowser() {
  const found = findBrowser();
  if (found) return found;
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  console.log('No Chromium, Chrome or Edge found; installing the distribution\'s chromium.');
  const apt = (...args) => spawnSync('apt-get', args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;
  if (!apt('update', '-qq') || !apt('install', '-y', '-qq', '--no-install-recommends', 'chromium')) return null;
  return findBrowser();
}
