import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { UnreadableFileError } from '#engine/importers/importer.ts';
import { readJsonBytes } from '#engine/importers/json/read-json.ts';
import { describeShared, sharedPath } from '#tests/unit/importers-transcripts/shared-data.ts';

describeShared('JSONTestSuite', () => {
  const folder = sharedPath('json-test-suite/test_parsing');
  const filesOf = (prefix: string) => readdirSync(folder).filter((name) => name.startsWith(prefix));
  const read = (name: string) => readJsonBytes(new Uint8Array(readFileSync(`${folder}/${name}`)));

  test('all 95 valid files are accepted, with the values of another parser', () => {
    const names = filesOf('y_');
    expect(names).toHaveLength(95);
    for (const name of names) expect([name, read(name).value]).toEqual([name, JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'))]);
  });

  test('all 188 invalid files are refused with line and column, or line and byte', () => {
    const names = filesOf('n_');
    expect(names).toHaveLength(188);
    for (const name of names) {
      const problem = refusal(() => read(name));
      expect([name, problem.row], name).toEqual([name, expect.any(Number)]);
      expect(problem.message, name).toMatch(/^Line \d+, (?:column|byte) \d+/);
    }
  });

  test('the 35 that may go either way end in a value or a message', () => {
    const names = filesOf('i_');
    expect(names).toHaveLength(35);
    for (const name of names) {
      const startedAt = performance.now();
      try {
        expect(read(name)).toHaveProperty('value');
      } catch (error) {
        expect(error, name).toBeInstanceOf(UnreadableFileError);
      }
      expect(performance.now() - startedAt, name).toBeLessThan(2000);
    }
  });

  function refusal(run: () => unknown): UnreadableFileError['problem'] {
    try {
      run();
    } catch (error) {
      if (error instanceof UnreadableFileError) return error.problem;
      throw error;
    }
    throw new Error('was accepted');
  }
});
