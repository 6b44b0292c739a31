// npm start: the desktop app where Electron's runtime is installed, else the same app in a browser window.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, root } from './freshness.mjs';

/** The runtime's program file, or null. Asking the package itself would start a download. */
function electronProgram() {
  const home = join(root, 'node_modules', 'electron');
  const pathFile = join(home, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const program = join(home, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(program) ? program : null;
}

ensureBuilt();
const program = electronProgram();
if (program === null) {
  console.log('The Electron runtime is not installed (node_modules/electron/dist is missing), so Earshot opens in the browser.');
  await import('../out/main/web-start.js');
} else {
  const app = spawn(program, [root, ...process.argv.slice(2)], { stdio: 'inherit' });
  app.once('exit', (code) => { process.exitCode = code ?? 1; });
}
