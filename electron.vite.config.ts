import { existsSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// scripts/build.mjs builds beside `out` and puts the whole in its place, so that nobody ever runs half a build.
const out = process.env['EARSHOT_BUILD_FOLDER'] ?? 'out';
const root = import.meta.dirname;

export default defineConfig({
  // Node side: the same files run in Electron and in plain Node 20. npm dependencies stay in node_modules.
  main: {
    build: {
      outDir: join(out, 'main'),
      target: 'node20',
      rolldownOptions: {
        input: {
          index: join(root, 'electron/main/index.ts'),
          'desktop-host': join(root, 'electron/hosts/desktop.ts'),
          'web-start': join(root, 'electron/hosts/web-start.ts'),
          cli: join(root, 'electron/hosts/cli/index.ts'),
          'import-thread': join(root, 'electron/engine/importers/reading/import-thread.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  // A sandboxed preload cannot be an ES module and cannot load a second file.
  preload: {
    build: {
      outDir: join(out, 'preload'),
      target: 'node20',
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: join(root, 'electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  ...(existsSync(join(root, 'renderer/main.tsx')) && {
    renderer: {
      root: join(root, 'renderer'),
      base: '/',
      plugins: [react()],
      build: {
        outDir: join(out, 'renderer'),
        target: 'chrome120',
        minify: true,
        // Inlined files would be data: addresses, which the page's policy allows for pictures only.
        assetsInlineLimit: 0,
        emptyOutDir: true,
        rolldownOptions: {
          input: join(root, 'renderer/index.html'),
          // zod tries whether it may compile code, which the page's policy forbids and reports; every file says beforehand that it may not.
          output: { banner: '(globalThis.__zod_globalConfig ??= {}).jitless = true;' },
        },
      },
    },
  }),
});
