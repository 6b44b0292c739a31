import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,contract,migrations,rooms,durability,security,conformance,bench}/**/*.test.ts'],
    globalSetup: ['tests/support/sample-folder.ts'],
    testTimeout: 20_000,
    pool: 'forks',
    maxWorkers: 2,
    reporters: process.env['CI'] ? ['default'] : ['default'],
  },
});
