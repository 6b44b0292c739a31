import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PrintPdf } from '#engine/index.ts';
import { EarshotError } from '#shared/errors.ts';
import { installedBrowser, rootArguments } from './browser.ts';

const limitMs = 60_000;
const noBrowser = 'A PDF needs Chromium, Chrome or Edge on this computer. PowerPoint and Excel export work without.';

export type PrintPdfOptions = {
  /** Where the temporary folder is made: below the home folder, a browser installed as a snap can read it too. */
  readonly folder?: string;
  /** The browser's program; the first that is installed when absent, null when there is none. */
  readonly program?: string | null;
  readonly timeLimitMs?: number;
};

/**
 * Prints pages with an installed Chromium, Chrome or Edge, each in a process, a profile and a folder of its own, with every name unresolvable.
 * @returns the host's printer; it refuses with NOT_AVAILABLE where no browser is found or none answers with a PDF
 */
export function createPrinter(options: PrintPdfOptions = {}): PrintPdf {
  return async (page, signal) => {
    const program = options.program === undefined ? installedBrowser() : options.program;
    if (program === null) throw new EarshotError('NOT_AVAILABLE', noBrowser);
    const folder = await mkdtemp(join(options.folder ?? tmpdir(), 'earshot-print-'));
    try {
      const [source, target] = [join(folder, 'page.html'), join(folder, 'page.pdf')];
      await writeFile(source, page, { mode: 0o600 });
      await runBrowser(program, argumentsFor({ folder, source, target }), { signal, limitMs: options.timeLimitMs ?? limitMs });
      // The exit code is 0 even when nothing was printed: only the file counts.
      const pdf = await readFile(target).catch(() => null);
      if (pdf === null || pdf.subarray(0, 5).toString('latin1') !== '%PDF-' || !pdf.includes('/Type /Page\n')) {
        throw new EarshotError('NOT_AVAILABLE', 'The browser of this computer did not print the PDF. Nothing was written; PowerPoint and the web page work without it.');
      }
      return new Uint8Array(pdf);
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    }
  };
}

function argumentsFor({ folder, source, target }: { folder: string; source: string; target: string }): string[] {
  return [
    '--headless', ...rootArguments(), `--user-data-dir=${join(folder, 'profile')}`, '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-gpu',
    '--host-resolver-rules=MAP * ~NOTFOUND', '--no-pdf-header-footer', '--generate-pdf-document-outline', `--print-to-pdf=${target}`, pathToFileURL(source).href,
  ];
}

/** Runs the browser to its end, or ends that one process when it takes too long or is not wanted any more. */
async function runBrowser(program: string, given: readonly string[], { signal, limitMs: limit }: { signal: AbortSignal; limitMs: number }): Promise<void> {
  signal.throwIfAborted();
  const browser = spawn(program, given, { stdio: 'ignore' });
  let isLate = false;
  const end = () => browser.kill('SIGKILL');
  const timer = setTimeout(() => {
    isLate = true;
    end();
  }, limit);
  signal.addEventListener('abort', end, { once: true });
  try {
    await new Promise<void>((resolve) => {
      browser.once('error', () => resolve());
      browser.once('exit', () => resolve());
    });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
  }
  signal.throwIfAborted();
  if (isLate) throw new EarshotError('NOT_AVAILABLE', `The browser of this computer did not print within ${limit / 1000} seconds. Nothing was written.`);
}
