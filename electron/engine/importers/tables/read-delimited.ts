import { UnreadableFileError, type SourceFile } from '../importer.ts';
import type { TextEncoding } from '../text-encoding.ts';
import { detectNewline, parsePiece, type Delimiter, type ParsedPiece } from './delimiter.ts';
import { MAX_COLUMNS, MAX_FIELD_LENGTH, MAX_LINE_LENGTH } from './limits.ts';
import { decodedPieces, lineTooLong } from './table-encoding.ts';
import type { TableRow } from './table-row.ts';

export type DelimitedForm = { encoding: TextEncoding; delimiter: Delimiter };

/** Text that is parsed in one step; a record that does not fit doubles it. */
const STEP = 128 * 1024;
/** A file with more unclosed quotes than this is not worth guessing at. */
const MAX_MENDS = 2_000;
const STEP_AFTER_MENDING = 8 * 1024;
/** What is kept of a line whose end does not come soon. */
const KEPT_OF_SKIPPED = 10_000;

function isSeparatorLine(cells: readonly string[], row: number): boolean {
  return row === 1 && cells.length <= 2 && /^sep=[,;|\t]?$/i.test(cells[0] ?? '') && (cells[1] ?? '') === '';
}

/** A line that is given up before its end has come: its beginning, and how long it is so far. */
type Skipped = { row: number; start: string; length: number };

/** The first record that stray quotes may have joined from several; -1 when there is none. */
function joinedAt(output: ParsedPiece): number {
  const broken = output.errors.find((error) => output.data[error.row]?.some((cell) => cell.includes('\n')));
  return broken?.row ?? -1;
}

/** Reads a delimited text piece by piece. The state between two pieces is the unread rest and the row number. */
class DelimitedParser {
  private rest = '';
  private wanted = STEP;
  private nextRow = 1;
  private mends = 0;
  private newline: '\n' | '\r' | null = null;
  /** The unread rest starts with a record whose quotes do not pair up. */
  private isQuotingBroken = false;
  private skipped: Skipped | null = null;
  /** Where quotes are broken the next ones are looked at in small steps, since each may break again. */
  private window = Number.POSITIVE_INFINITY;

  constructor(private readonly delimiter: Delimiter) {}

  push(text: string): TableRow[] {
    const ended = this.skipped ? this.skipOn(this.skipped, text) : null;
    if (this.skipped) return [];
    this.rest += ended ? ended.rest : text;
    const rows = ended ? [ended.row] : [];
    if (this.rest.length < this.wanted) return rows;
    return [...rows, ...this.drain()];
  }

  finish(): TableRow[] {
    const rows: TableRow[] = [];
    while (this.rest !== '') {
      rows.push(...this.drain());
      if (this.rest === '') break;
      const last = this.parse(this.rest, true);
      if (last.errors.some((error) => error.code === 'MissingQuotes') || joinedAt(last) !== -1) {
        rows.push(...this.mendFirstLine());
      } else {
        rows.push(...this.rowsOf(last));
        this.rest = '';
      }
    }
    if (this.skipped) rows.push(this.giveUp(this.skipped.row, this.skipped.start));
    return rows;
  }

  /** Takes all whole records; gives up the first line of what cannot become one. */
  private drain(): TableRow[] {
    const rows: TableRow[] = [];
    for (;;) {
      const before = this.rest.length;
      rows.push(...this.take());
      const isStuck = this.isQuotingBroken || this.rest.length > MAX_LINE_LENGTH;
      if (isStuck) rows.push(...this.mendFirstLine());
      else if (this.window === Number.POSITIVE_INFINITY || this.rest.length === before) break;
      if (this.rest === '') break;
    }
    this.wanted = Math.min(Math.max(this.rest.length * 2, STEP), MAX_LINE_LENGTH + STEP);
    return rows;
  }

  private parse(text: string, isLast: boolean): ParsedPiece {
    this.newline ??= detectNewline(text);
    return parsePiece(text, { delimiter: this.delimiter, newline: this.newline }, isLast);
  }

