import { UnreadableFileError } from '#engine/importers/importer.ts';
import { JsonDepthError, JsonReader, JsonSyntaxError, type JsonFinding, type TextPlace } from '#engine/importers/json/json-reader.ts';
import { decodeText } from '#engine/importers/text-encoding.ts';

export type JsonOptions = {
  /** Integers beyond 2^53 stay exact as text, which is what an id needs. Default: rounded to a number, as `JSON.parse` does. */
  bigIntegers?: 'number' | 'text';
};

/** `duplicates`: names given twice in one object (the last one counts). `dropped`: `__proto__` and its like, which are left out. */
export type JsonDocument = { value: unknown; duplicates: JsonFinding[]; dropped: JsonFinding[] };

/**
 * Strict JSON (RFC 8259) of at most 200 levels.
 * @throws UnreadableFileError with line (`row`) and column
 */
export function readJson(text: string, options: JsonOptions = {}): JsonDocument {
  const reader = new JsonReader(text, options.bigIntegers === 'text');
  try {
    const value = reader.readDocument();
    return { value, duplicates: located(text, reader.duplicates), dropped: located(text, reader.dropped) };
  } catch (error) {
    if (error instanceof JsonSyntaxError) throw unreadable(text, error);
    throw error;
  }
}

/** As `readJson`, from bytes: UTF-8, or UTF-16 with or without a mark. */
export function readJsonBytes(bytes: Uint8Array, options: JsonOptions = {}): JsonDocument {
  return readJson(decodeText(bytes, { onlyUnicode: true, allowNul: true }).text, options);
}

/** As much as can be read of a text that may be cut off or broken: for a look at the shape, never for import. `undefined` if nothing can. */
export function outlineJson(text: string): unknown {
  const reader = new JsonReader(text, true);
  try {
    return reader.readDocument();
  } catch (error) {
    if (error instanceof JsonSyntaxError) return reader.root;
    throw error;
  }
}

/** Line and column of a position, LF, CRLF and CR alike. */
export function placeOf(text: string, position: number): TextPlace {
  let line = 1;
  let lineStart = 0;
  for (let at = 0; at < position; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x0a && (code !== 0x0d || text.charCodeAt(at + 1) === 0x0a)) continue;
    line++;
    lineStart = at + 1;
  }
  return { line, column: position - lineStart + 1 };
}

function located(text: string, findings: { key: string; position: number }[]): JsonFinding[] {
  return findings.map(({ key, position }) => ({ key, ...placeOf(text, position) }));
}

function unreadable(text: string, error: JsonSyntaxError): UnreadableFileError {
  const { line, column } = placeOf(text, error.position);
  const isDepth = error instanceof JsonDepthError;
  const advice = isDepth ? 'No transcript is nested that deeply; check what wrote this file.' : 'The file is damaged or was edited by hand; export it again.';
  return new UnreadableFileError({
    row: line,
    column: String(column),
    code: isDepth ? 'JSON_TOO_DEEP' : 'JSON_INVALID',
    found: error.found,
    expected: error.expected,
    message: `Line ${line}, column ${column}: this is not valid JSON, expected ${error.expected}, found ${error.found}. ${advice}`,
  });
}
