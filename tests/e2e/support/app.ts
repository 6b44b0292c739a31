import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';

const root = resolve(import.meta.dirname, '../../..');
const cli = join(root, 'out/main/cli.js');

/** The command line: what it prints as JSON. */
export function runCli(...args: string[]): unknown {
  return JSON.parse(execFileSync(process.execPath, [cli, ...args, '--json'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
}

/** A project in a folder of its own, behind a host of its own; the folder itself where there is no project. */
export type Served = { readonly folder: string; readonly project: string; /** Lets in whoever opens it first. */ readonly url: string; readonly pid: number };

/** One engine of its own for each test: a folder of projects, a host on a free port, a page that has signed in. */
export type App = { readonly page: Page; readonly folder: string };

let sampleProject: string | null = null;

/** The sample project, made once by the command line for each worker; tests work on copies. @returns the copy */
export function sampleCopy(folder: string): string {
  if (sampleProject === null) {
    const home = mkdtempSync(join(tmpdir(), 'earshot-e2e-sample-'));
    process.once('exit', () => rmSync(home, { recursive: true, force: true }));
    runCli('new', join(home, 'Sample.earshot'), '--sample');
    sampleProject = join(home, 'Sample.earshot');
  }
  const copy = join(folder, 'Sample.earshot');
  cpSync(sampleProject, copy);
  return copy;
}

/** A new project made of the files that `write` puts into a folder; it fails when any of them is set aside. @returns its path */
export function projectOf(folder: string, write: (folder: string) => void): string {
  const project = join(folder, 'Project.earshot');
  mkdirSync(join(folder, 'in'));
  write(join(folder, 'in'));
  runCli('new', project);
  runCli('import', project, join(folder, 'in'));
  return project;
}

type Host = { url: string; pid: number; log: string[]; end(): Promise<void> };

async function startHost(args: string[], env: Record<string, string> = {}): Promise<Host> {
  // Without a display the host prints its address instead of opening a window of its own.
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...rest } = process.env;
  const host = spawn(process.execPath, args, { env: { ...rest, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const log: string[] = [];
  host.stderr.on('data', (piece: Buffer) => log.push(piece.toString()));
  const gone = new Promise<void>((done) => {
    host.once('exit', (code, signal) => {
      log.push(`the host ended with ${signal ?? code}\n`);
      done();
    });
  });
  const url = await new Promise<string>((found, failed) => {
    let said = '';
    host.stdout.on('data', (piece: Buffer) => {
      said += piece.toString();
      const match = /http:\/\/127\.0\.0\.1:\d+\/#[\w-]+/.exec(said);
      if (match) found(match[0]);
    });
    void gone.then(() => failed(new Error(`the host stopped: ${said}${log.join('')}`)));
  });
  const end = async (): Promise<void> => {
    host.kill('SIGTERM');
    // It writes its last snapshot while it goes.
    await gone;
  };
  return { url, pid: host.pid ?? 0, log, end };
}

type Options = { withSample: boolean };
type Fixtures = {
  app: App;
  /** Serves the project that `prepare` puts into a new folder, or with null the app without one; both go with the test, however it ends. */
  serve: (prepare: (folder: string) => string | null) => Promise<Served>;
};

export const test = base.extend<Options & Fixtures>({
  withSample: [true, { option: true }],
  serve: async ({ withSample: _whichever }, use, testInfo) => {
    const started: { folder: string; host: Host }[] = [];
    await use(async (prepare) => {
      const folder = mkdtempSync(join(tmpdir(), 'earshot-e2e-'));
      const project = prepare(folder);
      const host = await (project === null ? startHost([join(root, 'out/main/web-start.js')], { EARSHOT_HOME: folder }) : startHost([cli, 'serve', project, '--no-open']));
      started.push({ folder, host });
      return { folder, project: project ?? folder, url: host.url, pid: host.pid };
    });
    for (const { folder, host } of started) {
      // What the host said explains more than the page does.
      if (testInfo.status !== testInfo.expectedStatus && host.log.length > 0) console.log(host.log.join(''));
      await host.end();
      rmSync(folder, { recursive: true, force: true });
    }
  },
  app: async ({ page, withSample, serve }, use) => {
    const { folder, url } = await serve(withSample ? sampleCopy : () => null);
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    await page.goto(url);
    await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible();
    await use({ page, folder });
    // The host is still there: what the page says after it has gone is no fault of the page.
    expect(problems, 'errors in the page').toEqual([]);
  },
});

const axeSource = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

type AxeWindow = { axe: { run(context: unknown, options: unknown): Promise<{ violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[] }> } };

/** What axe finds on the page as it stands, in one line each. The tool is added to the page by the debugger, past its policy. */
export async function axeFindings(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: axeSource });
  await session.detach();
  // Half way from one colour to the next, nothing has the contrast that it will have.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().filter((each) => each.effect?.getComputedTiming().iterations !== Infinity).map((each) => each.finished)));
  const { violations } = await page.evaluate(() => (window as unknown as AxeWindow).axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }));
  return violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${JSON.stringify(node.target)} ${node.failureSummary ?? ''}`));
}

export { expect };
