// The only file that imports `electron` at run time; everything else gets it handed in.
import * as electron from 'electron';
import { join } from 'node:path';
import { builtFolder } from '#hosts/built-files.ts';
import { loadRendererManifest } from '#hosts/renderer-manifest.ts';
import { startDesktop } from './start.ts';

const out = builtFolder();
void startDesktop({
  electron,
  manifest: loadRendererManifest(),
  preloadPath: join(out, 'preload', 'index.cjs'),
  hostPath: join(out, 'main', 'desktop-host.js'),
  argv: process.argv,
  workingFolder: process.cwd(),
});
