import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const tests = join(import.meta.dirname, '..');
const page = readFileSync(join(tests, 'proofs.md'), 'utf8');

/** How many ids of each letter the reference has. */
const series: Readonly<Record<string, number>> = { D: 27, E: 26, L: 16, U: 15, P: 9 };
const ids = Object.entries(series).flatMap(([letter, count]) => Array.from({ length: count }, (_, index) => `${letter}-${String(index + 1).padStart(2, '0')}`));
const rows = [...page.matchAll(/^\| ([DELUP]-\d\d) \| (.+) \|$/gm)].map(([, id = '', proof = '']) => ({ id, proof }));
const named = rows.flatMap(({ id, proof }) => [...proof.matchAll(/`([^`]+\.ts)`(?: “([^”]+)”)?/g)].map(([, file = '', words = '']) => ({ id, file, words })));

function testFiles(folder = tests): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? testFiles(path) : [path];
  }).filter((path) => /\.(test|spec)\.ts$/.test(path));
}

describe('the page that says which test proves what', () => {
  test('has every id once', () => {
    expect(rows.map(({ id }) => id)).toEqual(ids);
  });

  test('names files that are there and that say so', () => {
    const text = (file: string): string => (existsSync(join(tests, file)) ? readFileSync(join(tests, file), 'utf8') : '');
    expect(named.filter(({ file, words }) => words === '' || !text(file).includes(words))).toEqual([]);
  });

  test('gives a proof for each id, or says why there is none', () => {
    expect(rows.filter(({ proof }) => !/`[^`]+\.ts` “/.test(proof) && !/^(open|not run): /.test(proof))).toEqual([]);
  });

  test('knows every test that claims an id in its name', () => {
    const claims = testFiles().flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/^.*(?:describe|test|it)(?:\.\w+(?:\([^)]*\))?)*\(['"`](.*)$/gm)]
      .flatMap(([, name = '']) => [...name.matchAll(/\b[DELUP]-\d\d\b/g)].map(([id]) => ({ id, file: path.slice(tests.length + 1).replaceAll('\\', '/') }))));
    expect(claims.length).toBeGreaterThan(40);
    expect(claims.filter(({ id, file }) => !named.some((row) => row.id === id && row.file === file) && !file.startsWith('rooms/'))).toEqual([]);
  });
});
