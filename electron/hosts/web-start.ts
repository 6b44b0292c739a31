import { homedir } from 'node:os';
import { join } from 'node:path';
import { openInBrowser } from './browser.ts';
import { startWebHost } from './web.ts';

/** After the last window has gone, so long does the host wait for a reload. */
const stopAfterIdleMs = 30_000;

/**
 * Runs the web host over the person's own folder of projects (`~/Earshot`, or what EARSHOT_HOME names), in a window of an
 * installed browser where there is one, until that window is closed or the program is stopped.
 */
async function run(): Promise<void> {
  const host = await startWebHost({ projectsFolder: process.env['EARSHOT_HOME'] ?? join(homedir(), 'Earshot'), stopAfterIdleMs });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void host.close());
  const { outcome, isFound } = await openInBrowser(host);
  if (isFound) process.stdout.write('Earshot runs in a browser window. It stops when you close the window, or press Ctrl+C.\n');
  void outcome.then((ended) => {
    if (ended === 'failed') process.stdout.write(`Open this address in a browser on this computer. It works once; press Ctrl+C to stop.\n${host.newUrl()}\n`);
  });
  await host.closed;
}

await run();
