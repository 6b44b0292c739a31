import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';

export type FoundFile = { readonly path: string; readonly name: string; readonly size: number };

/** What operating systems leave in folders; nobody means to import it. */
const clutter = new Set(['Thumbs.db', 'desktop.ini', '__MACOSX']);
const maxDepth = 32;
const parallelStats = 64;

async function statAll(paths: readonly { path: string; name: string }[]): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  for (let at = 0; at < paths.length; at += parallelStats) {
    const group = await Promise.all(paths.slice(at, at + parallelStats).map(async ({ path, name }) => {
      const seen = await stat(path).catch(() => null);
      return seen?.isFile() === true ? [{ path, name, size: seen.size }] : [];
    }));
    found.push(...group.flat());
  }
  return found;
}

/** True when a link leads to something inside `root`; anything else stays out, whatever the folder says. */
async function staysInside(path: string, root: string): Promise<boolean> {
  const target = await realpath(path).catch(() => null);
  return target !== null && target.startsWith(root + sep);
}

/**
 * The files of a folder and its folders, by name. Hidden files and clutter are left out, links to folders are not
 * followed, links to files only when they stay inside. Names begin with the folder's own, as a browser gives them.
 */
export async function walkFolder(folder: string): Promise<FoundFile[]> {
  const root = await realpath(folder);
  const files: { path: string; name: string }[] = [];
  async function visit(path: string, name: string, depth: number): Promise<void> {
    const entries = await readdir(path, { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (entry.name.startsWith('.') || clutter.has(entry.name)) continue;
      const child = { path: join(path, entry.name), name: `${name}/${entry.name}` };
      if (entry.isDirectory() && depth < maxDepth) await visit(child.path, child.name, depth + 1);
      else if (entry.isFile() || (entry.isSymbolicLink() && await staysInside(child.path, root))) files.push(child);
    }
  }
  await visit(root, basename(root), 0);
  return statAll(files);
}
