import { MAX_DISTINCT } from './limits.ts';
import { cellText, isBlankCell, type TableCell } from './table-row.ts';
import { DateOrderEvidence } from './values/dates.ts';
import { decimalMarkOf } from './values/numbers.ts';

/** What the looked-at rows say about a column. */
export class ColumnProfile {
  filled = 0;
  /** The first distinct values and how often each came; complete unless `isTruncated`. */
  readonly distinct = new Map<string, number>();
  /** One cell for each distinct value, as the file holds it. */
  readonly cells: TableCell[] = [];
  isTruncated = false;
  readonly dates = new DateOrderEvidence();
  private commas = 0;
  private points = 0;

  add(cell: TableCell | undefined): void {
    if (isBlankCell(cell) || cell === undefined) return;
    this.filled += 1;
    const text = cellText(cell);
    const seen = this.distinct.get(text);
    if (seen !== undefined) {
      this.distinct.set(text, seen + 1);
      return;
    }
    this.weigh(cell, text);
    if (this.distinct.size >= MAX_DISTINCT) {
      this.isTruncated = true;
      return;
    }
    this.distinct.set(text, 1);
    this.cells.push(cell);
  }

  /** Dates and marks are decided by any value, so they are looked at beyond the remembered ones. */
  private weigh(cell: TableCell, text: string): void {
    if (text.length > 60) return;
    if (cell instanceof Date || /\d/.test(text)) this.dates.add(cell);
    if (typeof cell === 'string' && /[.,]/.test(text)) {
      const mark = decimalMarkOf(text);
      if (mark === ',') this.commas += 1;
      if (mark === '.') this.points += 1;
    }
  }

  /** The decimal mark that the column's own numbers show; null when they show none or both. */
  get decimalMark(): ',' | '.' | null {
    if (this.commas > 0 && this.points === 0) return ',';
    if (this.points > 0 && this.commas === 0) return '.';
    return null;
  }

  /** Up to five values, shortened, for a person to look at. */
  get examples(): string[] {
    return [...this.distinct.keys()].slice(0, 5).map((text) => (text.length > 80 ? `${text.slice(0, 79)}…` : text));
  }
}

/** The decimal mark of a whole file, from columns that show one; a semicolon between cells speaks for decimal commas. */
export function fileDecimalMark(profiles: readonly ColumnProfile[], delimiter: string | null): ',' | '.' | null {
  const marks = new Set(profiles.map((profile) => profile.decimalMark).filter((mark) => mark !== null));
  if (marks.size === 1) return [...marks][0] ?? null;
  return marks.size === 0 && delimiter === ',' ? '.' : null;
}
