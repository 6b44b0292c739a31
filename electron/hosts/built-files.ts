import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The list of the page's files that the build writes; its place marks the folder of everything that was built. */
export const manifestName = 'renderer-manifest.json';

/**
 * The folder that the build filled (`out`), looked for upwards from this file, because bundling moves code about.
 * @throws Error when nothing was built
 */
export function builtFolder(): string {
  let at = import.meta.dirname;
  for (;;) {
    if (existsSync(join(at, manifestName))) return at;
    if (existsSync(join(at, 'out', manifestName))) return join(at, 'out');
    const parent = dirname(at);
    if (parent === at) throw new Error('Earshot has not been built here. Run "npm run build" first.');
    at = parent;
  }
}

/** Where the sample project's sources lie; absent if they were not built. */
export function sampleFolder(): string | null {
  const folder = join(builtFolder(), 'sample');
  return existsSync(folder) ? folder : null;
}
