import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The list of the page's files that the build writes; its place marks the folder of everything that was built. */
export const manifestName = 'renderer-manifest.json';

/** The folder that the build filled (`out`), looked for upwards from this file, because bundling moves code about. */
function findBuiltFolder(): string | null {
  let at = import.meta.dirname;
  for (;;) {
    if (existsSync(join(at, manifestName))) return at;
    if (existsSync(join(at, 'out', manifestName))) return join(at, 'out');
    const parent = dirname(at);
    if (parent === at) return null;
    at = parent;
  }
}

/** The folder of everything that was built. @throws Error when nothing was */
export function builtFolder(): string {
  const folder = findBuiltFolder();
  if (folder === null) throw new Error('Earshot has not been built here. Run "npm run build" first.');
  return folder;
}

/** Where the sample project's sources lie; null if they were not built. */
export function sampleFolder(): string | null {
  const built = findBuiltFolder();
  const folder = built === null ? null : join(built, 'sample');
  return folder !== null && existsSync(folder) ? folder : null;
}

/**
 * The thread that reads files for imports, built beside the host's own code; null where the host itself runs from source,
 * since a built thread could then be older than the rest.
 */
export function importThread(): URL | null {
  const folder = import.meta.dirname;
  const path = [join(folder, 'import-thread.js'), join(dirname(folder), 'import-thread.js')].find((candidate) => existsSync(candidate));
  return path === undefined ? null : pathToFileURL(path);
}
