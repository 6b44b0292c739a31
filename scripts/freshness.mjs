// Is out/ there, and newer than everything it was made of? If not, it is built before anything runs.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const root = dirname(import.meta.dirname);
/** Written by the build; its time is the time at which that build began. */
export const manifestFile = join(root, 'out', 'renderer-manifest.json');

const sources = ['shared', 'electron', 'renderer', 'resources', 'scripts/build.mjs', 'electron.vite.config.ts', 'package.json'];

function newestBelow(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestBelow(join(path, name))), found.mtimeMs);
}

/** True when nothing has to be built. */
export function isFresh() {
  const built = statSync(manifestFile, { throwIfNoEntry: false });
  // A copy without sources (an installed package) runs what it was shipped with.
  if (!existsSync(join(root, 'electron'))) return true;
  return built !== undefined && sources.every((source) => newestBelow(join(root, source)) <= built.mtimeMs);
}

/** Builds when needed; everything that the build says goes to standard error. Ends the process when it fails. */
export function ensureBuilt() {
  if (isFresh()) return;
  const build = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs')], { cwd: root, stdio: ['ignore', 2, 2] });
  if (build.status === 0) return;
  console.error('Earshot could not be built. The lines above say why.');
  process.exit(2);
}
