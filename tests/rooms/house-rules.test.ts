import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).split('\n').filter((file) => file !== '');
const sources = tracked.filter((file) => /^(shared|electron|renderer|tests|resources)\/.*\.(ts|tsx)$/.test(file) && !file.startsWith('tests/rooms/wrong/'));
const text = (file: string) => readFileSync(join(root, file), 'utf8');

describe('house rules', () => {
  test('no file name says nothing', () => {
    expect(sources.filter((file) => /\/(utils?|helpers?|common|misc|manager|services?|data|types)\.(ts|tsx)$/.test(file))).toEqual([]);
  });

  test('no room is crossed by a relative path', () => {
    expect(sources.filter((file) => /from '\.\.\/\.\.\//.test(text(file)))).toEqual([]);
  });

  test('room cards have at most 30 lines', () => {
    for (const card of ['electron/README.md', 'electron/engine/README.md', 'renderer/README.md', 'tests/README.md']) {
      expect(text(card).trimEnd().split('\n').length, card).toBeLessThanOrEqual(30);
    }
  });

  test('versions are pinned exactly and the lock file names no registry', () => {
    const { dependencies, devDependencies } = JSON.parse(text('package.json')) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
    expect(Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+/.test(version))).toEqual([]);
    expect(text('package-lock.json')).not.toMatch(/"resolved": "http/);
  });

  test('every colour of the page is a token', () => {
    const styled = tracked.filter((file) => /^renderer\/.*\.(css|tsx)$/.test(file) && !file.startsWith('renderer/styles/tokens'));
    expect(styled.filter((file) => /#[0-9a-f]{6}\b/i.test(text(file).replace(/\/\*[\s\S]*?\*\//g, '')))).toEqual([]);
  });
});
