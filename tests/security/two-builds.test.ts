import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { figure } from '#tests/support/figure.ts';
import { isLong } from '#tests/support/store/effort.ts';

if (!isLong) console.log('E-25: two builds are compared in the long form only (EARSHOT_LONG=1), or by node scripts/check-builds.mjs.');

test.skipIf(!isLong)('E-25: two builds from nothing give the same page, file by file', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, '../../scripts/check-builds.mjs')], { encoding: 'utf8' });
  expect(status, stdout + stderr).toBe(0);
  figure('E-25', stdout.trim().split('\n').at(-1) ?? '');
}, 600_000);
