import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { menuTemplate } from '#main/menu.ts';
import { projectArguments } from '#main/project-arguments.ts';
import { makeCallFolder } from '#tests/support/hosts/call-folder.ts';
import { openDesktopLab } from '#tests/support/hosts/desktop-lab.ts';
import type { DesktopLab } from '#tests/support/hosts/desktop-lab.ts';
import { FakeContents, FakeFrame } from '#tests/support/hosts/electron-fake.ts';
import type { EngineClient } from '#tests/support/hosts/pipes.ts';
import { followed } from '#tests/support/hosts/procedure-record.ts';

let lab: DesktopLab;
beforeEach(async () => { lab = await openDesktopLab(); });
afterEach(() => lab.close());

const done = (): string[] => lab.fake.recorded.map(({ what }) => what);
const argumentsOf = (what: string): readonly unknown[] => lab.fake.recorded.find((entry) => entry.what === what)?.with ?? [];
const page = () => lab.fake.windows[0]?.webContents ?? new FakeContents();

describe('E-11: who gets the engine', () => {
  it('the main frame of our page, once', async () => {
    const port = await lab.requestPort();
    expect(port).not.toBeNull();
    expect(await lab.requestPort()).toBeNull();
    if (port === null) return;
    const client: EngineClient = createORPCClient(new RPCLink({ port }));
    port.start();
    expect(await client.project.info()).toBeNull();
  });

  it.each([
    ['a frame of another origin', new FakeFrame('https://evil.test', null)],
    ['an empty page', new FakeFrame('null', null)],
    ['about:blank', new FakeFrame('about:blank', null)],
    ['a file', new FakeFrame('file://', null)],
    ['a name that only begins like ours', new FakeFrame('earshot://app.evil', null)],
    ['a frame inside our page', new FakeFrame('earshot://app', new FakeFrame('earshot://app', null))],
    ['no frame at all', null],
  ])('nobody else: %s', async (_name, frame) => {
    expect(await lab.requestPort(frame)).toBeNull();
    expect(await lab.fake.invoke('shell', lab.eventFrom(frame), { name: 'pickProject' })).toEqual({ ok: false, code: 'REFUSED', message: 'Refused.' });
    expect(done()).not.toContain('fork');
  });

  it('nobody in another window', async () => {
    const stranger = new FakeContents();
    lab.fake.ipc.emit('engine-port', { sender: stranger, senderFrame: stranger.mainFrame });
    expect(await lab.fake.invoke('shell', { sender: stranger, senderFrame: stranger.mainFrame }, { name: 'pickProject' })).toMatchObject({ ok: false });
    expect(done()).not.toContain('fork');
  });

  it.each(['did-navigate', 'render-process-gone', 'destroyed'])('the port is cut at %s, and the page may ask again', async (event) => {
    const port = await lab.requestPort();
    port?.start();
    let isCut = false;
    port?.on('close', () => { isCut = true; });
    page().emit(event);
    await expect.poll(() => isCut).toBe(true);
    expect(await lab.requestPort()).not.toBeNull();
  });

  it.each([
    ['an unknown request', { name: 'eval', code: '1' }], ['an unknown key', { name: 'pickProject', path: '/etc' }], ['no object', 'pickProject'], ['nothing', undefined],
    ['too much', { name: 'saveExport', exportId: 'x'.repeat(101), fileName: 'a' }], ['a key of the prototype', JSON.parse('{"name":"pickProject","__proto__":{"x":1}}')],
    ['a list of things that are no paths', { name: 'registerFiles', paths: [1, {}] }],
  ])('the shell refuses %s', async (_name, request) => {
    expect(await lab.fake.invoke('shell', lab.eventFrom(), request)).toEqual({ ok: false, code: 'REFUSED', message: 'Refused.' });
  });
});

