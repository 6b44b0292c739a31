import type { ClientLink } from '@orpc/client';
import { createDesktopShell } from './desktop-shell.ts';
import { createWebShell } from './web-shell.ts';

/** A file or folder that the person chose, as the engine knows it: never a path. `size` is in bytes. */
export type FileHandle = { readonly id: string; readonly name: string; readonly size: number };

/** Bytes handed over so far, of all that was chosen. */
export type HandOverProgress = (sent: number, total: number) => void;

/** A menu for the system's menu bar: groups stand between separators, `accelerator` is in Electron's spelling (`CommandOrControl+O`). */
export type MenuBranch = {
  readonly id: string;
  readonly label: string;
  readonly groups: readonly (readonly { id: string; label: string; accelerator: string | null; isEnabled: boolean }[])[];
};

/** One open pipe to the engine. `closed` resolves when it is gone, for whatever reason. */
export type EnginePipe = { readonly link: ClientLink<Record<never, never>>; readonly closed: Promise<void>; close(): void };

/** What the page may ask of the program around it. Both hosts offer the same; the desktop does it with dialogs, the web host by HTTP. */
export interface Shell {
  readonly host: 'desktop' | 'web';
  readonly platform: 'mac' | 'windows' | 'linux';
  /** True where a project file anywhere on the disk can be picked; elsewhere projects come from one folder. */
  readonly canPickProject: boolean;
  /** Asks the person for files, or for one folder. Must be called from a click or key press. Empty when cancelled. */
  pickFiles(what: 'files' | 'folder', onProgress?: HandOverProgress): Promise<FileHandle[]>;
  /** Takes over what was dropped: one handle per file, one per folder. Call it inside the drop event. */
  registerDrop(drop: DataTransfer, onProgress?: HandOverProgress): Promise<FileHandle[]>;
  /** Takes over files from an input or the clipboard. */
  registerFiles(files: readonly File[], onProgress?: HandOverProgress): Promise<FileHandle[]>;
  /** Asks for a project file and answers its id for `project.open`; null when cancelled or not offered. */
  pickProject(): Promise<string | null>;
  /** Saves what an export procedure wrote. @returns false when the person cancelled. */
  saveExport(exported: { exportId: string; name: string }): Promise<boolean>;
  /** The address that an `<audio>` element plays. */
  mediaUrl(mediaId: string): string;
  /** Calls the listener with the command id of every native menu item chosen. @returns the way to stop. */
  onMenuCommand(listener: (commandId: string) => void): () => void;
  /** Shows these menus in the system's menu bar; the web host has none. */
  setMenu(menus: readonly MenuBranch[]): void;
  /** Calls the listener with the id of every project that the system asks to open (double click, second start). @returns the way to stop. */
  onOpenProject(listener: (projectId: string) => void): () => void;
  /** Opens a new pipe to the engine. @throws when the engine cannot be reached */
  openPipe(): Promise<EnginePipe>;
}

/** The shell of the host that this page runs in. */
export function createShell(): Shell {
  return window.earshot === undefined ? createWebShell() : createDesktopShell(window.earshot);
}
