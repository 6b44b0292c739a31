import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../../../shared/data');
const isPresent = existsSync(join(root, 'README.md'));

/** A real file outside of the repository. */
export function sharedPath(...parts: string[]): string {
  return join(root, ...parts);
}

/** Tests on real files; where those are absent, one test says that it was skipped and why. */
export function describeShared(name: string, suite: () => void): void {
  if (isPresent) describe(name, suite);
  else describe(name, () => test('needs real files', ({ skip }) => skip('../shared/data is not beside this repository')));
}
