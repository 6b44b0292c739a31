import { type Problem, type SourceFile, UnreadableFileError } from '#engine/importers/importer.ts';
import { readJson, type JsonDocument } from '#engine/importers/json/read-json.ts';
import { decodeText, normaliseLines, type DecodeOptions } from '#engine/importers/text-encoding.ts';

/** A transcript larger than this is something else; a day of speech with word times is below 40 MB. */
export const maxTranscriptBytes = 256 * 1024 * 1024;
const maxLineUnits = 16 * 1024 * 1024;

export type SourceText = { text: string; problems: Problem[] };

/** The whole file as LF-normalised text. @throws UnreadableFileError (too large, not text, a line beyond 16 MB) */
export async function readSourceText(source: SourceFile, signal: AbortSignal, options: DecodeOptions = {}): Promise<SourceText> {
  const decoded = decodeText(await readBytes(source, signal), options);
  const text = normaliseLines(decoded.text);
  refuseLongLine(text);
  return { text, problems: decoded.assumed ? [assumedEncoding(source.name)] : [] };
}

/** The whole file as JSON, ids of any length kept exact. @throws UnreadableFileError with line and column */
export async function readSourceJson(source: SourceFile, signal: AbortSignal): Promise<{ value: unknown; problems: Problem[] }> {
  const { text } = decodeText(await readBytes(source, signal), { onlyUnicode: true, allowNul: true });
  const document = readJson(text, { bigIntegers: 'text' });
  signal.throwIfAborted();
  return { value: document.value, problems: jsonProblems(source.name, document) };
}

/** The file's bytes, refused by size before they are read. */
export async function readBytes(source: SourceFile, signal: AbortSignal): Promise<Uint8Array> {
  signal.throwIfAborted();
  if (source.size > maxTranscriptBytes) throw tooLarge(source.size);
  const bytes = await source.read();
  signal.throwIfAborted();
  return bytes;
}

/** What a person calls this file, without folder and extension: the external id of formats that hold none. */
export function baseName(name: string): string {
  const file = name.slice(name.lastIndexOf('/') + 1);
  const dot = file.lastIndexOf('.');
  return dot > 0 ? file.slice(0, dot) : file;
}

function jsonProblems(file: string, document: JsonDocument): Problem[] {
  const [duplicate] = document.duplicates;
  const [dropped] = document.dropped;
  const problems: Problem[] = [];
  if (duplicate !== undefined) {
    problems.push({
      file, row: duplicate.line, column: String(duplicate.column), code: 'JSON_DUPLICATE_NAME', found: duplicate.key, expected: 'each name once',
      message: `Line ${duplicate.line}, column ${duplicate.column}: "${duplicate.key}" is given twice in one object (${document.duplicates.length} such in the file); the last one was used.`,
    });
  }
  if (dropped !== undefined) {
    problems.push({
      file, row: dropped.line, column: String(dropped.column), code: 'JSON_NAME_REFUSED', found: dropped.key, expected: null,
      message: `Line ${dropped.line}, column ${dropped.column}: the field "${dropped.key}" was left out, because this name could change how a program works.`,
    });
  }
  return problems;
}

function assumedEncoding(file: string): Problem {
  return {
    file, row: null, column: null, code: 'ENCODING_ASSUMED', found: 'not UTF-8', expected: 'UTF-8',
    message: 'The text is not UTF-8 and was read as Windows-1252 (Western European). If accents look wrong, save the file as UTF-8 and import it again.',
  };
}

function tooLarge(size: number): UnreadableFileError {
  const megabytes = Math.ceil(size / 1024 / 1024);
  return new UnreadableFileError({
    row: null, column: null, code: 'FILE_TOO_LARGE', found: `${megabytes} MB`, expected: `at most ${maxTranscriptBytes / 1024 / 1024} MB`,
    message: `The file has ${megabytes} MB, a transcript may have at most ${maxTranscriptBytes / 1024 / 1024} MB. Export it in several parts.`,
  });
}

function refuseLongLine(text: string): void {
  let line = 1;
  for (let start = 0; ; line++) {
    const end = text.indexOf('\n', start);
    if ((end < 0 ? text.length : end) - start > maxLineUnits) throw longLine(line);
    if (end < 0) return;
    start = end + 1;
  }
}

function longLine(line: number): UnreadableFileError {
  return new UnreadableFileError({
    row: line, column: null, code: 'LINE_TOO_LONG', found: 'more than 16 million characters', expected: 'at most 16 million characters',
    message: `Line ${line} is longer than 16 million characters, so this is not a transcript. Check what wrote this file.`,
  });
}
