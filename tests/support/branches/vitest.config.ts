import { defineConfig } from 'vitest/config';

/** The tests that take the branches which scripts/coverage.mjs counts; what measures time or memory is left out, as counting slows it down. */
export default defineConfig({
  test: {
    globalSetup: ['tests/support/sample-folder.ts'],
    setupFiles: ['tests/support/branches/count-branches.ts'],
    include: ['tests/{unit/importers-*,unit/audio,unit/codebook,unit/engine,unit/privacy,contract,migrations,durability,security,conformance}/**/*.test.ts'],
    exclude: ['tests/unit/importers-tables/large-table.test.ts', 'tests/durability/{soak,kill}.test.ts', 'tests/security/{bombs,no-network}.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    pool: 'forks',
    maxWorkers: 2,
    isolate: false,
  },
});
