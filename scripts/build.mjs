// Builds everything into out/: Node side, preload, page, the list of the page's files, the sample project's sources.
// Nothing is downloaded. It builds beside out/ and swaps at the end, so that a running Earshot never sees half a build.
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, extname, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { takeBuildLock } from './build-lock.mjs';
import { isFresh, manifestFile, root } from './freshness.mjs';

const startedAt = Date.now();
const workFolder = join(root, 'node_modules', '.earshot-build');
const stage = join(workFolder, `stage-${process.pid}`);

const types = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.ico': 'image/x-icon', '.woff2': 'font/woff2', '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
};

async function filesBelow(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();
}

/** Bundles Node side, preload and page. */
async function bundle() {
  process.env.EARSHOT_BUILD_FOLDER = stage;
  const { build } = await import('electron-vite');
  await build({ root, configFile: join(root, 'electron.vite.config.ts'), logLevel: 'warn' });
  if (!existsSync(join(root, 'renderer', 'main.tsx'))) console.error('The page has no renderer/main.tsx yet; built without it.');
}

/** Lists the page's files: address, place, type, SHA-256. What is not listed is never served. */
async function writeManifest() {
  const page = join(stage, 'renderer');
  const paths = existsSync(page) ? await filesBelow(page) : [];
  const files = await Promise.all(paths.map(async (path) => {
    const type = types[extname(path)];
    if (type === undefined) throw new Error(`The page has a file of a kind without a MIME type here: ${path}`);
    const sha256 = createHash('sha256').update(await readFile(path)).digest('hex');
    const place = relative(page, path).split(sep).join('/');
    return { url: place === 'index.html' ? '/' : `/${place}`, file: `renderer/${place}`, type, sha256 };
  }));
  const manifest = join(stage, 'renderer-manifest.json');
  await writeFile(manifest, `${JSON.stringify({ files }, null, 1)}\n`);
  // The build counts as old as its beginning: what changed while it ran is newer than it.
  await utimes(manifest, startedAt / 1000, startedAt / 1000);
}

/** Writes the sample project's sources: the texts that its generator makes, and its recordings. */
async function writeSample() {
  const entry = join(root, 'resources', 'sample', 'generate.ts');
  if (!existsSync(entry)) {
    console.error('There is no resources/sample/generate.ts yet; built without the sample project.');
    return;
  }
  const { build } = await import('vite');
  const bundled = join(stage, 'sample-generator');
  await build({ root, configFile: false, logLevel: 'warn', ssr: { noExternal: true }, build: { ssr: entry, outDir: bundled, target: 'node20', rolldownOptions: { output: { format: 'es', entryFileNames: 'generate.mjs' } } } });
  const { generateSample } = await import(pathToFileURL(join(bundled, 'generate.mjs')).href);
  for (const { name, text } of generateSample()) {
    const path = join(stage, 'sample', name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  await rm(bundled, { recursive: true });
  const audio = join(root, 'resources', 'sample', 'audio');
  if (existsSync(audio)) await cp(audio, join(stage, 'sample', 'audio'), { recursive: true, filter: (path) => path === audio || path.endsWith('.mp3') });
}

async function swap() {
  const out = join(root, 'out');
  const old = join(workFolder, `old-${process.pid}`);
  if (existsSync(out)) await rename(out, old);
  await rename(stage, out);
  await rm(old, { recursive: true, force: true });
}

async function buildAll() {
  const unlock = await takeBuildLock(workFolder);
  try {
    await rm(stage, { recursive: true, force: true });
    await mkdir(stage, { recursive: true });
    await bundle();
    await writeManifest();
    await writeSample();
    await swap();
    console.error(`Built ${relative(root, dirname(manifestFile))}/ in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`);
  } finally {
    await rm(stage, { recursive: true, force: true });
    await unlock();
  }
}

// npm runs this at the end of an installation and before the first `npx earshot`. A failure there would leave npx with
// half a link for ever, and every command builds by itself when it has to: so it is told, and is no failure.
const isPrepare = process.argv.includes('--prepare');
if (!isPrepare) await buildAll();
else if (!isFresh()) await buildAll().catch((error) => console.error(`Not built yet: ${error.message}\nThe first command will try again.`));
