/** A cell as the file holds it: text from CSV; text, numbers, booleans and dates (wall clock, in UTC fields) from a workbook. */
export type TableCell = string | number | boolean | Date | null;

/** Why a row cannot be relied on, found while splitting the file into rows. */
export type RowTrouble = 'QUOTE_NOT_CLOSED' | 'FIELD_TOO_LONG' | 'TOO_MANY_COLUMNS';

/** One record of a table. `row` counts records from 1, headers and blank rows included, as a spreadsheet does. */
export type TableRow = { row: number; cells: readonly TableCell[]; trouble?: RowTrouble };

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

/** Date and time of a workbook's wall clock, `YYYY-MM-DD` or `YYYY-MM-DD HH:MM:SS`. */
function wallClockText(date: Date): string {
  const day = `${pad(date.getUTCFullYear(), 4)}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}`;
  if (date.getTime() % 86_400_000 === 0) return day;
  return `${day} ${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}:${pad(date.getUTCSeconds())}`;
}

/** A cell as a person would read it; empty text for an empty cell. */
export function cellText(cell: TableCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : wallClockText(cell);
  return String(cell);
}

export function isBlankCell(cell: TableCell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

export function isBlankRow(row: TableRow): boolean {
  return row.trouble === undefined && row.cells.every(isBlankCell);
}
