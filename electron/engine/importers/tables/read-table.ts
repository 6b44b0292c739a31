import { UnreadableFileError, type FileHead, type SourceFile } from '../importer.ts';
import type { TextEncoding } from '../text-encoding.ts';
import { detectDelimiter, type Delimiter } from './delimiter.ts';
import { readDelimited } from './read-delimited.ts';
import { readWorkbook } from './read-workbook.ts';
import { decodedPieces, detectTableEncoding } from './table-encoding.ts';
import type { TableRow } from './table-row.ts';

/** What a person (or a recipe) decided; the rest is found from the content. */
export type TableOptions = {
  sheet?: string | null | undefined;
  encoding?: TextEncoding | null | undefined;
  delimiter?: Delimiter | null | undefined;
  signal?: AbortSignal | undefined;
};

export type OpenedTable = {
  format: 'delimited' | 'workbook';
  encoding: TextEncoding | null;
  delimiter: Delimiter | null;
  sheet: string | null;
  sheets: readonly string[];
  /** Sentences for the person who imports. */
  warnings: string[];
  /** All rows from the first, in batches; may be asked for again. @throws UnreadableFileError */
  batches(): AsyncGenerator<readonly TableRow[]>;
};

const HEAD_BYTES = 4_096;
const HEAD_CHARACTERS = 64 * 1024;

async function firstBytes(source: SourceFile): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source.stream()) {
    parts.push(chunk.slice(0, HEAD_BYTES));
    size += chunk.length;
    if (size >= HEAD_BYTES) break;
  }
  return Buffer.concat(parts).subarray(0, HEAD_BYTES);
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function refused(code: string, found: string, message: string): UnreadableFileError {
  return new UnreadableFileError({ row: null, column: null, code, found, expected: 'a CSV, TSV or XLSX file', message });
}

/** Files that carry a table's name but are something else, each with the way out. */
function refuseForeign(head: Uint8Array): void {
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) {
    throw refused('OLD_XLS', 'a pre-2007 .xls or a password-protected workbook', 'This .xls is the pre-2007 format, or a workbook with a password. Save it as .xlsx or .csv, without a password.');
  }
  if (startsWith(head, [0x25, 0x50, 0x44, 0x46])) throw refused('NOT_A_TABLE', 'a PDF', 'This is a PDF. Export the table in it as CSV or XLSX.');
  const start = Buffer.from(head).toString('latin1').trimStart().slice(0, 200).toLowerCase();
  if (/^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype html|html|table|head|meta)\b/.test(start)) {
    throw refused('NOT_A_TABLE', 'a web page', 'This is a web page under the name of a table. Open it in your spreadsheet program and save it as .xlsx or .csv.');
  }
}

export const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);

async function firstText(source: SourceFile, encoding: TextEncoding, signal: AbortSignal | undefined): Promise<string> {
  let text = '';
  for await (const piece of decodedPieces(source, encoding, signal)) {
    text += piece;
    if (text.length >= HEAD_CHARACTERS) break;
  }
  return text.slice(0, HEAD_CHARACTERS);
}

async function openWorkbook(source: SourceFile, options: TableOptions): Promise<OpenedTable> {
  const workbook = await readWorkbook(source, options);
  return {
    format: 'workbook', encoding: null, delimiter: null, sheet: workbook.sheet, sheets: workbook.sheets, warnings: [],
    batches: async function* batches() {
      yield workbook.rows;
    },
  };
}

async function openDelimited(source: SourceFile, options: TableOptions): Promise<OpenedTable> {
  const warnings: string[] = [];
  let encoding = options.encoding ?? null;
  if (encoding === null) {
    const found = await detectTableEncoding(source, options.signal);
    encoding = found.encoding;
    if (found.isAssumed) warnings.push('Nothing in this file states its encoding and it is not UTF-8; it is read as Windows-1252. Check names with accents.');
  }
  const form = { encoding, delimiter: options.delimiter ?? detectDelimiter(await firstText(source, encoding, options.signal)) };
  return {
    format: 'delimited', ...form, sheet: null, sheets: [], warnings,
    batches: () => readDelimited(source, form, options.signal),
  };
}

/**
 * Opens a CSV, TSV, semicolon- or pipe-separated file or an .xlsx workbook by its content.
 * @throws UnreadableFileError for what is none of these, is damaged or goes beyond the limits
 */
export async function openTable(source: SourceFile, options: TableOptions = {}): Promise<OpenedTable> {
  const head = await firstBytes(source);
  if (head.length === 0) throw refused('EMPTY_TABLE', 'an empty file', 'This file is empty.');
  refuseForeign(head);
  return isZip(head) ? openWorkbook(source, options) : openDelimited(source, options);
}

/** All rows of a table, one by one. @throws UnreadableFileError */
export async function* readTable(source: SourceFile, options: TableOptions = {}): AsyncGenerator<TableRow> {
  const table = await openTable(source, options);
  for await (const batch of table.batches()) yield* batch;
}

/** How sure it is, by content, that a file is a table: 0 not at all, 1 certain. A name never makes it one. */
export function sniffTable(head: FileHead): number {
  if (isZip(head.bytes)) return Buffer.from(head.bytes).includes('xl/') ? 0.9 : 0;
  if (startsWith(head.bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 0.9;
  if (head.text === null || /^\s*[{[<]/.test(head.text) || head.text.startsWith('WEBVTT')) return 0;
  const delimiter = detectDelimiter(head.text);
  const widths = head.text.split(/\r?\n|\r/).slice(0, 30).filter((line) => line.trim() !== '').map((line) => line.split(delimiter).length);
  const first = widths[0] ?? 1;
  if (first < 2) return /\.(?:csv|tsv)$/i.test(head.name) ? 0.3 : 0;
  const alike = widths.filter((width) => width === first).length / widths.length;
  const hint = /\.(?:csv|tsv|tab)$/i.test(head.name) ? 0.3 : 0;
  return Math.min(1, alike * 0.5 + hint + (first > 3 ? 0.1 : 0));
}
