// Runs everything that proves Earshot: types, lint, tests by kind, then the app in a real browser. Ends with every figure that a proof
// gave, what was not run and why, and one line of totals.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';
import { desktopNotRun } from './desktop-checks.mjs';
import { findOrInstallBrowser } from './find-browser.mjs';

const require = createRequire(import.meta.url);
const isLong = process.argv.includes('--long');
const scratch = mkdtempSync(join(tmpdir(), 'earshot-test-'));
const totals = { passed: 0, failed: 0, skipped: 0 };
const figuresFile = join(scratch, 'figures.jsonl');
const env = { ...process.env, EARSHOT_FIGURES: figuresFile, ...(isLong ? { EARSHOT_LONG: '1' } : {}) };

function bin(name, file) {
  return join(dirname(require.resolve(`${name}/package.json`)), file);
}

function run(title, args, extraEnv = {}) {
  const startedAt = Date.now();
  console.log(`\n== ${title}`);
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...env, ...extraEnv } });
  console.log(`== ${title}: ${status === 0 ? 'ok' : 'failed'} in ${Math.round((Date.now() - startedAt) / 1000)} s`);
  return status === 0;
}

/** A check without counts of its own counts as one. */
function one(title, args) {
  totals[run(title, args) ? 'passed' : 'failed'] += 1;
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function vitest() {
  const file = join(scratch, 'vitest.json');
  const ok = run('tests', [bin('vitest', 'vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  const result = readJson(file);
  totals.passed += result?.numPassedTests ?? 0;
  totals.failed += result?.numFailedTests ?? 0;
  totals.skipped += (result?.numPendingTests ?? 0) + (result?.numTodoTests ?? 0);
  // A file that cannot even be loaded has no test that failed.
  if (!ok && (result?.numFailedTests ?? 0) === 0) totals.failed += 1;
}

function playwright() {
  const browser = findOrInstallBrowser();
  if (!browser) {
    console.log('\n== end to end: no Chromium, Chrome or Edge on this machine, and none could be installed');
    totals.failed += 1;
    return;
  }
  console.log(`\nBrowser: ${browser}`);
  const file = join(scratch, 'playwright.json');
  const ok = run('end to end', [bin('@playwright/test', 'cli.js'), 'test', '--reporter=list,json'], { EARSHOT_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file });
  const stats = readJson(file)?.stats;
  totals.passed += (stats?.expected ?? 0) + (stats?.flaky ?? 0);
  totals.failed += stats?.unexpected ?? 0;
  totals.skipped += stats?.skipped ?? 0;
  if (!ok && (stats?.unexpected ?? 0) === 0) totals.failed += 1;
}

/** Every figure that a proof gave, in the order of their ids, and what could not be run here. */
function printFigures() {
  const lines = (existsSync(figuresFile) ? readFileSync(figuresFile, 'utf8') : '').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line));
  const byId = lines.toSorted((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
  console.log(`\n== figures${isLong ? '' : ' of the short forms; npm run test:long gives those of the long ones'}`);
  for (const { id, words } of byId) console.log(`${id}: ${words}`);
  console.log('\n== not run');
  for (const line of desktopNotRun()) console.log(line);
}

one('build', [fileURLToPath(new URL('./build.mjs', import.meta.url))]);
one('types', [fileURLToPath(new URL('./types.mjs', import.meta.url))]);
one('lint', [bin('oxlint', 'bin/oxlint'), '--type-aware', '--deny-warnings']);
vitest();
playwright();
printFigures();
rmSync(scratch, { recursive: true, force: true });
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = totals.failed === 0 ? 0 : 1;
