import { isBlankCell, isBlankRow, cellText, type TableRow } from './table-row.ts';

/** Rows that may be notes below the table are held back until a full row follows, at most so many. */
const MAX_HELD = 50;
const NOTE_WORDS = /^(?:(?:grand |sub)?total|sum|summe|gesamt|insgesamt|average|mean|mittelwert|durchschnitt|moyenne|promedio|totaal|source|quelle|generated|report generated|report|note|notes|hinweis|filter|exported|erstellt)\b/i;

/** Whether a row begins with a word that notes and sums below a table begin with. */
export function startsLikeNote(row: TableRow): boolean {
  return NOTE_WORDS.test(cellText(row.cells.find((cell) => !isBlankCell(cell))).trim());
}

/** Parts the rows of a table from notes and sums below it. */
export class TailGuard {
  private held: TableRow[] = [];

  /** @param width columns of the table */
  constructor(private readonly width: number) {}

  /** Takes a row and gives back, in order, the rows that are certainly part of the table. */
  next(row: TableRow): TableRow[] {
    if (isBlankRow(row)) return [];
    if (this.isSparse(row) && this.held.length < MAX_HELD) {
      this.held.push(row);
      return [];
    }
    const released = [...this.held, row];
    this.held = [];
    return released;
  }

  /** The sparse rows at the very end. */
  rest(): TableRow[] {
    return this.held;
  }

  private isSparse(row: TableRow): boolean {
    if (row.trouble || this.width < 3) return false;
    const filled = row.cells.filter((cell) => !isBlankCell(cell)).length;
    return filled <= this.width * (startsLikeNote(row) ? 0.75 : 0.34);
  }
}
