import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerPage } from '#main/app-protocol.ts';
import { allowedPermissions, staysInside } from '#main/contents-guard.ts';
import { externalLinks, openExternalLink } from '#main/external-links.ts';
import { webPreferences } from '#main/window.ts';
import { figure } from '#tests/support/figure.ts';
import { openDesktopLab } from '#tests/support/hosts/desktop-lab.ts';
import type { DesktopLab } from '#tests/support/hosts/desktop-lab.ts';
import { FakeContents } from '#tests/support/hosts/electron-fake.ts';
import { hostilePaths } from '#tests/support/hosts/mutants.ts';
import { foreignBytes, makePage } from '#tests/support/hosts/web-lab.ts';

let lab: DesktopLab;
beforeEach(async () => { lab = await openDesktopLab(); });
afterEach(() => lab.close());

const done = (): string[] => lab.fake.recorded.map(({ what }) => what);
const argumentsOf = (what: string): readonly unknown[] => lab.fake.recorded.find((entry) => entry.what === what)?.with ?? [];
const page = () => lab.fake.windows[0]?.webContents ?? new FakeContents();

describe('E-02, E-03: window and sandbox', () => {
  it('turns the sandbox on and takes the lock before anything else, and makes one window', () => {
    expect(done().slice(0, 4)).toEqual(['enableSandbox', 'requestSingleInstanceLock', 'registerSchemesAsPrivileged', 'whenReady']);
    expect(done().filter((what) => what === 'BrowserWindow')).toHaveLength(1);
    expect(argumentsOf('loadURL')).toEqual(['earshot://app/']);
  });

  it('confines the page by exactly the frozen preferences', () => {
    expect(Object.isFrozen(webPreferences)).toBe(true);
    const [options] = argumentsOf('BrowserWindow') as [{ webPreferences: Record<string, unknown> }];
    expect(options.webPreferences).toEqual({
      sandbox: true, contextIsolation: true, webSecurity: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false,
      allowRunningInsecureContent: false, experimentalFeatures: false, webviewTag: false, spellcheck: false, devTools: false, preload: '/app/out/preload/index.cjs',
    });
  });
});

describe('E-04, E-05: the page’s scheme', () => {
  it('has no privilege beyond what a page needs', () => {
    expect(argumentsOf('registerSchemesAsPrivileged')).toEqual([[
      { scheme: 'earshot', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
    ]]);
    expect([...lab.fake.protocols.keys()]).toEqual(['earshot']);
  });

  it('serves the page with its policy', async () => {
    const answer = await lab.fake.protocols.get('earshot')?.(new Request('earshot://app/'));
    expect(answer?.status).toBe(200);
    expect(answer?.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
    expect(answer?.headers.get('content-security-policy')).toContain("media-src 'self' blob:;");
    expect(await answer?.text()).toContain('<title>Earshot</title>');
  });

  it('gives no foreign byte for 1,000 addresses, and none for other hosts and methods', async () => {
    const manifest = makePage(join(lab.folder, 'page'));
    const addresses = [...hostilePaths(1000).map((path) => `earshot://app${path}`), 'earshot://evil/', 'earshot://app.evil/', 'file:///etc/passwd', 'earshot:///', 'EARSHOT://app/', 'earshot://app'];
    const answers = await Promise.all(addresses.map(async (url) => {
      const answer = await answerPage({ method: 'GET', url }, manifest);
      return { url, status: answer.status, body: await answer.text() };
    }));
    expect(answers.filter(({ status, body }) => status !== 404 || body.includes(foreignBytes) || body !== '')).toEqual([]);
    figure('G-13', `${answers.length} hostile addresses through the page’s scheme: 0 foreign bytes`);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) expect((await answerPage({ method, url: 'earshot://app/' }, manifest)).status).toBe(405);
    expect((await answerPage({ method: 'HEAD', url: 'earshot://app/' }, manifest)).body).toBeNull();
  });

  it('serves no file that is not what was built', async () => {
    const folder = join(lab.folder, 'changed');
    const manifest = makePage(folder);
    writeFileSync(join(folder, 'renderer', 'assets', 'page.js'), 'alert(1)');
    expect((await answerPage({ method: 'GET', url: 'earshot://app/assets/page.js' }, manifest)).status).toBe(404);
  });
});

describe('E-08, E-19: every contents stays where it is', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])('%s is prevented, in the window and in any other contents', (event) => {
    const other = new FakeContents();
    lab.fake.appEvents.emit('web-contents-created', {}, other);
    for (const contents of [page(), other]) {
      let isPrevented = false;
      contents.emit(event, { preventDefault: () => { isPrevented = true; } });
      expect(isPrevented).toBe(true);
    }
  });

  it('opens no second window', () => {
    expect(page().windowOpenHandler?.({ url: 'https://evil.test' })).toEqual({ action: 'deny' });
  });
});

