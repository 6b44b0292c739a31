import { UnreadableFileError } from '#engine/importers/importer.ts';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** `assumed` is true when nothing in the file states the encoding and strict UTF-8 did not fit: a person has to be told. */
export type DecodedText = { text: string; encoding: TextEncoding; assumed: boolean };

export type DecodeOptions = {
  /** The encoding a person chose; nothing is detected then. */
  encoding?: TextEncoding;
  /** Refuse Windows-1252 (formats that are Unicode by definition, such as JSON). */
  onlyUnicode?: boolean;
  /** WebVTT defines what a NUL means; every other text is refused with one in it. */
  allowNul?: boolean;
};

/** Characters of Windows-1252 in 0x80-0x9F; 0 where the code page has none. */
const windows1252 = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0,
  0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
];

const sampleBytes = 8192;

/**
 * Bytes to text: byte order mark, then strict UTF-8, then UTF-16 by its zero bytes, then Windows-1252 (`assumed`).
 * The mark is removed, line ends are kept. Nothing is ever replaced silently.
 * @throws UnreadableFileError naming the line and the byte that cannot be read
 */
export function decodeText(bytes: Uint8Array, options: DecodeOptions = {}): DecodedText {
  const marked = options.encoding ?? encodingOfMark(bytes);
  const encoding = marked ?? encodingByZeros(bytes);
  const decoded = encoding === null ? decodeUnmarked(bytes, options) : { text: decodeAs(bytes, encoding), encoding, assumed: false };
  if (options.allowNul !== true) refuseNul(decoded.text);
  return decoded;
}

/** The text of a file's first bytes, or `null` when they are not text (a NUL is only text in WebVTT). A character cut in two at the end is left out. */
export function decodeHead(bytes: Uint8Array, isWhole: boolean): string | null {
  const usable = isWhole ? bytes : bytes.subarray(0, wholeCharactersEnd(bytes));
  try {
    const { text } = decodeText(usable, { allowNul: true });
    return text.includes('\0') && !text.startsWith('WEBVTT') ? null : text;
  } catch (error) {
    if (error instanceof UnreadableFileError) return null;
    throw error;
  }
}

/** CRLF and lone CR become LF: offsets into imported text count these. */
export function normaliseLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function encodingOfMark(bytes: Uint8Array): TextEncoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without a mark shows as zeros in every other byte, since line ends, blanks and digits are below 256 in every language. */
function encodingByZeros(bytes: Uint8Array): TextEncoding | null {
  const pairs = Math.min(bytes.length, sampleBytes) >> 1;
  if (pairs < 4 || bytes.length % 2 !== 0) return null;
  let even = 0;
  let odd = 0;
  for (let pair = 0; pair < pairs; pair++) {
    if (bytes[pair * 2] === 0) even++;
    if (bytes[pair * 2 + 1] === 0) odd++;
  }
  if (odd > pairs * 0.3 && even * 4 < odd) return 'utf-16le';
  if (even > pairs * 0.3 && odd * 4 < even) return 'utf-16be';
  return null;
}

function decodeAs(bytes: Uint8Array, encoding: TextEncoding): string {
  if (encoding === 'windows-1252') return decodeWindows1252(bytes);
  if (encoding !== 'utf-8') return decodeUtf16(bytes, encoding);
  try {
    return withoutMark(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    throw invalidAt(bytes, surveyUtf8(bytes).firstInvalid, 'TEXT_NOT_UTF8');
  }
}

function decodeUnmarked(bytes: Uint8Array, options: DecodeOptions): DecodedText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), encoding: 'utf-8', assumed: false };
  } catch {
    const survey = surveyUtf8(bytes);
    if (options.onlyUnicode === true) throw invalidAt(bytes, survey.firstInvalid, 'TEXT_NOT_UTF8');
    if (survey.valid >= survey.invalid) throw invalidAt(bytes, survey.firstInvalid, 'TEXT_MIXED_ENCODINGS');
    return { text: decodeWindows1252(bytes), encoding: 'windows-1252', assumed: true };
  }
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string {
  if (bytes.length % 2 !== 0) throw invalidAt(bytes, bytes.length - 1, 'TEXT_NOT_UTF16');
  const little = encoding === 'utf-16le' ? bytes : Buffer.from(bytes).swap16();
  const text = withoutMark(Buffer.from(little.buffer, little.byteOffset, little.byteLength).toString('utf16le'));
  if (/\p{Surrogate}/u.test(text)) throw invalidAt(bytes, loneSurrogateByte(text, bytes), 'TEXT_NOT_UTF16');
  return text;
}

