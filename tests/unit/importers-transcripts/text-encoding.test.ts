import { describe, expect, test } from 'vitest';
import { UnreadableFileError } from '#engine/importers/importer.ts';
import { decodeHead, decodeText, normaliseLines } from '#engine/importers/text-encoding.ts';

const bytes = (...parts: (string | number[])[]) => new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.from(part)))));
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));

function problemOf(content: Uint8Array, options?: Parameters<typeof decodeText>[1]) {
  try {
    decodeText(content, options);
  } catch (error) {
    if (error instanceof UnreadableFileError) return error.problem;
    throw error;
  }
  throw new Error('was decoded');
}

describe('encodings', () => {
  test('UTF-8 with and without a mark', () => {
    expect(decodeText(bytes('Grüße 😀'))).toEqual({ text: 'Grüße 😀', encoding: 'utf-8', assumed: false });
    expect(decodeText(bytes([0xef, 0xbb, 0xbf], 'Ä'))).toEqual({ text: 'Ä', encoding: 'utf-8', assumed: false });
  });

  test('UTF-16 by its mark or by its zeros, both byte orders', () => {
    const little = utf16('Agent: Grüße 😀\n');
    expect(decodeText(little)).toEqual({ text: 'Agent: Grüße 😀\n', encoding: 'utf-16le', assumed: false });
    expect(decodeText(new Uint8Array(Buffer.from(little).swap16()))).toMatchObject({ text: 'Agent: Grüße 😀\n', encoding: 'utf-16be' });
    expect(decodeText(bytes([0xff, 0xfe], [...utf16('日本')]))).toMatchObject({ text: '日本', encoding: 'utf-16le' });
    expect(decodeText(bytes([0xfe, 0xff, 0x65, 0xe5]))).toMatchObject({ text: '日', encoding: 'utf-16be' });
  });

  test('Windows-1252 is assumed and says so; its quotes and the euro sign are right', () => {
    expect(decodeText(latin1('caf\xe9 \x93hi\x94 \x80'))).toEqual({ text: 'café “hi” €', encoding: 'windows-1252', assumed: true });
    expect(problemOf(latin1('caf\xe9'), { onlyUnicode: true })).toMatchObject({ code: 'TEXT_NOT_UTF8' });
  });

  test('the encoding a person chose is not second-guessed', () => {
    expect(decodeText(bytes('é'), { encoding: 'windows-1252' })).toEqual({ text: 'Ã©', encoding: 'windows-1252', assumed: false });
  });

  test.each([
    ['two encodings in one file', bytes('Grüße\nGrü', [0xfc], 'ße'), 'TEXT_MIXED_ENCODINGS', 2, 'byte 13'],
    ['a broken byte behind a UTF-8 mark', bytes([0xef, 0xbb, 0xbf], 'a\nb', [0xff]), 'TEXT_NOT_UTF8', 2, 'byte 7'],
    ['an overlong slash', bytes('éé', [0xc0, 0xaf]), 'TEXT_MIXED_ENCODINGS', 1, 'byte 5'],
    ['a surrogate in UTF-8', bytes('ééé', [0xed, 0xa0, 0x80]), 'TEXT_MIXED_ENCODINGS', 1, 'byte 7'],
    ['a byte that no code page has', latin1('a\x81'), 'TEXT_UNKNOWN_ENCODING', 1, 'byte 2'],
    ['half a UTF-16 pair', bytes([0xff, 0xfe, 0x61, 0, 0x3d, 0xd8, 0x62, 0]), 'TEXT_NOT_UTF16', 1, 'byte 5'],
    ['an odd number of UTF-16 bytes', bytes([0xff, 0xfe, 0x61]), 'TEXT_NOT_UTF16', 1, 'byte 3'],
    ['a NUL', bytes('abcdefgh\n\0x'), 'TEXT_HAS_NUL', 2, 'Line 2'],
  ])('%s is refused with line and byte', (...[, content, code, row, words]) => {
    const problem = problemOf(content);
    expect(problem).toMatchObject({ row, code });
    expect(problem.message).toContain(words);
  });

  test('a head that ends within a character loses only that character', () => {
    const whole = bytes('añ😀');
    expect([1, 2, 3, 4, 5, 6, 7].map((end) => decodeHead(whole.subarray(0, end), false))).toEqual(['a', 'a', 'añ', 'añ', 'añ', 'añ', 'añ😀']);
    expect(decodeHead(utf16('abcdef😀').subarray(0, 14), false)).toBe('abcdef');
    expect(decodeHead(bytes([1, 2, 0, 0, 7, 0, 0, 0]), true)).toBeNull();
  });

  test('every line end becomes LF', () => {
    expect(normaliseLines('a\r\nb\rc\nd')).toBe('a\nb\nc\nd');
  });
});