describe('E-09: addresses outside', () => {
  const hostile = [
    'file:///etc/passwd', 'smb://evil/share', 'ms-msdt:/id', 'javascript:alert(1)', 'data:text/html,x', '\\\\evil\\share', '//evil.test', 'http://evil.test', 'https://evil.test',
    'mailto:a@b.c', 'vscode://x', 'ssh://x', 'tel:1', 'HTTPS://WWW.SQLITE.ORG/', 'https://www.sqlite.org', 'https://www.sqlite.org/../x', 'https://www.sqlite.org.evil.test/', '',
    ' https://www.sqlite.org/', 'https://www.sqlite.org/\n', 'search-ms:query=x', 'ms-officecmd:x', 'steam://run/1', 'facetime:1', 'x-apple.systempreferences:', 'about:blank', 'blob:null/x',
    'chrome://settings', 'edge://settings', 'view-source:https://x', 'ws://x', 'ftp://x', 'ldap://x', 'jar:file:///x!/', 'https://user@www.sqlite.org/', 'https:www.sqlite.org', 'intent://x',
  ];

  it('opens none that is not on its list, even if the person agrees', async () => {
    lab.fake.dialogs.button = 0;
    const window = lab.fake.windows[0] as unknown as Parameters<typeof openExternalLink>[1];
    for (const address of [...hostile, ...hostile.map((text) => text.toUpperCase())]) expect(await openExternalLink(lab.fake.electron, window, address)).toBe(false);
    expect(done()).not.toContain('openExternal');
    expect(done()).not.toContain('showMessageBox');
  });

  it('asks before it opens one that is', async () => {
    const window = lab.fake.windows[0] as unknown as Parameters<typeof openExternalLink>[1];
    const [known = ''] = externalLinks;
    expect(await openExternalLink(lab.fake.electron, window, known)).toBe(false);
    expect(done()).not.toContain('openExternal');
    lab.fake.dialogs.button = 0;
    expect(await openExternalLink(lab.fake.electron, window, known)).toBe(true);
    expect(argumentsOf('openExternal')).toEqual([known]);
  });

  it('lists only secure pages', () => {
    expect([...externalLinks].filter((address) => !address.startsWith('https://'))).toEqual([]);
  });
});

describe('E-10: permissions', () => {
  /** Every permission that Electron's typings name; none can be missed. */
  const names = [...new Set([...(/setPermissionCheckHandler\(handler: \(\(webContents: [^,]*, permission: ([^,]*),/.exec(
    readFileSync(join(import.meta.dirname, '../../node_modules/electron/electron.d.ts'), 'utf8'))?.[1] ?? '').matchAll(/'([^']+)'/g)].map(([, name]) => name ?? ''))];

  it('knows all their names', () => {
    expect(names.length).toBeGreaterThan(35);
  });

  it('grants exactly two, by question and by check', () => {
    const check = lab.fake.session['permissionCheck'] as (contents: null, permission: string) => boolean;
    const ask = lab.fake.session['permissionRequest'] as (contents: null, permission: string, answer: (isGranted: boolean) => void) => void;
    const asked = names.filter((name) => {
      let isGranted = false;
      ask(null, name, (answer) => { isGranted = answer; });
      return isGranted;
    });
    expect(names.filter((name) => check(null, name))).toEqual(['clipboard-sanitized-write', 'fullscreen']);
    expect(asked).toEqual(['clipboard-sanitized-write', 'fullscreen']);
    expect([...allowedPermissions].sort()).toEqual(['clipboard-sanitized-write', 'fullscreen']);
  });

  it('grants no device and no screen', () => {
    expect((lab.fake.session['devicePermission'] as () => boolean)()).toBe(false);
    let streams: unknown = 'nothing';
    (lab.fake.session['displayMedia'] as (request: null, answer: (given: unknown) => void) => void)(null, (given) => { streams = given; });
    expect(streams).toBeNull();
  });
});

describe('E-14: nothing leaves', () => {
  it.each([
    ['earshot://app/', true], ['earshot-media://app/1', false], ['blob:earshot://app/1', true], ['data:image/png;base64,AA==', true],
    ['http://127.0.0.1/', false], ['https://example.org/', false], ['ws://x/', false], ['wss://x/', false], ['file:///etc/passwd', false], ['ftp://x/', false],
    ['chrome-extension://x/', false], ['http://earshot/', false], ['earshotx://app/', false], ['not an address', false], ['', false], ['javascript:1', false],
  ])('%s: %s', (url, isAllowed) => {
    let isCancelled: boolean | undefined;
    (lab.fake.session['beforeRequest'] as (details: { url: string }, answer: (given: { cancel: boolean }) => void) => void)({ url }, ({ cancel }) => { isCancelled = cancel; });
    expect(isCancelled).toBe(!isAllowed);
    expect(staysInside(url)).toBe(isAllowed);
  });

  it('downloads no dictionary', () => {
    expect(argumentsOf('setSpellCheckerEnabled')).toEqual([false]);
  });
});
