import { join } from 'node:path';
import type * as Electron from 'electron';
import type { RendererManifest } from '#hosts/renderer-manifest.ts';
import { registerSchemes, serveApp } from './app-protocol.ts';
import { guardContents, guardSession } from './contents-guard.ts';
import type { ElectronApi } from './electron-api.ts';
import { EngineProcess } from './engine-process.ts';
import { showMenu } from './menu.ts';
import { openPageDoor } from './page-door.ts';
import { projectArguments } from './project-arguments.ts';
import { PrintRoom } from './print-room.ts';
import { openMainWindow } from './window.ts';

export type DesktopOptions = {
  readonly electron: ElectronApi;
  readonly manifest: RendererManifest;
  readonly preloadPath: string;
  readonly hostPath: string;
  readonly argv: readonly string[];
  readonly workingFolder: string;
};

/** The frame around page and engine: one window, one engine process, and the rules that both live under. */
class Desktop {
  readonly #options: DesktopOptions;
  readonly #engine: EngineProcess;
  readonly #printRoom: PrintRoom;
  #window: Electron.BrowserWindow | null = null;
  #openedProject: string | null = null;
  #isStopping = false;

  constructor(options: DesktopOptions) {
    this.#options = options;
    const { app } = options.electron;
    const userData = app.getPath('userData');
    this.#printRoom = new PrintRoom(options.electron);
    this.#engine = new EngineProcess(options.electron, {
      print: (source, target) => this.#printRoom.print(source, target),
      hostPath: options.hostPath,
      folders: { projectsFolder: join(app.getPath('documents'), 'Earshot'), projectList: join(userData, 'projects.json'), spoolParent: join(userData, 'spool') },
    });
  }

  /** Everything that has to happen before the app is ready. */
  prepare(): void {
    const { electron } = this.#options;
    guardContents(electron);
    electron.app.on('second-instance', (_event, argv, workingFolder) => {
      this.#focus();
      void this.#openFiles(projectArguments(argv, workingFolder));
    });
    electron.app.on('open-file', (event, path) => {
      event.preventDefault();
      void this.#openFiles(projectArguments(['', path], '/'));
    });
    electron.app.on('activate', () => this.#open());
    electron.app.on('window-all-closed', () => electron.app.quit());
    electron.app.on('before-quit', (event) => this.#stop(event));
  }

  /** Everything that has to wait until the app is ready. */
  async run(): Promise<void> {
    const { electron, manifest, argv, workingFolder } = this.#options;
    guardSession(electron);
    serveApp(electron, { manifest, printRoom: this.#printRoom, engine: this.#engine });
    openPageDoor(electron, { engine: this.#engine, mainWindow: () => this.#window, takeOpenedProject: () => this.#takeOpenedProject() });
    await this.#openFiles(projectArguments(argv, workingFolder));
    this.#open();
  }

  #open(): void {
    if (this.#window !== null) return;
    const { electron, preloadPath } = this.#options;
    const window = openMainWindow(electron, { preloadPath });
    this.#window = window;
    window.once('closed', () => { this.#window = null; });
    showMenu(electron, { menus: [], window });
  }

  #focus(): void {
    if (this.#window?.isMinimized() === true) this.#window.restore();
    this.#window?.focus();
  }

  /** Puts projects on the list. The page opens the last of them: it is told now, or asks when it has loaded. */
  async #openFiles(paths: readonly string[]): Promise<void> {
    for (const path of paths) {
      const id = await this.#engine.addProject(path).catch(() => null);
      if (id !== null) this.#openedProject = id;
    }
    if (paths.length > 0) this.#window?.webContents.send('open-project');
  }

  #takeOpenedProject(): string | null {
    const id = this.#openedProject;
    this.#openedProject = null;
    return id;
  }

  /** Quits only after the engine has closed its project. */
  #stop(event: Electron.Event): void {
    if (this.#isStopping) return;
    event.preventDefault();
    this.#isStopping = true;
    void this.#engine.stop().finally(() => this.#options.electron.app.quit());
  }
}

/**
 * Starts the desktop frame. A second start hands its arguments to the first and ends.
 * @returns whether this is the first
 */
export async function startDesktop(options: DesktopOptions): Promise<boolean> {
  const { electron } = options;
  electron.app.enableSandbox();
  if (!electron.app.requestSingleInstanceLock()) {
    electron.app.quit();
    return false;
  }
  registerSchemes(electron);
  const desktop = new Desktop(options);
  desktop.prepare();
  await electron.app.whenReady();
  await desktop.run();
  return true;
}
