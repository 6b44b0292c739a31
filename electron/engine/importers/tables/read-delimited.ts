import { UnreadableFileError, type SourceFile } from '../importer.ts';
import type { TextEncoding } from '../text-encoding.ts';
import { detectNewline, parsePiece, type Delimiter } from './delimiter.ts';
import { MAX_COLUMNS, MAX_FIELD_LENGTH, MAX_LINE_LENGTH } from './limits.ts';
import { decodedPieces, lineTooLong } from './table-encoding.ts';
import type { TableRow } from './table-row.ts';

export type DelimitedForm = { encoding: TextEncoding; delimiter: Delimiter };

/** Text that is parsed in one step; a record that does not fit doubles it. */
const STEP = 128 * 1024;
/** A file with more unclosed quotes than this is not worth guessing at. */
const MAX_MENDS = 20;

function isSeparatorLine(cells: readonly string[], row: number): boolean {
  return row === 1 && cells.length <= 2 && /^sep=[,;|\t]?$/i.test(cells[0] ?? '') && (cells[1] ?? '') === '';
}

/** Reads a delimited text piece by piece. The state between two pieces is the unread rest and the row number. */
class DelimitedParser {
  private rest = '';
  private wanted = STEP;
  private nextRow = 1;
  private mends = 0;
  private newline: '\n' | '\r' | null = null;

  constructor(private readonly delimiter: Delimiter) {}

  push(text: string): TableRow[] {
    this.rest += text;
    if (this.rest.length < this.wanted) return [];
    const rows = this.take();
    if (rows.length === 0 && this.rest.length > MAX_LINE_LENGTH) return [this.mendFirstLine()];
    this.wanted = rows.length === 0 ? Math.min(this.rest.length * 2, MAX_LINE_LENGTH + STEP) : this.rest.length + STEP;
    return rows;
  }

  finish(): TableRow[] {
    const rows: TableRow[] = [];
    while (this.rest !== '') {
      rows.push(...this.take());
      if (this.rest === '') break;
      const last = this.parse(true);
      if (last.errors.some((error) => error.code === 'MissingQuotes')) {
        rows.push(this.mendFirstLine());
      } else {
        rows.push(...this.rowsOf(last));
        this.rest = '';
      }
    }
    return rows;
  }

  private parse(isLast: boolean): ReturnType<typeof parsePiece> {
    this.newline ??= detectNewline(this.rest);
    return parsePiece(this.rest, { delimiter: this.delimiter, newline: this.newline }, isLast);
  }

  private take(): TableRow[] {
    const output = this.parse(false);
    this.rest = this.rest.slice(output.meta.cursor);
    return this.rowsOf(output);
  }

  private rowsOf(output: ReturnType<typeof parsePiece>): TableRow[] {
    const malformed = new Set(output.errors.map((error) => error.row));
    const rows: TableRow[] = [];
    for (const [index, cells] of output.data.entries()) {
      const row = this.nextRow;
      this.nextRow += 1;
      const end = cells.length - 1;
      const last = cells[end];
      if (last?.endsWith('\r')) cells[end] = last.slice(0, -1);
      if (!isSeparatorLine(cells, row)) rows.push(checked(row, cells, malformed.has(index)));
    }
    return rows;
  }

  /**
   * A quote that is never closed would swallow the rest of the file. Only its own line is given up; reading goes on after it.
   * @throws UnreadableFileError when there is no line end at all, or too many such lines
   */
  private mendFirstLine(): TableRow {
    const end = this.rest.indexOf(this.newline ?? '\n');
    if ((end === -1 && this.rest.length > MAX_LINE_LENGTH) || end > MAX_LINE_LENGTH) throw lineTooLong();
    const row = this.nextRow;
    this.mends += 1;
    if (this.mends > MAX_MENDS) throw tooManyOpenQuotes(row);
    this.nextRow += 1;
    const line = end === -1 ? this.rest : this.rest.slice(0, end);
    this.rest = end === -1 ? '' : this.rest.slice(end + 1);
    this.wanted = STEP;
    return { row, cells: line.replace(/\r$/, '').split(this.delimiter), trouble: 'QUOTE_NOT_CLOSED' };
  }
}

function checked(row: number, cells: string[], isMalformed: boolean): TableRow {
  if (cells.length > MAX_COLUMNS) return { row, cells: cells.slice(0, MAX_COLUMNS), trouble: 'TOO_MANY_COLUMNS' };
  if (cells.some((cell) => cell.length > MAX_FIELD_LENGTH)) {
    return { row, cells: cells.map((cell) => (cell.length > MAX_FIELD_LENGTH ? cell.slice(0, 200) : cell)), trouble: 'FIELD_TOO_LONG' };
  }
  // Stray quotes within one line are read as written; over several lines they may have joined records.
  if (isMalformed && cells.some((cell) => cell.includes('\n'))) return { row, cells, trouble: 'QUOTES_UNCLEAR' };
  return { row, cells };
}

function tooManyOpenQuotes(row: number): UnreadableFileError {
  return new UnreadableFileError({
    row, column: null, code: 'QUOTE_NOT_CLOSED', found: 'many quotation marks that are never closed', expected: 'a closing quotation mark',
    message: `From row ${row} on, too many quotation marks are opened and never closed. Export the file again, with quotes doubled inside quoted cells.`,
  });
}

/**
 * Rows of a CSV, TSV, semicolon or pipe file (RFC 4180, line ends in quotes kept as they are), in batches and with bounded memory.
 * @throws UnreadableFileError LINE_TOO_LONG, QUOTE_NOT_CLOSED
 */
export async function* readDelimited(source: SourceFile, form: DelimitedForm, signal?: AbortSignal): AsyncGenerator<TableRow[]> {
  const parser = new DelimitedParser(form.delimiter);
  for await (const text of decodedPieces(source, form.encoding, signal)) {
    const rows = parser.push(text);
    if (rows.length > 0) yield rows;
  }
  const rows = parser.finish();
  if (rows.length > 0) yield rows;
}
