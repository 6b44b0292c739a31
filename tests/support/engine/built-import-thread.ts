import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../../..');

/** The thread that reads files, built from the source as it stands; below node_modules, so that it finds its libraries. Remove it when done. */
export async function builtImportThread(): Promise<{ url: URL; remove(): void }> {
  const work = join(root, 'node_modules', '.earshot-build');
  mkdirSync(work, { recursive: true });
  const folder = mkdtempSync(join(work, 'thread-'));
  await build({
    root, configFile: false, logLevel: 'error',
    build: {
      ssr: join(root, 'electron/engine/importers/reading/import-thread.ts'), outDir: folder, emptyOutDir: false, target: 'node20',
      rolldownOptions: { output: { format: 'es', entryFileNames: 'import-thread.js' } },
    },
  });
  return { url: pathToFileURL(join(folder, 'import-thread.js')), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
