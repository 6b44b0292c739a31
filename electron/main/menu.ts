import type * as Electron from 'electron';
import type { ElectronApi } from './electron-api.ts';
import type { MenuBranch } from './shell-requests.ts';

type Item = Electron.MenuItemConstructorOptions;
export type MenuContext = { readonly menus: readonly MenuBranch[]; readonly window: Electron.BrowserWindow; readonly platform?: NodeJS.Platform };

const separator: Item = { type: 'separator' };

/** What the system does itself, after the page's own items of that menu. */
const systemItems: Record<string, readonly Item[]> = {
  file: [{ role: 'close' }],
  edit: [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }],
  view: [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, separator, { role: 'togglefullscreen' }],
};

/** The menus before the page has sent its own. */
const emptyMenus: readonly MenuBranch[] = [
  { id: 'file', label: 'File', groups: [] }, { id: 'edit', label: 'Edit', groups: [] }, { id: 'view', label: 'View', groups: [] },
];

function branchItem(branch: MenuBranch, { window, platform }: MenuContext): Item {
  const groups: Item[][] = branch.groups.map((group) => group.map(({ id, label, accelerator, isEnabled }) => ({
    id, label, enabled: isEnabled,
    // The page listens to the keys itself; the menu only shows them.
    ...(accelerator === null ? {} : { accelerator, registerAccelerator: false }),
    click: () => window.webContents.send('menu-command', id),
  })));
  groups.push([...(systemItems[branch.id] ?? [])]);
  if (branch.id === 'file' && platform !== 'darwin') groups.push([{ role: 'quit' }]);
  const filled = groups.filter((group) => group.length > 0);
  return { label: branch.label, submenu: filled.flatMap((group, index) => (index === 0 ? group : [separator, ...group])) };
}

/** The whole menu bar as data: the page's menus, the system's items in them, on macOS the app and window menus. */
export function menuTemplate(context: MenuContext): Item[] {
  const { platform = process.platform } = context;
  const menus = context.menus.length > 0 ? context.menus : emptyMenus;
  const branches = menus.map((branch) => branchItem(branch, { ...context, platform }));
  if (platform !== 'darwin') return branches;
  const help = branches.splice(menus.findIndex(({ id }) => id === 'help') >>> 0, 1);
  return [{ role: 'appMenu' }, ...branches, { role: 'windowMenu' }, ...help];
}

/** Puts the menu bar up. */
export function showMenu(electron: ElectronApi, context: MenuContext): void {
  electron.Menu.setApplicationMenu(electron.Menu.buildFromTemplate(menuTemplate(context)));
}
