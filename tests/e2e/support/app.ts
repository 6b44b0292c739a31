import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';

const root = resolve(import.meta.dirname, '../../..');
const cli = join(root, 'out/main/cli.js');

/** One engine of its own for each test: a folder of projects, a host on a free port, a page that has signed in. */
export type App = {
  readonly page: Page;
  readonly folder: string;
  /** The command line over the same folder, for looking behind the page. */
  cli(...args: string[]): unknown;
};

let sampleProject: string | null = null;

/** The sample project, made once a run by the command line; tests work on copies. */
export function sampleCopy(folder: string): void {
  if (sampleProject === null || !existsSync(sampleProject)) {
    sampleProject = join(mkdtempSync(join(tmpdir(), 'earshot-e2e-sample-')), 'Sample.earshot');
    execFileSync(process.execPath, [cli, 'new', sampleProject, '--sample', '--json'], { stdio: ['ignore', 'ignore', 'ignore'] });
  }
  cpSync(sampleProject, join(folder, 'Sample.earshot'));
}

export async function startHost(args: string[], env: Record<string, string>): Promise<{ host: ChildProcess; url: string; log: string[] }> {
  // Without a display the host prints its address instead of opening a window of its own.
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...rest } = process.env;
  const host = spawn(process.execPath, args, { env: { ...rest, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const log: string[] = [];
  host.stderr?.on('data', (piece: Buffer) => log.push(piece.toString()));
  host.once('exit', (code, signal) => log.push(`the host ended with ${signal ?? code}\n`));
  const url = await new Promise<string>((found, failed) => {
    let said = '';
    host.stdout?.on('data', (piece: Buffer) => {
      said += piece.toString();
      const match = /http:\/\/127\.0\.0\.1:\d+\/#[\w-]+/.exec(said);
      if (match) found(match[0]);
    });
    host.once('exit', () => failed(new Error(`the host stopped: ${said}${log.join('')}`)));
  });
  return { host, url, log };
}

type Options = { withSample: boolean };

export const test = base.extend<Options & { app: App }>({
  withSample: [true, { option: true }],
  app: async ({ page, withSample }, use, testInfo) => {
    const folder = mkdtempSync(join(tmpdir(), 'earshot-e2e-'));
    mkdirSync(folder, { recursive: true });
    if (withSample) sampleCopy(folder);
    const { host, url, log } = withSample
      ? await startHost([cli, 'serve', join(folder, 'Sample.earshot'), '--no-open'], {})
      : await startHost([join(root, 'out/main/web-start.js')], { EARSHOT_HOME: folder });
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    await page.goto(url);
    await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible();
    await use({
      page, folder,
      cli: (...args) => JSON.parse(execFileSync(process.execPath, [cli, ...args, '--json'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) as unknown,
    });
    // What the host said explains more than the page does.
    if (testInfo.status !== testInfo.expectedStatus && log.length > 0) console.log(log.join(''));
    // What the page says after its host has gone is no fault of the page.
    const found = [...problems];
    host.kill('SIGTERM');
    await new Promise((gone) => host.once('exit', gone));
    rmSync(folder, { recursive: true, force: true });
    expect(found, 'errors in the page').toEqual([]);
  },
});

const axeSource = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

type AxeWindow = { axe: { run(context: unknown, options: unknown): Promise<{ violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[] }> } };

/** What axe finds on the page as it stands, in one line each. The tool is added to the page by the debugger, past its policy. */
export async function axeFindings(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: axeSource });
  await session.detach();
  const { violations } = await page.evaluate(() => (window as unknown as AxeWindow).axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }));
  return violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${JSON.stringify(node.target)} ${node.failureSummary ?? ''}`));
}

export { expect };