function loneSurrogateByte(text: string, bytes: Uint8Array): number {
  const markUnits = bytes.length / 2 - text.length;
  for (let unit = 0; unit < text.length; unit++) {
    const point = text.codePointAt(unit) ?? 0;
    if (point >= 0xd800 && point <= 0xdfff) return (unit + markUnits) * 2;
    if (point > 0xffff) unit++;
  }
  return 0;
}

/** The WHATWG decoder maps the five undefined bytes to invisible controls and some Node versions read the whole page as Latin-1, hence the table. */
function decodeWindows1252(bytes: Uint8Array): string {
  const undefinedByte = bytes.findIndex((byte) => byte >= 0x80 && byte <= 0x9f && windows1252[byte - 0x80] === 0);
  if (undefinedByte >= 0) throw invalidAt(bytes, undefinedByte, 'TEXT_UNKNOWN_ENCODING');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (character) => String.fromCharCode(windows1252[character.charCodeAt(0) - 0x80] ?? 0));
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/** Where UTF-8 breaks, and how many multi-byte characters are right and wrong: both in one file means two encodings were glued together. */
function surveyUtf8(bytes: Uint8Array): { firstInvalid: number; valid: number; invalid: number } {
  const survey = { firstInvalid: -1, valid: 0, invalid: 0 };
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length === 0) {
      if (survey.firstInvalid < 0) survey.firstInvalid = at;
      survey.invalid++;
      at++;
    } else {
      if (length > 1) survey.valid++;
      at += length;
    }
  }
  return survey;
}

/** First bytes whose second byte has a narrower range: no overlong forms, no surrogates, nothing above U+10FFFF. */
const secondByte: Record<number, readonly [number, number]> = { 0xe0: [0xa0, 0xbf], 0xed: [0x80, 0x9f], 0xf0: [0x90, 0xbf], 0xf4: [0x80, 0x8f] };

/** Bytes of the well-formed UTF-8 sequence at `at` (Unicode 15, table 3-7), 0 if there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4) return 0;
  const second = bytes[at + 1] ?? 0;
  const [low, high] = secondByte[first] ?? [0x80, 0xbf];
  if (second < low || second > high) return 0;
  for (let next = 2; next < length; next++) {
    if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}

/** Where to cut so that no character is torn: at most three bytes (UTF-8) or one unit and one byte (UTF-16) are left out. */
function wholeCharactersEnd(bytes: Uint8Array): number {
  const mark = encodingOfMark(bytes);
  if (mark === 'utf-16le' || mark === 'utf-16be' || encodingByZeros(bytes.subarray(0, bytes.length & ~1)) !== null) {
    const even = bytes.length & ~1;
    const high = bytes[mark === 'utf-16be' ? even - 2 : even - 1] ?? 0;
    return high >= 0xd8 && high <= 0xdb ? even - 2 : even;
  }
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) return sequenceLength(bytes, bytes.length - back) === 0 ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function refuseNul(text: string): void {
  const at = text.indexOf('\0');
  if (at < 0) return;
  const line = lineOfText(text, at);
  throw new UnreadableFileError({
    row: line, column: null, code: 'TEXT_HAS_NUL', found: 'a NUL character', expected: 'plain text',
    message: `Line ${line} holds a NUL character (at character ${at + 1}), so this is not a text file, or a damaged one. Export it again as text.`,
  });
}

function lineOfText(text: string, end: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

const refusals = {
  TEXT_NOT_UTF8: 'the text has to be UTF-8 and is not from there on. Save it again as UTF-8',
  TEXT_NOT_UTF16: 'the text claims to be UTF-16 and is not from there on. Save it again as UTF-8',
  TEXT_MIXED_ENCODINGS: 'most of the text is UTF-8, this place is not, so two encodings were mixed. Save it again as UTF-8',
  TEXT_UNKNOWN_ENCODING: 'the text is neither UTF-8, UTF-16 nor Windows-1252. Save it again as UTF-8',
} as const;

function invalidAt(bytes: Uint8Array, offset: number, code: keyof typeof refusals): UnreadableFileError {
  let line = 1;
  for (let at = 0; at < offset; at++) if (bytes[at] === 0x0a) line++;
  const found = `byte 0x${(bytes[offset] ?? 0).toString(16).padStart(2, '0').toUpperCase()}`;
  return new UnreadableFileError({
    row: line, column: null, code, found, expected: 'UTF-8',
    message: `Line ${line}, byte ${offset + 1} of the file (${found}): ${refusals[code]}.`,
  });
}
