import type { Problem } from '../importer.ts';
import { MAX_COLUMNS } from './limits.ts';
import type { RowTrouble } from './table-row.ts';

/** Where a problem is, with the row itself. */
export type RowPlace = { file: string; row: number; record: Record<string, string> };
export type RowFault = { code: string; column: string | null; found: string | null; expected: string | null; advice: string };

const MAX_FOUND = 200;

function shortened(text: string): string {
  return text.length > MAX_FOUND ? `${text.slice(0, MAX_FOUND - 1)}…` : text;
}

/** One thing that is wrong with a row, in a sentence that says where, what was found and what to do. */
export function rowProblem(place: RowPlace, fault: RowFault): Problem {
  const found = fault.found === null ? null : shortened(fault.found);
  const where = fault.column === null ? `Row ${place.row}` : `Row ${place.row}, column "${shortened(fault.column)}"`;
  const what = found === null || found === '' ? 'is empty' : `"${found}"`;
  const wanted = fault.expected === null ? '' : ` Expected ${fault.expected}.`;
  return {
    file: place.file, row: place.row, column: fault.column, code: fault.code, found, expected: fault.expected,
    message: `${where}: ${what}.${wanted} ${fault.advice}`.replace('"..', '".'), record: place.record,
  };
}

const TROUBLE: Readonly<Record<RowTrouble, { found: string; expected: string; advice: string }>> = {
  QUOTE_NOT_CLOSED: { found: 'a quotation mark that does not pair up', expected: 'quotation marks in pairs', advice: 'Close the quotation mark, or double it if it belongs to the text.' },
  FIELD_TOO_LONG: { found: 'a cell of more than 4 million characters', expected: 'cells of at most 4 million characters', advice: 'Shorten the cell.' },
  TOO_MANY_COLUMNS: { found: `more than ${MAX_COLUMNS} cells`, expected: `at most ${MAX_COLUMNS} cells`, advice: 'Check the separators of this row.' },
};

/** A row that could not be split into cells for sure. */
export function troubleProblem(place: RowPlace, trouble: RowTrouble): Problem {
  const { found, expected, advice } = TROUBLE[trouble];
  return { file: place.file, row: place.row, column: null, code: trouble, found, expected, message: `Row ${place.row}: ${found}. ${advice}`, record: place.record };
}

/** A row whose cells go on after the last column. */
export function tooWideProblem(place: RowPlace, cells: number, columns: number): Problem {
  return {
    file: place.file, row: place.row, column: null, code: 'ROW_TOO_WIDE', found: `${cells} cells`, expected: `${columns} cells`,
    message: `Row ${place.row}: it has ${cells} cells, the header has ${columns}. A cell may hold a separator without quotation marks; put the cell in quotation marks.`, record: place.record,
  };
}

/** A row that repeats an identifier. */
export function duplicateProblem(place: RowPlace, column: string | null, id: string): Problem {
  return {
    file: place.file, row: place.row, column, code: 'DUPLICATE_ID', found: shortened(id), expected: 'an identifier that comes once',
    message: `Row ${place.row}: "${shortened(id)}" came earlier in this file. Choose whether the last one counts or both are kept, or mend the file.`, record: place.record,
  };
}

/** A note or a sum below the table. */
export function belowTableProblem(place: RowPlace, text: string): Problem {
  return {
    file: place.file, row: place.row, column: null, code: 'TEXT_BELOW_TABLE', found: shortened(text), expected: null,
    message: `Row ${place.row}: "${shortened(text)}" stands below the table and looks like a note or a sum, so it was not imported.`, record: place.record,
  };
}
