import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..', '..', '..');

/**
 * Bundles a TypeScript file for a child process of plain Node, which knows neither types nor file names with `.ts`.
 * It goes below node_modules, so that the bundle finds the libraries there. @returns the path of the bundle
 */
export async function bundleForNode(entry: string, name: string): Promise<string> {
  const outDir = join(root, 'node_modules', '.cache', 'earshot-tests', `${name}-${process.pid}`);
  mkdirSync(outDir, { recursive: true });
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: true,
      minify: false,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: `${name}.mjs`, format: 'es' } },
    },
  });
  return join(outDir, `${name}.mjs`);
}
