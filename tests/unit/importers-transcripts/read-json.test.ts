import { describe, expect, test } from 'vitest';
import { UnreadableFileError } from '#engine/importers/importer.ts';
import { outlineJson, readJson, readJsonBytes } from '#engine/importers/json/read-json.ts';

function problemOf(read: () => unknown) {
  try {
    read();
  } catch (error) {
    if (error instanceof UnreadableFileError) return error.problem;
    throw error;
  }
  throw new Error('was read');
}

describe('strict JSON', () => {
  test('values of every kind', () => {
    const text = ' {"a": [1, -0.5e2, true, false, null, "\\u00e9\\n\\"", {}], "b": []} ';
    expect(readJson(text).value).toEqual({ a: [1, -50, true, false, null, 'é\n"', {}], b: [] });
    expect(readJson('"x"').value).toBe('x');
  });

  test.each([
    ['{\n  "a": 1,\n  "b" 2\n}', 3, 7, 'a colon', '"2"'],
    ['[1, 2', 1, 6, 'a comma or ]', 'the end of the file'],
    ['{"a": 1,}', 1, 9, 'a name in double quotes', '"}"'],
    ['{}\r\n\r\n}', 3, 1, 'the end of the file', '"}"'],
    ['[01]', 1, 3, 'a comma or ]', '"1"'],
    ['["a\tb"]', 1, 4, 'the rest of the text and its closing quote', 'the character U+0009'],
    ['["\\x"]', 1, 3, 'one of', '"\\"'],
    ['', 1, 1, 'a value', 'the end of the file'],
    ["['a']", 1, 2, 'a value', '"\'"'],
  ])('%j is refused with line and column', (...[text, line, column, expected, found]) => {
    const problem = problemOf(() => readJson(text));
    expect(problem).toMatchObject({ code: 'JSON_INVALID', row: line, column: String(column), found });
    expect(problem.expected).toContain(expected);
    expect(problem.message).toContain(`Line ${line}, column ${column}`);
  });

  test('deeper than 200 levels is refused at its place, quickly', () => {
    expect(readJson('['.repeat(200) + ']'.repeat(200)).value).toHaveLength(1);
    expect(problemOf(() => readJson('['.repeat(100_000)))).toMatchObject({ code: 'JSON_TOO_DEEP', row: 1, column: '201' });
  });

  test('names that could reach a prototype are dropped and reported, at any depth and however written', () => {
    const { value, dropped } = readJson('{"__proto__": {"polluted": 1}, "a": {"constructor": {"prototype": {"polluted": 1}}, "\\u005f_proto__": 2, "b": 3}}');
    expect(value).toEqual({ a: { b: 3 } });
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(dropped.map((place) => [place.key, place.line, place.column])).toEqual([['__proto__', 1, 2], ['constructor', 1, 38], ['prototype', 1, 54], ['__proto__', 1, 85]]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('a name given twice is reported and the last one counts', () => {
    expect(readJson('{"a": 1,\n "a": 2}')).toMatchObject({ value: { a: 2 }, duplicates: [{ key: 'a', line: 2, column: 2 }] });
  });

  test('integers beyond 2^53 stay exact as text where asked', () => {
    expect(readJson('[9007199254740993, 12345678901234567890, 9007199254740991, 1e20]', { bigIntegers: 'text' }).value).toEqual(['9007199254740993', '12345678901234567890', 9_007_199_254_740_991, 1e20]);
    expect(readJson('[9007199254740993]').value).toEqual([9_007_199_254_740_992]);
  });

  test('UTF-8 with a mark and UTF-16 are read, anything else is refused with its byte', () => {
    expect(readJsonBytes(new Uint8Array([0xef, 0xbb, 0xbf, 0x5b, 0x5d])).value).toEqual([]);
    expect(readJsonBytes(new Uint8Array(Buffer.from('["é"]', 'utf16le'))).value).toEqual(['é']);
    expect(problemOf(() => readJsonBytes(new Uint8Array(Buffer.from('["é"]', 'latin1'))))).toMatchObject({ code: 'TEXT_NOT_UTF8', row: 1 });
  });
});

describe('a look at the start of a file', () => {
  test('keeps what stands before the cut or the fault', () => {
    expect(outlineJson('{"a": {"b": [1, 2, {"c": "x"}, {"d": "cut of')).toEqual({ a: { b: [1, 2, { c: 'x' }, {}] } });
    expect(outlineJson('{"a": 1, oops')).toEqual({ a: 1 });
    expect(outlineJson('nothing')).toBeUndefined();
  });
});
