import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const browser = process.env['EARSHOT_BROWSER'] ?? '/usr/bin/chromium';
/** Written by Electron's own installer; without it there is no program to start. */
const hasElectron = existsSync('node_modules/electron/path.txt');

if (!hasElectron) console.log('Project "desktop": not run, the Electron program is not on this machine.');

export default defineConfig({
  testDir: 'tests/e2e',
  timeout: 180_000,
  expect: { timeout: 30_000 },
  fullyParallel: false,
  // Each test has a host, a folder and a browser page of its own, and most of its time is waiting.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  outputDir: 'test-results',
  use: {
    viewport: { width: 1440, height: 900 },
    trace: 'off',
    launchOptions: {
      executablePath: browser,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--autoplay-policy=no-user-gesture-required'],
    },
  },
  projects: [{ name: 'browser' }, ...(hasElectron ? [{ name: 'desktop' }] : [])],
});
