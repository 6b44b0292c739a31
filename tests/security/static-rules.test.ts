import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { rootArguments } from '#hosts/browser.ts';

const root = join(import.meta.dirname, '../..');
// A plain script without typings of its own.
const { fuseProblems, statedFuses } = (await import(pathToFileURL(join(root, 'scripts/check-fuses.mjs')).href)) as {
  fuseProblems(file: Buffer): string[];
  statedFuses: readonly (readonly [name: string, state: '0' | '1'])[];
};

function sources(...places: string[]): { name: string; text: string }[] {
  return places.flatMap((place): { name: string; text: string }[] => {
    const path = join(root, place);
    if (statSync(path).isFile()) return [{ name: place, text: readFileSync(path, 'utf8') }];
    return readdirSync(path).flatMap((entry) => sources(relative(root, join(path, entry)).split(sep).join('/')));
  }).filter(({ name }) => !name.startsWith('tests/rooms/wrong/') && /\.(ts|tsx|mjs|cjs|html|yml|json)$/.test(name));
}

type Rule = { readonly id: string; readonly what: string; readonly pattern: RegExp; readonly in: readonly string[]; readonly except?: readonly string[]; readonly wrong: readonly string[] };

/** What may stand nowhere, or in one file only; `wrong` are lines that each rule has to catch, so that none goes quiet. */
const rules: readonly Rule[] = [
  {
    id: 'E-01', what: 'a window is made in one place', pattern: /new\s+(?:\w+\.)?(?:BrowserWindow|WebContentsView|BrowserView|BaseWindow)\b/,
    in: ['electron'], except: ['electron/main/window.ts'], wrong: ['const w = new BrowserWindow({});', 'new electron.WebContentsView()', 'return new electron .BrowserView()'.replace(' .', '.')],
  },
  {
    id: 'E-03', what: 'no switch takes protection away', pattern: /--(?:no-sandbox|disable-web-security|ignore-certificate-errors|remote-debugging-port)|appendSwitch/,
    // A browser that prints or shows our own page refuses to start as root with its sandbox; for anybody else it keeps it (tested below).
    in: ['electron', 'renderer', 'bin', 'electron-builder.yml', 'scripts/start.mjs', 'scripts/build.mjs', 'package.json'], except: ['electron/hosts/browser.ts'], wrong: ["app.commandLine.appendSwitch('x')", '"start": "electron . --no-sandbox"'],
  },
  {
    id: 'E-04', what: 'no scheme gets round the policy', pattern: /bypassCSP|corsEnabled|allowServiceWorkers|allowExtensions/,
    in: ['electron'], wrong: ['privileges: { bypassCSP: true }', 'corsEnabled: true'],
  },
  {
    id: 'E-11', what: 'pages are heard in one place', pattern: /ipcMain\s*\./, in: ['electron'], except: ['electron/main/page-door.ts'],
    wrong: ["ipcMain.handle('x', () => 1)", "electron.ipcMain.on('x')"],
  },
  {
    id: 'E-12', what: 'the preload alone speaks to the main process', pattern: /ipcRenderer|contextBridge|exposeInMainWorld/, in: ['electron', 'renderer'],
    except: ['electron/preload/index.ts', 'electron/preload/bridge.ts'], wrong: ["contextBridge.exposeInMainWorld('x', ipcRenderer)"],
  },
  {
    id: 'E-13', what: 'no path and no SQL crosses the contract', pattern: /\b(?:\w*[pP]ath|sql|folder|directory)\s*:\s*z\./, in: ['shared/contract', 'shared/model'],
    wrong: ['input(z.object({ path: z.string() }))', 'filePath: z.string()', 'sql: z.string(),'],
  },
  {
    id: 'E-15', what: 'no Node process is forked', pattern: /child_process['"].*\bfork\b|\bfork\b.*child_process|ELECTRON_RUN_AS_NODE/, in: ['electron'],
    wrong: ["import { fork } from 'node:child_process';", 'env: { ELECTRON_RUN_AS_NODE: 1 }'],
  },
  {
    id: 'E-21', what: 'no text becomes markup or code',
    pattern: /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\s*=|insertAdjacentHTML|document\.write|\beval\s*\(|new\s+Function\s*\(|set(?:Timeout|Interval)\(\s*['"`]/,
    in: ['electron', 'renderer', 'shared'],
    wrong: ['<div dangerouslySetInnerHTML={x} />', 'node.innerHTML = text', 'node.outerHTML=text', "eval('1')", "new Function('return 1')", "setTimeout('go()', 1)", 'document.write(x)', "a.insertAdjacentHTML('x', y)"],
  },
  {
    id: 'electron', what: 'Electron is imported at run time in two files', pattern: /(?:import(?!\s+type)[^;]*from\s*|import\s*\(\s*|require\s*\(\s*)['"]electron['"]/,
    in: ['electron', 'scripts', 'bin', 'shared', 'renderer', 'tests'], except: ['electron/main/index.ts', 'electron/preload/index.ts', 'tests/security/static-rules.test.ts'],
    wrong: ["import { app } from 'electron';", "await import('electron')", "require('electron')"],
  },
  {
    id: 'L-01', what: 'nothing listens beyond this computer', pattern: /['"]0\.0\.0\.0['"]|(?:\bhost\b\s*[:=]|\blisten\([^)]*)\s*['"]::['"]/, in: ['electron', 'scripts', 'bin'], wrong: ["server.listen(80, '0.0.0.0')", "host: '::'", "server.listen(80, '::')"],
  },
  {
    id: 'L-07', what: 'no other origin is invited', pattern: /Access-Control-/i, in: ['electron'], wrong: ["'Access-Control-Allow-Origin': '*'", 'access-control-allow-private-network'],
  },
];

function offences(rule: Rule): string[] {
  return sources(...rule.in).filter(({ name, text }) => rule.except?.includes(name) !== true && rule.pattern.test(text)).map(({ name }) => name);
}

describe.each(rules)('$id: $what', (rule) => {
  it('holds everywhere', () => {
    expect(offences(rule)).toEqual([]);
  });

  it('would catch what breaks it', () => {
    expect(rule.wrong.filter((line) => !rule.pattern.test(line))).toEqual([]);
  });
});

describe('E-15: fuses', () => {
  const yml = readFileSync(join(root, 'electron-builder.yml'), 'utf8');

  /** A program file as Electron ships one, with this wire. */
  function program(states: string): Buffer {
    return Buffer.concat([Buffer.from('ELF....'), Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, states.length]), Buffer.from(states, 'latin1'), Buffer.from('rest')]);
  }
  const wire = statedFuses.map(([, state]) => state).join('');

  it('states all nine, and the packager sets the eight that it knows', () => {
    expect(statedFuses).toHaveLength(9);
    const set = Object.fromEntries([...(/electronFuses:\n((?: {2}\w+: (?:true|false)\n)+)/.exec(yml)?.[1] ?? '').matchAll(/(\w+): (true|false)/g)].map(([, name = '', state]) => [name, state]));
    expect(set).toEqual({
      runAsNode: 'false', enableCookieEncryption: 'true', enableNodeOptionsEnvironmentVariable: 'false', enableNodeCliInspectArguments: 'false',
      enableEmbeddedAsarIntegrityValidation: 'true', onlyLoadAppFromAsar: 'true', loadBrowserProcessSpecificV8Snapshot: 'false', grantFileProtocolExtraPrivileges: 'false',
    });
    for (const [name, state] of statedFuses.slice(0, 8)) {
      const key = Object.keys(set).find((known) => known.toLowerCase() === name.toLowerCase());
      expect([name, set[key ?? '']]).toEqual([name, state === '1' ? 'true' : 'false']);
    }
  });

  it('reads them back from a program file', () => {
    expect(fuseProblems(program(wire))).toEqual([]);
  });

  it.each(statedFuses.map(([name], index) => [name, index] as const))('would notice that %s stands wrong', (name, index) => {
    const flipped = wire.slice(0, index) + (wire[index] === '1' ? '0' : '1') + wire.slice(index + 1);
    expect(fuseProblems(program(flipped))).toEqual([expect.stringContaining(name)]);
  });

  it('would notice a tenth, a missing one, and a file without any', () => {
    expect(fuseProblems(program(`${wire}0`))).toHaveLength(1);
    expect(fuseProblems(program(wire.slice(0, 8)))).toHaveLength(2);
    expect(fuseProblems(Buffer.from('nothing'))).toHaveLength(1);
  });
});

describe('E-24: where packages come from', () => {
  type Packages = { packages: Record<string, { version?: string; resolved?: string; dependencies?: Record<string, string>; devDependencies?: Record<string, string> }> };
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Packages;

  it('is the registry and nowhere else', () => {
    const strange = Object.entries(lock.packages).filter(([, { resolved = '' }]) => /^(git|file|http:)|github\.com/.test(resolved)).map(([name]) => name);
    expect(strange).toEqual([]);
  });

  it('is one exact version each', () => {
    const { dependencies = {}, devDependencies = {} } = lock.packages[''] ?? {};
    expect(Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});

describe('the preload as it was built', () => {
  const built = join(root, 'out', 'preload', 'index.cjs');

  it('is one CommonJS file that asks for nothing but electron', ({ skip }) => {
    if (!statSync(built, { throwIfNoEntry: false })) skip('out/ has not been built.');
    const text = readFileSync(built, 'utf8');
    expect([...text.matchAll(/require\(["']([^"']+)["']\)/g)].map(([, name]) => name)).toEqual(['electron']);
    expect(text).not.toMatch(/^import |^export /m);
    expect(readdirSync(join(built, '..'))).toEqual(['index.cjs']);
  });
});

describe('E-03: who gives up the sandbox of a browser', () => {
  afterEach(() => vi.restoreAllMocks());

  it.each([[0, ['--no-sandbox']], [1000, []]])('user %i', (user, expected) => {
    if (process.getuid !== undefined) vi.spyOn(process, 'getuid').mockReturnValue(user);
    expect(rootArguments()).toEqual(process.getuid === undefined ? [] : expected);
  });
});
