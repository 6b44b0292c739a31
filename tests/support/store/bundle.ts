import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..', '..', '..');

// sql.js is CommonJS and asks where it lies.
const banner = 'const __dirname = import.meta.dirname; const __filename = import.meta.filename;';

export type Bundle = { readonly path: string; readonly wasmPath: string; remove(): void };

/**
 * Bundles a TypeScript file, libraries included, for a child process of plain Node, which knows neither types nor file
 * names with `.ts`. The child must be told where the wasm lies, for it has no node_modules.
 */
export async function bundleForNode(entry: string): Promise<Bundle> {
  const outDir = mkdtempSync(join(tmpdir(), 'earshot-bundle-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { ssr: entry, outDir, emptyOutDir: true, minify: false, target: 'node20', rollupOptions: { output: { entryFileNames: 'child.mjs', format: 'es', banner } } },
  });
  return {
    path: join(outDir, 'child.mjs'),
    wasmPath: createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm'),
    remove: () => rmSync(outDir, { recursive: true, force: true }),
  };
}