describe('E-12, E-13: what the page holds in its hands', () => {
  it('is a frozen object of these names', () => {
    const bridge = lab.bridge();
    expect(Object.isFrozen(bridge)).toBe(true);
    expect(Object.keys(bridge).sort()).toEqual([
      'host', 'onMenuCommand', 'onOpenProject', 'pickFiles', 'pickProject', 'platform', 'registerFiles', 'requestEnginePort', 'saveExport', 'setMenu', 'takeOpenedProject',
    ]);
  });

  it('names no path: handles for files, an id for a project, yes or no for an export', async () => {
    const folder = makeCallFolder(lab.folder);
    const bridge = lab.bridge();
    lab.fake.dialogs.open = [folder];
    const [handle] = await bridge.pickFiles('folder');
    expect(handle).toEqual({ id: expect.stringMatching(/^[\w-]{12}$/) as string, name: 'handed-over', size: expect.any(Number) as number });
    const dropped = await bridge.registerFiles([new File([], join(folder, 'C-1.vtt')), new File([], '')]);
    expect(dropped.map(({ name }) => name)).toEqual(['C-1.vtt']);
    lab.fake.dialogs.open = [];
    expect(await bridge.pickFiles('files')).toEqual([]);
    expect(await bridge.pickProject()).toBeNull();
    await expect(bridge.registerFiles([new File([], '/nowhere/x.vtt')])).rejects.toThrow('There is no file “x.vtt”.');
    expect(JSON.stringify([handle, dropped])).not.toContain(lab.folder);
  });

  it('saves an export where the person says, whole, and plays a recording by its id', async () => {
    const bridge = lab.bridge();
    const port = await lab.requestPort();
    if (port === null) throw new Error('The page got no port.');
    const client: EngineClient = createORPCClient(new RPCLink({ port }));
    port.start();
    await followed(await client.project.create({ name: 'Desk', sample: false }));
    const [handle] = await bridge.registerFiles([new File([], makeCallFolder(lab.folder))]);
    await followed(await client.imports.run({ fileIds: [handle?.id ?? ''], mappings: {}, dryRun: false }));
    const { result } = await followed(await client.briefing.export({ format: 'pptx' }));
    const target = join(lab.folder, 'board.pptx');
    lab.fake.dialogs.save = target;
    expect(await bridge.saveExport(result.exportId, '../../etc/bo"ard.pptx')).toBe(true);
    expect(argumentsOf('showSaveDialog')).toEqual([{ defaultPath: '-..-etc-bo-ard.pptx' }]);
    expect(readFileSync(target).length).toBe(result.size);
    await expect(bridge.saveExport('unknown', 'x.pptx')).rejects.toThrow();

    const media = (await client.interactions.get({ id: 'C-1' })).media[0]?.id ?? '';
    const play = (url: string, range?: string) => lab.fake.protocols.get('earshot')?.(new Request(url, range === undefined ? {} : { headers: { range } }));
    const part = await play(`earshot://app/media/${media}`, 'bytes=0-3');
    expect([part?.status, part?.headers.get('content-range'), await part?.text()]).toEqual([206, 'bytes 0-3/8044', 'RIFF']);
    for (const url of ['earshot://app/media/unknown', 'earshot://app/media/../x', `earshot://evil/media/${media}`, `earshot://app/media/${media}/x`]) {
      expect((await play(url))?.status).toBe(404);
    }
    // Another project does not know it.
    await followed(await client.project.create({ name: 'Other', sample: false }));
    expect((await play(`earshot://app/media/${media}`))?.status).toBe(404);
  });
});

