import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, normalize, sep } from 'node:path';
import type { Files } from '#engine/files.ts';
import type { SourceFile } from '#engine/importers/importer.ts';
import { EarshotError } from '#shared/errors.ts';
import { audioType } from './audio-type.ts';
import { ChosenFiles } from './files/chosen-files.ts';
import type { ChosenHandle } from './files/chosen-files.ts';
import { diskFile, fileSize } from './files/disk-file.ts';
import { createExportShelf } from './files/export-shelf.ts';
import type { ExportShelf } from './files/export-shelf.ts';
import { walkFolder } from './files/folder-walk.ts';
import type { FoundFile } from './files/folder-walk.ts';
import type { ProjectShelf } from './files/project-shelf.ts';

export type LocalFilesOptions = {
  readonly shelf: ProjectShelf;
  /** The sample project's sources; null when they were not built. */
  readonly sampleFolder: string | null;
  /** The host's own folder for uploads and exports that wait; it goes with the host. */
  readonly spoolFolder: string;
};

/** The engine's port to this computer's disk, with what only hosts may do besides. */
export interface LocalFiles extends Files {
  readonly shelf: ProjectShelf;
  readonly exports: ExportShelf;
  /** Lends the engine a file or folder that the person chose. @throws EarshotError FILE_NOT_FOUND */
  choose(path: string): Promise<ChosenHandle>;
  /** Lends the engine a file that the host received into its spool, as part of `handleId` if given. */
  chooseStored(file: FoundFile, handleId?: string): ChosenHandle;
  /** The path of a recording that the engine knows by this reference, or null when it is none or not there. */
  recordingPath(reference: string): Promise<{ path: string; size: number } | null>;
  /** Removes the spool. */
  close(): Promise<void>;
}

/** References to the sample's own recordings name no path: the program may lie elsewhere at the next start. */
const samplePrefix = 'sample:';

function samplePath(folder: string | null, reference: string): string | null {
  if (folder === null) return null;
  const path = normalize(join(folder, reference.slice(samplePrefix.length)));
  return path.startsWith(folder + sep) ? path : null;
}

/** Files of this computer for an engine in a desktop, web or command-line host. */
export function createLocalFiles(options: LocalFilesOptions): LocalFiles {
  const { shelf, sampleFolder, spoolFolder } = options;
  const chosen = new ChosenFiles();
  const exports = createExportShelf(join(spoolFolder, 'exports'));

  function pathOfReference(reference: string): string | null {
    if (reference.startsWith(samplePrefix)) return samplePath(sampleFolder, reference);
    return isAbsolute(reference) ? reference : null;
  }

  /** A spooled recording moves beside the project, because the project will refer to it for as long as it lives. */
  async function settle(handleId: string, file: FoundFile): Promise<FoundFile> {
    const project = shelf.currentPath();
    const isSpooled = file.path.startsWith(spoolFolder + sep);
    if (!isSpooled || project === null || audioType(file.name) === null) return file;
    const home = join(`${project}-media`, basename(dirname(file.path)));
    const path = join(home, basename(file.path));
    await mkdir(home, { recursive: true, mode: 0o700 });
    await rename(file.path, path);
    chosen.moved(handleId, file.path, path);
    return { ...file, path };
  }

  async function sample(): Promise<SourceFile[]> {
    if (sampleFolder === null) throw new EarshotError('NOT_AVAILABLE', 'This copy of Earshot was built without the sample project.');
    const files = await walkFolder(sampleFolder);
    return files.map((file) => {
      const name = file.name.slice(file.name.indexOf('/') + 1);
      return diskFile({ ...file, name, reference: samplePrefix + name });
    });
  }

  /** The project's own copies go; what the person keeps elsewhere stays, and so does the sample of the program. */
  async function purge(references: readonly string[]): Promise<{ removed: number; left: string[] }> {
    const project = shelf.currentPath();
    const home = project === null ? null : `${project}-media${sep}`;
    let removed = 0;
    const left: string[] = [];
    for (const reference of references) {
      const path = pathOfReference(reference);
      const isOwn = home !== null && path !== null && normalize(path).startsWith(home);
      if (isOwn) {
        await rm(path, { force: true });
        removed += 1;
      } else if (path !== null && await fileSize(path) !== null) left.push(basename(path));
    }
    for (const name of await readdir(spoolFolder).catch(() => [])) await rm(join(spoolFolder, name), { recursive: true, force: true });
    return { removed, left };
  }

  return {
    shelf, exports, sample, purge,
    projects: shelf.projects,
    openExport: (name) => exports.open(name),
    choose: (path) => chosen.addPath(path),
    chooseStored: (file, handleId) => chosen.addStored(file, handleId),
    async chosen(fileId) {
      const files: SourceFile[] = [];
      for (const file of chosen.find(fileId)) files.push(diskFile(await settle(fileId, file)));
      return files;
    },
    async referenced(reference) {
      const path = pathOfReference(reference);
      const size = path === null ? null : await fileSize(path);
      return path === null || size === null ? null : diskFile({ path, name: basename(path), size, reference });
    },
    async recordingPath(reference) {
      const path = pathOfReference(reference);
      if (path === null || audioType(path) === null) return null;
      const found = await stat(path).catch(() => null);
      return found?.isFile() === true ? { path, size: found.size } : null;
    },
    close: () => rm(spoolFolder, { recursive: true, force: true }),
  };
}
