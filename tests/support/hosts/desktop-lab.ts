import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDesktop } from '#main/start.ts';
import { createBridge } from '#preload/bridge.ts';
import { createElectronFake } from './electron-fake.ts';
import type { ElectronFake, FakeFrame, FakePort } from './electron-fake.ts';
import { makePage } from './web-lab.ts';

export type DesktopLab = {
  readonly fake: ElectronFake;
  readonly folder: string;
  /** Whether this was the first start. */
  readonly isFirst: boolean;
  /** The preload's bridge of the window's page, wired to the main process. */
  bridge(): ReturnType<typeof createBridge>;
  /** The event that a message from this frame arrives with. */
  eventFrom(frame?: FakeFrame | null): { sender: unknown; senderFrame: FakeFrame | null };
  /** Asks for the engine's port as the page does; null when none comes. */
  requestPort(frame?: FakeFrame | null): Promise<FakePort | null>;
  close(): Promise<void>;
};

/** The whole desktop frame on the recording fake, with the real engine behind it. */
export async function openDesktopLab(options: { isFirst?: boolean; argv?: string[] } = {}): Promise<DesktopLab> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-desktop-'));
  for (const name of ['userData', 'documents']) mkdirSync(join(folder, name));
  const fake = createElectronFake({ userData: join(folder, 'userData'), documents: join(folder, 'documents') }, options.isFirst ?? true);
  const isFirst = await startDesktop({
    electron: fake.electron, manifest: makePage(folder), preloadPath: '/app/out/preload/index.cjs', hostPath: '/app/out/main/desktop-host.js',
    argv: ['earshot', ...(options.argv ?? [])], workingFolder: folder,
  });
  const contents = () => {
    const [window] = fake.windows;
    if (window === undefined) throw new Error('There is no window.');
    return window.webContents;
  };
  const eventFrom: DesktopLab['eventFrom'] = (frame) => ({ sender: contents(), senderFrame: frame === undefined ? contents().mainFrame : frame });

  async function requestPort(frame?: FakeFrame | null): Promise<FakePort | null> {
    const target = frame ?? contents().mainFrame;
    const arrived = new Promise<FakePort | null>((resolve) => {
      target.once('engine-port', (ports: FakePort[]) => resolve(ports[0] ?? null));
      setTimeout(() => resolve(null), 50);
    });
    fake.ipc.emit('engine-port', eventFrom(frame));
    return arrived;
  }

  return {
    fake, folder, isFirst, eventFrom, requestPort,
    bridge: () => createBridge({
      platform: 'linux',
      webUtils: { getPathForFile: (file) => file.name },
      postToPage: () => {},
      ipcRenderer: {
        on: () => undefined, off: () => undefined, send: () => {},
        invoke: (channel: string, data: unknown) => fake.invoke(channel, eventFrom(), structuredClone(data)),
      } as unknown as Parameters<typeof createBridge>[0]['ipcRenderer'],
    }),
    async close() {
      if (isFirst) {
        fake.appEvents.emit('before-quit', { preventDefault: () => {} });
        const end = performance.now() + 5000;
        while (!fake.recorded.some(({ what }) => what === 'quit') && performance.now() < end) await new Promise((resolve) => { setTimeout(resolve, 5); });
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
