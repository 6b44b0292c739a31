// What only the running desktop app can show (the “with the binary” column of the Electron rules). Where the Electron program is missing
// every item is listed as not run. Use: node scripts/desktop-checks.mjs [packed program]
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fuseProblems } from './check-fuses.mjs';

const root = join(import.meta.dirname, '..');
const traversals = ['/../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/..%5c..%5cetc%5cpasswd', '//etc/passwd', '/assets/../../../etc/passwd', '/%00/etc/passwd'];

/** Fails with what was expected and what was there. */
function same(found, expected) {
  if (JSON.stringify(found) !== JSON.stringify(expected)) throw new Error(`${JSON.stringify(found)}, not ${JSON.stringify(expected)}`);
}

/** Each with what it shows and how: `app` is the running app, `page` its window, `program` a packed program file if one was named. */
export const desktopChecks = [
  { id: 'E-02', shows: 'the window’s real preferences', run: async ({ app }) => same(await app.evaluate(({ BrowserWindow }) => {
    const { sandbox, contextIsolation, nodeIntegration, webSecurity } = BrowserWindow.getAllWindows()[0].webContents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webSecurity };
  }), { sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true }) },
  { id: 'E-04', shows: 'a file of the disk is not fetched', run: async ({ page }) => same(await page.evaluate(() => fetch('file:///etc/passwd').then(() => 'fetched', () => 'refused')), 'refused') },
  { id: 'E-05', shows: 'the scheme gives no foreign byte to the page', run: async ({ page }) => same(await page.evaluate(async (paths) => {
    const answers = await Promise.all(paths.map((path) => fetch(`earshot://app${path}`).then((answer) => answer.text(), () => '')));
    return answers.filter((text) => text.includes('root:')).length;
  }, traversals), 0) },
  { id: 'E-08', shows: 'the page stays where it is, in one window', run: async ({ app, page }) => {
    const before = page.url();
    await page.evaluate(() => { window.location.href = 'https://example.org/'; window.open('https://example.org/'); }).catch(() => undefined);
    same([page.url(), await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)], [before, 1]);
  } },
  { id: 'E-10', shows: 'permissions of the real session', run: async ({ page }) => same(await page.evaluate(() => Promise.all(['geolocation', 'notifications', 'camera', 'microphone']
    .map((name) => navigator.permissions.query({ name }).then(({ state }) => state)))), ['denied', 'denied', 'denied', 'denied']) },
  { id: 'E-12', shows: 'the page sees no Node and no Electron', run: async ({ page }) => same(await page.evaluate(() => ['require', 'process', 'module', 'electron'].filter((name) => name in window)), []) },
  { id: 'E-14', shows: 'nothing leaves', run: async ({ page }) => same(await page.evaluate(() => fetch('https://example.org/').then(() => 'sent', () => 'refused')), 'refused') },
  { id: 'E-15', shows: 'nine fuses of the packed program', needsPackage: true, run: async ({ program }) => same(fuseProblems(readFileSync(program)), []) },
  { id: 'E-16', shows: 'one altered byte of the archive and the app does not start', needs: 'macOS or Windows' },
  { id: 'E-17', shows: 'the version of Electron that runs is the one stated', run: async ({ app }) => same(await app.evaluate(() => process.versions.electron), JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies.electron) },
  { id: 'E-18', shows: 'two starts, one window', run: async ({ app, startAgain }) => { await startAgain(); same(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length), 1); } },
  { id: 'E-20', shows: 'no content in logs, dumps, cache and user data', needs: 'a person who ends the app in the middle of work' },
  { id: 'E-22', shows: 'dropping and printing in the app', needs: 'a person at the desktop' },
  { id: 'E-23', shows: 'the name of the real key store', needs: 'a desktop session with a key store' },
];

/** The Electron program of the installed package; null where its installer did not run. */
export function electronProgram() {
  const told = join(root, 'node_modules/electron/path.txt');
  return existsSync(told) ? join(root, 'node_modules/electron/dist', readFileSync(told, 'utf8')) : null;
}

/** What is not run on this machine, one line each; empty where the Electron program is. */
export function desktopNotRun() {
  return electronProgram() === null ? desktopChecks.map(({ id, shows }) => `${id}: not run, the Electron program is not on this machine: ${shows}`) : [];
}

async function runAll(program) {
  const { _electron: electron } = await import('@playwright/test');
  const start = () => electron.launch({ executablePath: electronProgram(), args: [root] });
  const app = await start();
  const page = await app.firstWindow();
  const startAgain = () => start().then((second) => second.close(), () => undefined);
  let failed = 0;
  for (const { id, shows, run, needs, needsPackage } of desktopChecks) {
    const lacks = needsPackage === true && program === undefined ? 'a packed program' : needs;
    if (lacks !== undefined || run === undefined) console.log(`${id}: not run, it needs ${lacks ?? 'a person'}: ${shows}`);
    else {
      const outcome = await run({ app, page, program, startAgain }).then(() => 'ok', (error) => `failed, ${String(error)}`);
      console.log(`${id}: ${outcome}: ${shows}`);
      if (outcome !== 'ok') failed += 1;
    }
  }
  await app.close();
  return failed;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const missing = desktopNotRun();
  for (const line of missing) console.log(line);
  if (missing.length === 0) process.exitCode = (await runAll(process.argv[2])) === 0 ? 0 : 1;
}
