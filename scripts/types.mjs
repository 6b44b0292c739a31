// Type-checks every room with only the globals it may have.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');
const rooms = ['shared', 'engine', 'hosts', 'preload', 'renderer', 'tests'];

let failed = 0;
for (const room of rooms) {
  const { status } = spawnSync(process.execPath, [tsc, '-p', `tsconfig.${room}.json`], { stdio: 'inherit' });
  console.log(`types ${room}: ${status === 0 ? 'ok' : 'failed'}`);
  if (status !== 0) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;
