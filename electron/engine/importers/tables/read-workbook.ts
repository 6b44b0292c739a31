import { zipSync } from 'fflate';
import { UnreadableFileError, type SourceFile } from '../importer.ts';
import { MAX_WORKBOOK_BYTES } from './limits.ts';
import { isBlankRow, type TableCell, type TableRow } from './table-row.ts';
import { openWorkbookParts, type WorkbookParts, type WorkbookSheet } from './workbook-parts.ts';
import { archiveRefused, listZipEntries } from './zip-guard.ts';

export type OpenedWorkbook = { sheet: string; sheets: readonly string[]; rows: readonly TableRow[] };

/** Identifiers longer than a double can hold stay text. */
function parseWorkbookNumber(text: string): string | number {
  return /^\d{16,}$/.test(text) ? text : Number(text);
}

function asCell(value: unknown): TableCell {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value instanceof Date) return value;
  return null;
}

/**
 * Reads one sheet from an archive that is put together anew from the checked parts, so that the reader sees nothing else:
 * its own unpacking has no limits. Sheet positions in the workbook's list stay as they are.
 */
async function readRows(parts: WorkbookParts, sheet: WorkbookSheet): Promise<TableRow[]> {
  const archive = zipSync({ ...parts.frame, [sheet.part]: await parts.sheetPart(sheet) }, { level: 0 });
  const buffer = archive.buffer.slice(archive.byteOffset, archive.byteOffset + archive.byteLength) as ArrayBuffer;
  let cells: readonly (readonly unknown[])[];
  try {
    const { readSheet } = await import('read-excel-file/universal');
    cells = await readSheet<string | number>(buffer, sheet.position, { trim: false, parseNumber: parseWorkbookNumber });
  } catch (error) {
    throw archiveRefused('ARCHIVE_DAMAGED', error instanceof Error ? error.message : 'an unreadable sheet');
  }
  return cells.map((row, index) => ({ row: index + 1, cells: row.map(asCell) }));
}

function looksLikeTable(rows: readonly TableRow[]): boolean {
  const filled = rows.filter((row) => !isBlankRow(row));
  return filled.length >= 2 && filled.some((row) => row.cells.filter((cell) => cell !== null).length >= 2);
}

function sheetMissing(wanted: string, sheets: readonly WorkbookSheet[]): UnreadableFileError {
  const names = sheets.map((sheet) => `"${sheet.name}"`).join(', ');
  return new UnreadableFileError({
    row: null, column: null, code: 'SHEET_MISSING', found: names, expected: `a sheet "${wanted}"`,
    message: `This workbook has no sheet "${wanted}". It has ${names}. Choose one of them.`,
  });
}

/**
 * Reads the wanted sheet of an .xlsx workbook, or the first that holds a table. Dates come as wall clock in UTC fields.
 * @throws UnreadableFileError for what is no workbook, is damaged, encrypted, or unpacks beyond the limits
 */
export async function readWorkbook(source: SourceFile, options: { sheet?: string | null | undefined; signal?: AbortSignal | undefined } = {}): Promise<OpenedWorkbook> {
  if (source.size > MAX_WORKBOOK_BYTES) throw archiveRefused('ARCHIVE_TOO_LARGE', `${Math.round(source.size / 1_000_000)} MB`);
  const bytes = await source.read();
  const parts = await openWorkbookParts(bytes, listZipEntries(bytes), options.signal);
  const sheets = parts.sheets.map((sheet) => sheet.name);
  const wanted = options.sheet ?? null;
  if (wanted !== null) {
    const sheet = parts.sheets.find((candidate) => candidate.name === wanted);
    if (!sheet) throw sheetMissing(wanted, parts.sheets);
    return { sheet: sheet.name, sheets, rows: await readRows(parts, sheet) };
  }
  for (const sheet of parts.sheets) {
    options.signal?.throwIfAborted();
    const rows = await readRows(parts, sheet);
    if (looksLikeTable(rows)) return { sheet: sheet.name, sheets, rows };
  }
  throw new UnreadableFileError({
    row: null, column: null, code: 'EMPTY_TABLE', found: 'sheets without a table', expected: 'a header row and rows below it',
    message: 'No sheet of this workbook holds a table. It needs a row of column names and at least one row below it.',
  });
}