describe('E-18: a second start', () => {
  it('ends at once and leaves its arguments to the first', async () => {
    const second = await openDesktopLab({ isFirst: false });
    expect(second.isFirst).toBe(false);
    expect(second.fake.recorded.map(({ what }) => what)).toEqual(['enableSandbox', 'requestSingleInstanceLock', 'quit']);
    await second.close();
  });

  it('brings the window forward and offers the project to the page', async () => {
    const path = join(lab.folder, 'Board.earshot');
    writeFileSync(path, 'x');
    let announced = 0;
    page().on('sent:open-project', () => { announced += 1; });
    lab.fake.appEvents.emit('second-instance', {}, ['earshot', '--flag', path, '/nowhere/none.earshot'], lab.folder);
    expect(done()).toContain('focus');
    await expect.poll(() => announced).toBe(1);
    const bridge = lab.bridge();
    expect(await bridge.takeOpenedProject()).toMatch(/^[0-9a-f]{16}$/);
    expect(await bridge.takeOpenedProject()).toBeNull();
  });

  it('takes arguments as data', () => {
    expect(projectArguments(['earshot', '--inspect', 'a.earshot', '/b.earshot', '--x.earshot', '\\\\evil\\c.earshot', '//evil/d.earshot', 'smb://evil/e.earshot', 'f.txt', 'g\0.earshot'], '/home/me'))
      .toEqual(['/home/me/a.earshot', '/b.earshot']);
  });
});

describe('the menu bar', () => {
  const menus = [
    { id: 'file', label: 'Datei', groups: [[{ id: 'import.start', label: 'Importieren', accelerator: 'CommandOrControl+I', isEnabled: false }]] },
    { id: 'help', label: 'Hilfe', groups: [] },
  ];
  const window = { webContents: { send: (...given: unknown[]) => { sent.push(given); } } } as unknown as Parameters<typeof menuTemplate>[0]['window'];
  const sent: unknown[] = [];

  it('is made of what the page sends and what the system does', () => {
    const template = menuTemplate({ menus, window, platform: 'linux' });
    expect(template).toMatchObject([{ label: 'Datei', submenu: [{ id: 'import.start', label: 'Importieren', enabled: false, accelerator: 'CommandOrControl+I', registerAccelerator: false }, {}, { role: 'close' }, {}, { role: 'quit' }] }, { label: 'Hilfe' }]);
    const { submenu } = template[0] ?? {};
    if (Array.isArray(submenu)) (submenu[0]?.click as (() => void) | undefined)?.();
    expect(sent).toEqual([['menu-command', 'import.start']]);
  });

  it('has the app’s own menu first and help last on macOS', () => {
    const names = menuTemplate({ menus, window, platform: 'darwin' }).map(({ role, label }) => role ?? label);
    expect(names).toEqual(['appMenu', 'Datei', 'windowMenu', 'Hilfe']);
  });

  it('is there before the page is, and takes what the page sends', async () => {
    expect(done()).toContain('setApplicationMenu');
    await lab.bridge().setMenu(menus);
    expect(lab.fake.recorded.filter(({ what }) => what === 'setApplicationMenu').at(-1)?.with[0]).toMatchObject([{ label: 'Datei' }, { label: 'Hilfe' }]);
  });
});

describe('the engine’s process', () => {
  it('is started once, and again when a page asks after it has died', async () => {
    expect(await lab.requestPort()).not.toBeNull();
    expect(argumentsOf('fork')).toEqual(['/app/out/main/desktop-host.js', [], { serviceName: 'Earshot engine', stdio: 'inherit' }]);
    lab.fake.children[0]?.emit('exit', 1);
    const port = await lab.requestPort();
    expect(done().filter((what) => what === 'fork')).toHaveLength(2);
    if (port === null) throw new Error('The page got no port.');
    const client: EngineClient = createORPCClient(new RPCLink({ port }));
    port.start();
    expect(await client.project.info()).toBeNull();
  });

  it('fails what waits for it when it dies, instead of leaving it waiting', async () => {
    await lab.requestPort();
    const waiting = lab.bridge().registerFiles([new File([], lab.folder)]);
    lab.fake.children[0]?.emit('exit', 1);
    await expect(waiting).rejects.toThrow('This did not work.');
  });

  it('has closed its project before the app quits', async () => {
    let isPrevented = false;
    await lab.requestPort();
    lab.fake.appEvents.emit('before-quit', { preventDefault: () => { isPrevented = true; } });
    expect(isPrevented).toBe(true);
    expect(done()).not.toContain('quit');
    await expect.poll(done).toContain('quit');
  });
});
