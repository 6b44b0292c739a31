import { defineConfig } from 'vitest/config';

/** Measure the memory of their whole process, so that nothing else may have run in it. */
const alone = ['tests/unit/importers-tables/large-table.test.ts'];

export default defineConfig({
  test: {
    globalSetup: ['tests/support/sample-folder.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        // One load of the engine for all files of a worker: with a process for each file, loading took a quarter of the time.
        test: { name: 'together', isolate: false, include: ['tests/{unit,contract,migrations,rooms,durability,security,conformance,bench}/**/*.test.ts'], exclude: alone },
      },
      { extends: true, test: { name: 'alone', include: alone } },
    ],
  },
});
