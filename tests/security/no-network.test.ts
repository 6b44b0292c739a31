import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { figure } from '#tests/support/figure.ts';
import type { Attempts } from '#tests/support/hosts/lonely-network.ts';
import { type Bundle, bundleForNode } from '#tests/support/store/bundle.ts';
import { isLong } from '#tests/support/store/effort.ts';
import { aFolder } from '#tests/support/store/test-project.ts';

const root = join(import.meta.dirname, '..', '..');
const cli = join(root, 'out/main/cli.js');
const playwright = join(root, 'node_modules/@playwright/test/cli.js');
const specs = ['tests/e2e/lock.spec.ts', 'tests/e2e/main-job.spec.ts', 'tests/e2e/privacy.spec.ts'];

/** What Chromium asks for by itself, whatever page it shows; the desktop app has none of these services. */
const ofTheBrowser = /^(?:content-autofill|update|optimizationguide-pa|safebrowsing)\.googleapis\.com$|^(?:accounts|clients2|www)\.google\.com$/;

/** A network of its own: as root, or as anybody where the system lets them pretend to be root in it. */
const alone = [['unshare', '-n'], ['unshare', '-r', '-n']].find((way) => spawnSync(way[0] ?? '', [...way.slice(1), 'ip', 'link', 'set', 'lo', 'up']).status === 0);
const hasNameServer = existsSync('/etc/resolv.conf') && /^nameserver\s+[\d.]+\s*$/m.test(readFileSync('/etc/resolv.conf', 'utf8'));

function whatIsMissing(): string | null {
  if (alone === undefined) return 'this system lets nobody have a network of their own (unshare, ip)';
  if (!hasNameServer) return 'no name server stands in /etc/resolv.conf whose part could be taken';
  return existsSync(cli) ? null : 'out/ has not been built';
}
const missing = whatIsMissing();
if (missing !== null) console.log(`E-14: attempts to reach a network are not counted: ${missing}.`);
else if (!isLong) console.log('E-14: the page in a browser without a network belongs to the long forms (EARSHOT_LONG=1); here the command line alone.');

describe.skipIf(missing !== null)('E-14: nothing but the loopback', () => {
  const folder = aFolder();
  let program: Bundle | undefined;
  beforeAll(async () => {
    program = await bundleForNode('tests/support/hosts/lonely-network.ts');
  }, 60_000);
  afterAll(() => {
    folder.remove();
    program?.remove();
  });

  function attempts(...command: string[]): Promise<Attempts> {
    const [way = '', ...rest] = alone ?? [];
    return new Promise((resolve, reject) => {
      const child = spawn(way, [...rest, process.execPath, program?.path ?? '', ...command], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
      let output = '';
      child.stdout.on('data', (piece: Buffer) => (output += piece.toString()));
      child.on('error', reject);
      child.on('close', (code) => (code === 0 ? resolve(JSON.parse(output) as Attempts) : reject(new Error(`The lonely network ended with ${code}: ${output}`))));
    });
  }

  test('an attempt would be seen, by name and by number', async () => {
    const tries = "Promise.allSettled([fetch('http://somebody.example/'), fetch('http://192.0.2.1/')])";
    const { names, v4 } = await attempts(process.execPath, '-e', tries);
    expect(Object.keys(names)).toEqual(['somebody.example']);
    expect(v4).toBeGreaterThan(0);
  });

  test('the command line tries nothing', async () => {
    const project = folder.file('p.earshot');
    const commands = [['new', project], ['gap', project], ['verify', project]];
    for (const words of commands) {
      expect(await attempts(process.execPath, cli, ...words, '--json'), words[0]).toMatchObject({ names: {}, v4: 0, v6: 0 });
    }
    figure('E-14', `${commands.length} commands in a network of the loopback alone: 0 attempts to reach anything else`);
  }, 60_000);

  test.skipIf(!isLong)('the app in a browser works, and neither its page nor its engine tries anything', async () => {
    const { status, names, v4, v6, errors } = await attempts(process.execPath, playwright, 'test', ...specs);
    expect(status, errors).toBe(0);
    const own = Object.entries(names).filter(([name]) => !ofTheBrowser.test(name));
    expect(own).toEqual([]);
    expect(v4).toBe(0);
    const ofBrowser = Object.values(names).reduce((sum, count) => sum + count, 0);
    figure('E-14', `${specs.length} end-to-end specs in a network of the loopback alone: 0 attempts by Earshot; Chromium itself asked for ${ofBrowser} names of its maker (${Object.keys(names).join(', ') || 'none'}) and looked ${v6} times for a way to IPv6`);
  }, 900_000);
});