  private take(): TableRow[] {
    const piece = this.rest.length > this.window ? this.rest.slice(0, this.window) : this.rest;
    const output = this.parse(piece, false);
    const joined = joinedAt(output);
    const whole = joined === -1 ? output : this.rowsBefore(piece, joined);
    this.rest = this.rest.slice(whole.meta.cursor);
    const isUnfinishedBroken = output.errors.some((error) => error.code === 'InvalidQuotes' && error.row >= output.data.length);
    this.isQuotingBroken = joined !== -1 || (isUnfinishedBroken && piece.length >= Math.min(STEP, this.window));
    if (!this.isQuotingBroken) this.window = this.window * 4 > STEP ? Number.POSITIVE_INFINITY : this.window * 4;
    return this.rowsOf(whole);
  }

  private rowsBefore(piece: string, index: number): ParsedPiece {
    if (index === 0) return { data: [], errors: [], meta: { cursor: 0 } };
    return parsePiece(piece, { delimiter: this.delimiter, newline: this.newline ?? '\n', preview: index }, false);
  }

  private rowsOf(output: ParsedPiece): TableRow[] {
    const rows: TableRow[] = [];
    for (const cells of output.data) {
      const row = this.nextRow;
      this.nextRow += 1;
      const end = cells.length - 1;
      const last = cells[end];
      if (last?.endsWith('\r')) cells[end] = last.slice(0, -1);
      // A blank line counts as a row and is nothing else.
      if (end === 0 && cells[0] === '') continue;
      if (!isSeparatorLine(cells, row)) rows.push(checked(row, cells));
    }
    return rows;
  }

  /**
   * A quote that is never closed would swallow the rest of the file. Only its own line is given up; reading goes on after it.
   * @throws UnreadableFileError when there are too many such lines, or one has no end
   */
  private mendFirstLine(): TableRow[] {
    const end = this.rest.indexOf(this.newline ?? '\n');
    const row = this.nextRow;
    this.mends += 1;
    if (this.mends > MAX_MENDS) throw tooManyOpenQuotes(row);
    this.nextRow += 1;
    this.isQuotingBroken = false;
    this.window = STEP_AFTER_MENDING;
    if (end > MAX_LINE_LENGTH) throw lineTooLong();
    if (end === -1) {
      this.skipped = { row, start: this.rest.slice(0, KEPT_OF_SKIPPED), length: this.rest.length };
      if (this.skipped.length > MAX_LINE_LENGTH) throw lineTooLong();
      this.rest = '';
      return [];
    }
    const line = this.rest.slice(0, end);
    this.rest = this.rest.slice(end + 1);
    return [this.giveUp(row, line)];
  }

  private giveUp(row: number, line: string): TableRow {
    return { row, cells: line.replace(/\r$/, '').split(this.delimiter).slice(0, MAX_COLUMNS), trouble: 'QUOTE_NOT_CLOSED' };
  }

  /** Looks for the end of a line that was given up. */
  private skipOn(skipped: Skipped, text: string): { row: TableRow; rest: string } | null {
    const end = text.indexOf(this.newline ?? '\n');
    if (end === -1) {
      skipped.length += text.length;
      if (skipped.length > MAX_LINE_LENGTH) throw lineTooLong();
      return null;
    }
    this.skipped = null;
    return { row: this.giveUp(skipped.row, skipped.start), rest: text.slice(end + 1) };
  }
}

function checked(row: number, cells: string[]): TableRow {
  if (cells.length > MAX_COLUMNS) return { row, cells: cells.slice(0, MAX_COLUMNS), trouble: 'TOO_MANY_COLUMNS' };
  if (cells.some((cell) => cell.length > MAX_FIELD_LENGTH)) {
    return { row, cells: cells.map((cell) => (cell.length > MAX_FIELD_LENGTH ? cell.slice(0, 200) : cell)), trouble: 'FIELD_TOO_LONG' };
  }
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
