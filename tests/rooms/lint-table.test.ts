import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');

// The wrong files lie under the rooms' own folder names in a scratch checkout, so that the table judges them as it judges the real ones.
const scratch = mkdtempSync(join(tmpdir(), 'earshot-rooms-'));
cpSync(join(root, 'tests/rooms/wrong'), scratch, { recursive: true });
const table = JSON.parse(readFileSync(join(root, '.oxlintrc.json'), 'utf8')) as { ignorePatterns: string[] };
writeFileSync(join(scratch, '.oxlintrc.json'), JSON.stringify({ ...table, ignorePatterns: [] }));
symlinkSync(join(root, 'node_modules'), join(scratch, 'node_modules'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

async function lint(file: string): Promise<string> {
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
  return run(process.execPath, [oxlint, '-f', 'json', file], { cwd: scratch }).then((ok) => ok.stdout, (error: { stdout: string }) => error.stdout);
}

describe('the lint table refuses a wrong import in every room', () => {
  test.each([
    ['shared/reads-a-file.ts', 'shared/ runs anywhere'],
    ['electron/engine/opens-a-port.ts', 'The engine knows no window, socket or program'],
    ['electron/engine/knows-the-database.ts', 'Only store/sql-js.ts knows sql.js'],
    ['electron/hosts/imports-electron.ts', 'Hosts run without Electron'],
    ['electron/main/runs-the-engine.ts', 'The main process is a frame'],
    ['electron/preload/reads-a-file.ts', 'The preload is sandboxed'],
    ['renderer/imports-the-engine.ts', 'The page reaches the engine only through the contract client'],
  ])('%s', async (file, message) => {
    expect(await lint(file)).toContain(message);
  });
});
