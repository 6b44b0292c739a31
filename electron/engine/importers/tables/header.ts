import type { HeaderForm } from '#shared/model/import-mapping.ts';
import { distinctNames, headerFingerprint } from './column-names.ts';
import { isSetAsideColumn } from './set-aside-file.ts';
import { cellText, isBlankCell, isBlankRow, type TableCell, type TableRow } from './table-row.ts';

/** Where a table starts and what its columns are called. `columns` are positions in the row; columns without name and content are left out. */
export type TableHeader = {
  form: HeaderForm;
  /** Row of the names; 0 when there are none. */
  row: number;
  firstDataRow: number;
  columns: readonly { position: number; name: string; label: string | null }[];
  fingerprint: string;
};

const MAX_NAME = 1_000;
/** Rows above the table among which the header is looked for. */
const ROWS_TO_LOOK_AT = 60;

const filledCount = (row: TableRow): number => row.cells.reduce<number>((count, cell) => (isBlankCell(cell) ? count : count + 1), 0);

/** No address is longer (RFC 5321), and a longer text would be looked at again from each of its signs. */
const longestAddress = 254;
const isEmailAddress = (text: string): boolean => text.length <= longestAddress && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

/** A name is text that is not a number, a date or an address. */
function isNameLike(cell: TableCell): boolean {
  if (typeof cell !== 'string') return false;
  const text = cell.trim();
  return !/^[-+(]?[\d.,\s%€$£]+\)?$/.test(text) && !/^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}/.test(text) && !isEmailAddress(text) && !/^\d{1,2}:\d{2}/.test(text);
}

/** Filled cells that most rows have; prose above and below has fewer. */
function bodyWidth(rows: readonly TableRow[]): number {
  const widths = rows.map(filledCount).filter((width) => width > 0).sort((a, b) => a - b);
  return widths[Math.floor(widths.length * 0.75)] ?? 0;
}

function namesRatio(row: TableRow): number {
  const filled = row.cells.filter((cell) => !isBlankCell(cell));
  return filled.length === 0 ? 0 : filled.filter(isNameLike).length / filled.length;
}

function isDistinct(row: TableRow): boolean {
  const texts = row.cells.filter((cell) => !isBlankCell(cell)).map((cell) => cellText(cell).trim().toLowerCase());
  return new Set(texts).size >= Math.ceil(texts.length * 0.7);
}

