// Type-checks every room with only the globals it may have; two rooms at a time, the longest first.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');
const waiting = ['tests', 'renderer', 'engine', 'hosts', 'shared', 'preload'];
const atOnce = 2;

/** Checks one room. What it says is printed when it is done, so that two rooms do not talk at once. */
function check(room) {
  return new Promise((done) => {
    const compiler = spawn(process.execPath, [tsc, '-p', `tsconfig.${room}.json`], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    compiler.stdout.on('data', (piece) => { said += piece; });
    compiler.once('close', (status) => {
      process.stdout.write(`${said}types ${room}: ${status === 0 ? 'ok' : 'failed'}\n`);
      done(status === 0);
    });
  });
}

async function checkInTurn() {
  let isGood = true;
  for (let room = waiting.shift(); room !== undefined; room = waiting.shift()) isGood = await check(room) && isGood;
  return isGood;
}

const results = await Promise.all(Array.from({ length: atOnce }, checkInTurn));
process.exitCode = results.every(Boolean) ? 0 : 1;
