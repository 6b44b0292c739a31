import { createHash } from 'node:crypto';
import { access, mkdir, readdir, readFile, realpath, rename, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { Files } from '#engine/files.ts';
import { EarshotError } from '#shared/errors.ts';
import { forbiddenInNames } from './file-name.ts';

export const projectExtension = '.earshot';

/** The projects that a host can open: those of one folder, and those that the person pointed at. */
export interface ProjectShelf {
  readonly projects: Files['projects'];
  /** Puts a project file that the person picked on the shelf. @returns its id */
  add(path: string): Promise<string>;
  /** Where the project that was opened or created last lies, or null. */
  currentPath(): string | null;
}

export type ProjectShelfOptions = {
  /** Where new projects are made, and whose projects are listed. */
  readonly folder: string;
  /** Where the list of projects elsewhere on the disk is kept; none is kept when absent. */
  readonly listFile?: string;
};

const maxRemembered = 50;
// The names that Windows keeps for devices, with any extension.
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** The project's name as a file name without its extension. @throws EarshotError REFUSED when it is none on some system */
export function projectFileName(name: string): string {
  const stem = name.trim().replace(/\.earshot$/i, '');
  const isFit = stem.length > 0 && stem.length <= 100 && !forbiddenInNames.test(stem) && !deviceName.test(stem)
    && !stem.startsWith('.') && !/[. ]$/.test(stem);
  if (!isFit) throw new EarshotError('REFUSED', `“${name}” cannot be the name of a file. Choose letters, digits, spaces or dashes.`);
  return stem;
}

function idOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(() => true, () => false);
}

async function changedAt(path: string): Promise<number> {
  return stat(path).then(({ mtimeMs }) => mtimeMs, () => 0);
}

/** Project files that really lie in the folder; a link that leads elsewhere is not one of them. */
async function projectsIn(folder: string): Promise<string[]> {
  const root = await realpath(folder).catch(() => null);
  if (root === null) return [];
  const entries = await readdir(root, { withFileTypes: true });
  const files = entries.filter((entry) => entry.name.endsWith(projectExtension) && !entry.name.startsWith('.') && !entry.isDirectory());
  const kept = await Promise.all(files.map(async (entry) => {
    const path = join(root, entry.name);
    const target = await realpath(path).catch(() => '');
    return target.startsWith(root + sep) ? [path] : [];
  }));
  return kept.flat();
}

async function readList(listFile: string | undefined): Promise<string[]> {
  if (listFile === undefined) return [];
  const text = await readFile(listFile, 'utf8').catch(() => '[]');
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.filter((path): path is string => typeof path === 'string').slice(0, maxRemembered) : [];
  } catch {
    return [];
  }
}

/** A shelf over a folder and, if asked, a list of projects elsewhere; the one used last comes first. */
export function createProjectShelf({ folder, listFile }: ProjectShelfOptions): ProjectShelf {
  const remembered: Promise<string[]> = readList(listFile);
  let current: string | null = null;

  async function remember(path: string): Promise<void> {
    current = path;
    const list = await remembered;
    const others = list.filter((known) => known !== path);
    list.splice(0, list.length, ...[path, ...others].slice(0, maxRemembered));
    if (listFile === undefined) return;
    await mkdir(dirname(listFile), { recursive: true });
    await writeFile(`${listFile}.new`, JSON.stringify(list), { mode: 0o600 });
    await rename(`${listFile}.new`, listFile);
  }

  async function paths(): Promise<string[]> {
    const listed = await remembered;
    const here = (await projectsIn(folder)).filter((path) => !listed.includes(path));
    const dated = await Promise.all(here.map(async (path) => ({ path, at: await changedAt(path) })));
    return [...listed, ...dated.sort((a, b) => b.at - a.at).map(({ path }) => path)];
  }

  async function pathOf(id: string): Promise<string> {
    const path = (await paths()).find((known) => idOf(known) === id);
    if (path === undefined || !(await exists(path))) {
      throw new EarshotError('PROJECT_NOT_FOUND', 'This project is not where it was. Look for the file and open it from there.');
    }
    await remember(path);
    return path;
  }

  async function create(name: string): Promise<{ id: string; path: string }> {
    const stem = projectFileName(name);
    await mkdir(folder, { recursive: true });
    const path = join(await realpath(folder), stem + projectExtension);
    if (await exists(path)) {
      throw new EarshotError('PROJECT_EXISTS', `There is a project called “${stem}” already. Choose another name, or open that one.`);
    }
    await remember(path);
    return { id: idOf(path), path };
  }

  return {
    projects: {
      list: async () => Promise.all((await paths()).map(async (path) => ({
        id: idOf(path), name: basename(path, projectExtension), isPresent: await exists(path),
      }))),
      pathOf, create,
    },
    add: async (path) => {
      const real = await realpath(resolve(path)).catch(() => {
        throw new EarshotError('PROJECT_NOT_FOUND', `There is no project at “${basename(path)}”.`);
      });
      const list = await remembered;
      if (!list.includes(real)) list.push(real);
      return idOf(real);
    },
    currentPath: () => current,
  };
}