const IMPORT_ID = /^\{\s*["']ImportId["']\s*:/;

/** Qualtrics: the third row holds an ImportId for every column, as JSON or with single quotes. */
function isImportIdRow(row: TableRow | undefined): boolean {
  const filled = row?.cells.filter((cell) => !isBlankCell(cell)) ?? [];
  return filled.length > 0 && filled.every((cell) => IMPORT_ID.test(cellText(cell).trim()));
}

/** Qualtrics' older form calls its own columns V1, V2 ... and says in a second row what they are, whatever the language. */
function isLegacyNames(row: TableRow): boolean {
  return row.cells.slice(0, 8).every((cell, index) => cellText(cell).trim() === `V${index + 1}`);
}

/** SurveyMonkey's second row names the choices ("Response", "Open-Ended Response", or the choice) below questions that span columns. */
function isChoiceRow(names: TableRow, below: TableRow | undefined): boolean {
  if (!below || below.cells.some((cell) => !isBlankCell(cell) && !isNameLike(cell))) return false;
  const texts = below.cells.map((cell) => cellText(cell).trim());
  const first = cellText(names.cells[0]).trim();
  if (!/^(?:respondent|collector)\s?id$/i.test(first) || texts[0] !== '') return false;
  return texts.some((text) => text !== '');
}

function isKnownForm(rows: readonly TableRow[], at: number): boolean {
  const names = rows[at];
  if (!names || isBlankRow(names)) return false;
  return isImportIdRow(rows[at + 2]) || isLegacyNames(names) || isChoiceRow(names, rows[at + 1]);
}

/** Names with gaps between may be prose: then the next row must be as full as the table is. */
function isNamesRow(rows: readonly TableRow[], at: number, width: number): boolean {
  const row = rows[at];
  const next = rows.slice(at + 1).find((below) => !isBlankRow(below));
  if (!row || !next || row.trouble) return false;
  const filled = filledCount(row);
  if (filled === 0 || filled < Math.min(width, 2) || filled < width * 0.6) return false;
  if (filled < width && filledCount(next) < width * 0.6) return false;
  return namesRatio(row) >= 0.8 && isDistinct(row);
}

function findNamesRow(rows: readonly TableRow[]): number {
  const width = bodyWidth(rows);
  const top = rows.slice(0, ROWS_TO_LOOK_AT);
  const known = top.findIndex((_, at) => isKnownForm(rows, at));
  return known === -1 ? top.findIndex((_, at) => isNamesRow(rows, at, width)) : known;
}

type Named = { form: HeaderForm; names: string[]; labels: (string | null)[]; headerRows: number };

function choiceNames(names: TableRow, below: TableRow): string[] {
  let question = '';
  const width = Math.max(names.cells.length, below.cells.length);
  return Array.from({ length: width }, (_, index) => {
    const own = cellText(names.cells[index]).trim();
    const choice = cellText(below.cells[index]).trim();
    if (own !== '') question = own;
    return choice === '' || /^(?:open-ended )?response$/i.test(choice) ? own || question : `${question} - ${choice}`;
  });
}

function nameColumns(rows: readonly TableRow[], at: number): Named {
  const names = rows[at] ?? { row: 0, cells: [] };
  const below = rows[at + 1];
  const texts = names.cells.map((cell) => cellText(cell).trim().slice(0, MAX_NAME));
  const labelsBelow = texts.map((_, index) => cellText(below?.cells[index]).trim().slice(0, MAX_NAME) || null);
  if (isImportIdRow(rows[at + 2])) return { form: 'qualtrics-3', names: texts, labels: labelsBelow, headerRows: 3 };
  if (below && isLegacyNames(names)) {
    const own = texts.map((text, index) => (/^V\d+$/.test(text) ? (labelsBelow[index] ?? text) : text));
    return { form: 'qualtrics-2', names: own, labels: labelsBelow, headerRows: 2 };
  }
  if (below && isChoiceRow(names, below)) return { form: 'surveymonkey-2', names: choiceNames(names, below), labels: [], headerRows: 2 };
  return { form: 'plain', names: texts, labels: [], headerRows: 1 };
}

/** A column is dropped only if neither its header nor any row that was looked at has anything in it. */
function usedPositions(names: readonly string[], rows: readonly TableRow[]): number[] {
  const width = Math.max(names.length, ...rows.map((row) => row.cells.length), 0);
  const isUsed = Array.from({ length: width }, (_, index) => (names[index] ?? '') !== '');
  for (const row of rows) {
    for (const [index, cell] of row.cells.entries()) if (!isBlankCell(cell) && !row.trouble) isUsed[index] = true;
  }
  return isUsed.flatMap((used, index) => (used ? [index] : []));
}

/** Cells beyond the header's last name belong to rows that are too wide; they are no columns. */
function withinHeader(positions: readonly number[], names: readonly string[]): number[] {
  const last = names.findLastIndex((name) => name !== '');
  return positions.filter((position) => position <= last);
}

/**
 * Finds the header among the first rows of a table by its structure: names as wide as the rows below, whatever stands above.
 * Knows the two and three header rows of Qualtrics and SurveyMonkey. Without a header, columns are called `Column 1` ...
 */
export function detectHeader(rows: readonly TableRow[]): TableHeader {
  const at = findNamesRow(rows);
  if (at === -1) {
    const first = rows.find((row) => !isBlankRow(row));
    const positions = usedPositions([], rows);
    const columns = positions.map((position) => ({ position, name: `Column ${position + 1}`, label: null }));
    return { form: 'none', row: 0, firstDataRow: first?.row ?? 1, columns, fingerprint: headerFingerprint(columns.map((column) => column.name)) };
  }
  const named = nameColumns(rows, at);
  const positions = withinHeader(usedPositions(named.names, rows.slice(at + named.headerRows)), named.names);
  const names = distinctNames(positions.map((position) => named.names[position] ?? ''));
  const columns = positions.map((position, index) => {
    const label = named.labels[position] ?? null;
    return { position, name: names[index] ?? '', label: label === named.names[position] ? null : label };
  });
  const headerRow = rows[at]?.row ?? 1;
  return { form: named.form, row: headerRow, firstDataRow: (rows[at + named.headerRows - 1]?.row ?? headerRow) + 1, columns, fingerprint: headerFingerprint(names.filter((name) => !isSetAsideColumn(name))) };
}
