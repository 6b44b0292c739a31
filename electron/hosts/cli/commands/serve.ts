import { once } from 'node:events';
import { argument, textValue, UsageError } from '../command.ts';
import type { Call, Command } from '../command.ts';
import { openInBrowser } from '#hosts/browser.ts';
import { startWebHost } from '#hosts/web.ts';

function portOf(call: Call): number {
  const text = textValue(call, 'port') ?? '0';
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535 || (port > 0 && port < 1024)) throw new UsageError(`--port takes 0 or a number from 1024 to 65535, not “${text}”.`);
  return port;
}

/** `serve P [--port 0] [--no-open] [--viewer]`; a viewer reads only, sees no hidden words and exports nothing. */
export const serveCommand: Command = {
  name: 'serve',
  usage: 'P [--port 0] [--no-open] [--viewer]',
  summary: 'opens the project in a browser on this computer; runs until stopped',
  options: { port: { type: 'string' }, 'no-open': { type: 'boolean' }, viewer: { type: 'boolean' } },
  arity: [1, 1],
  printsJson: 'itself',
  async run(call) {
    const host = await startWebHost({ projectPath: argument(call, 0), port: portOf(call), isViewer: call.values['viewer'] === true });
    // Whoever started this reads the address from here, with or without --json.
    call.terminal.out(`${JSON.stringify({ url: host.url })}\n`);
    if (call.values['no-open'] !== true) {
      const { outcome, isFound } = await openInBrowser(host);
      if (isFound) call.terminal.say('Opened in a browser window. Press Ctrl+C to stop.');
      void outcome.then((ended) => {
        if (ended === 'failed') call.terminal.say('No browser could be started; open the address above.');
      });
    }
    if (!call.terminal.stop.aborted) await once(call.terminal.stop, 'abort');
    await host.close();
    return { json: null, text: '' };
  },
};
