import type * as Electron from 'electron';
import { exportFileName } from '#hosts/files/export-shelf.ts';
import { EarshotError } from '#shared/errors.ts';
import type { ElectronApi } from './electron-api.ts';
import type { EngineProcess } from './engine-process.ts';
import { showMenu } from './menu.ts';
import { ShellAnswer } from './shell-requests.ts';
import type { ShellRequest } from './shell-requests.ts';

export type ShellContext = {
  readonly electron: ElectronApi;
  readonly engine: EngineProcess;
  readonly window: Electron.BrowserWindow;
  /** The project that this start was asked to open, once. */
  readonly takeOpenedProject: () => string | null;
};
type Value = Extract<ShellAnswer, { ok: true }>['value'];

async function pickFiles(what: 'files' | 'folder', { electron, engine, window }: ShellContext): Promise<Value> {
  const properties: Electron.OpenDialogOptions['properties'] = [what === 'files' ? 'openFile' : 'openDirectory', 'multiSelections'];
  const { canceled, filePaths } = await electron.dialog.showOpenDialog(window, { properties });
  return canceled ? [] : engine.choose(filePaths);
}

async function pickProject({ electron, engine, window }: ShellContext): Promise<Value> {
  const { canceled, filePaths } = await electron.dialog.showOpenDialog(window, {
    properties: ['openFile'], filters: [{ name: 'Earshot', extensions: ['earshot'] }],
  });
  const [path] = filePaths;
  if (canceled || path === undefined) return null;
  electron.app.addRecentDocument(path);
  return engine.addProject(path);
}

async function saveExport(request: Extract<ShellRequest, { name: 'saveExport' }>, { electron, engine, window }: ShellContext): Promise<Value> {
  const { canceled, filePath } = await electron.dialog.showSaveDialog(window, { defaultPath: exportFileName(request.fileName) });
  if (canceled || filePath === '') return false;
  await engine.saveExport(request.exportId, filePath);
  return true;
}

function valueOf(request: ShellRequest, context: ShellContext): Promise<Value> {
  switch (request.name) {
    case 'pickFiles': return pickFiles(request.what, context);
    case 'registerFiles': return context.engine.choose(request.paths);
    case 'pickProject': return pickProject(context);
    case 'saveExport': return saveExport(request, context);
    case 'takeOpenedProject': return Promise.resolve(context.takeOpenedProject());
    case 'setMenu': {
      showMenu(context.electron, { menus: request.menus, window: context.window });
      return Promise.resolve(null);
    }
  }
}

/** Does what the page asked for. A failure comes back as a code and a sentence, or as nothing more than that it failed. */
export async function answerShell(request: ShellRequest, context: ShellContext): Promise<ShellAnswer> {
  try {
    return ShellAnswer.parse({ ok: true, value: await valueOf(request, context) });
  } catch (error) {
    return error instanceof EarshotError
      ? { ok: false, code: error.code, message: error.message }
      : { ok: false, code: 'UNEXPECTED', message: 'This did not work. Nothing was changed.' };
  }
}
