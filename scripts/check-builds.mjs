// Builds twice from nothing and compares the pages (reliability.md E-25). Use: node scripts/check-builds.mjs. Ends with 1 where they differ.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Each file of the page with the hash of its bytes. */
function pageOf(folder) {
  const page = join(folder, 'renderer');
  const files = readdirSync(page, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.toSorted().map((path) => [relative(page, path), createHash('sha256').update(readFileSync(path)).digest('hex')]));
}

/** One build in a process and a folder of its own, so that the first leaves the second nothing. */
function build() {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-build-'));
  try {
    const script = `const { build } = await import('electron-vite'); await build({ root: ${JSON.stringify(root)}, configFile: ${JSON.stringify(join(root, 'electron.vite.config.ts'))}, logLevel: 'error' });`;
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root, encoding: 'utf8', env: { ...process.env, EARSHOT_BUILD_FOLDER: folder } });
    if (status !== 0) throw new Error(`The build failed: ${stderr}`);
    return pageOf(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [first, second] = [build(), build()];
const names = [...new Set([...first.keys(), ...second.keys()])];
const other = names.filter((name) => first.get(name) !== second.get(name));
for (const name of other) console.log(`differs: ${name}`);
const whole = createHash('sha256').update(JSON.stringify([...first])).digest('hex');
console.log(`${names.length} files of the page, ${names.length - other.length} alike in two builds; together ${whole}`);
process.exitCode = other.length === 0 && names.length > 0 ? 0 : 1;
