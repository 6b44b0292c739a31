import { UnreadableFileError } from '../importer.ts';
import { ColumnProfile } from './column-profile.ts';
import { detectHeader, type TableHeader } from './header.ts';
import { MAX_COLUMNS, MAX_DISTINCT, MAX_QUESTIONS, SAMPLE_ROWS } from './limits.ts';
import { createPacer } from './pacing.ts';
import type { OpenedTable } from './read-table.ts';
import { cellText, isBlankRow, type TableRow } from './table-row.ts';

/** A column with what is known of it. */
export type ColumnView = { position: number; name: string; label: string | null; profile: ColumnProfile };

/** The shape of a table and what its columns hold, as far as it was looked at. */
export type TableProfile = {
  table: OpenedTable;
  header: TableHeader;
  columns: readonly ColumnView[];
  /** Data rows looked at; `sample` holds the first of them. */
  rows: number;
  isWhole: boolean;
  sample: readonly TableRow[];
};

function tooManyColumns(): UnreadableFileError {
  return new UnreadableFileError({
    row: 1, column: null, code: 'TOO_MANY_COLUMNS', found: `more than ${MAX_COLUMNS} columns`, expected: `at most ${MAX_COLUMNS} columns`,
    message: `This table has more than ${MAX_COLUMNS} columns. Export only the columns that you need.`,
  });
}

const HEADER_ROWS = 64;
const SAMPLE_KEPT = 50;

/**
 * Looks at the first rows of a table, or at all of them.
 * @param maxRows data rows to look at
 * @throws UnreadableFileError, or the signal's reason
 */
export async function profileTable(table: OpenedTable, options: { maxRows?: number; signal?: AbortSignal | undefined } = {}): Promise<TableProfile> {
  const maxRows = options.maxRows ?? SAMPLE_ROWS;
  const breathe = createPacer(options.signal);
  const first: TableRow[] = [];
  const sample: TableRow[] = [];
  let header: TableHeader | null = null;
  let columns: ColumnView[] = [];
  let rows = 0;
  let isWhole = true;

  const look = (row: TableRow): void => {
    if (!header || row.row < header.firstDataRow || isBlankRow(row) || row.trouble) return;
    rows += 1;
    if (sample.length < SAMPLE_KEPT) sample.push(row);
    for (const column of columns) column.profile.add(row.cells[column.position]);
  };
  // The header is found among more rows than it takes, since what follows shows where it ends.
  const open = (): void => {
    if (first.find((row) => !isBlankRow(row))?.trouble === 'TOO_MANY_COLUMNS') throw tooManyColumns();
    header = detectHeader(first);
    columns = header.columns.map((column) => ({ ...column, profile: new ColumnProfile() }));
    for (const row of first) look(row);
  };

  reading: for await (const batch of table.batches()) {
    await breathe();
    for (const row of batch) {
      if (header) look(row);
      else if (first.push(row) >= HEADER_ROWS + SAMPLE_KEPT) open();
      if (rows >= maxRows) {
        isWhole = false;
        break reading;
      }
      if (rows % 200 === 0) await breathe();
    }
  }
  if (!header) open();
  return { table, header: header ?? detectHeader(first), columns, rows, isWhole, sample };
}

/** The distinct questions of a long table, each with its answers and their counts; all rows are looked at. */
export async function collectQuestions(profile: TableProfile, at: { question: number; answer: number }, signal?: AbortSignal): Promise<Map<string, Map<string, number>>> {
  const breathe = createPacer(signal);
  const questions = new Map<string, Map<string, number>>();
  let seen = 0;
  for await (const batch of profile.table.batches()) {
    for (const row of batch) {
      seen += 1;
      if (seen % 200 === 0) await breathe();
      if (row.row < profile.header.firstDataRow || row.trouble) continue;
      const question = cellText(row.cells[at.question]).trim();
      const answer = cellText(row.cells[at.answer]).trim();
      if (question === '') continue;
      let answers = questions.get(question);
      if (!answers) {
        if (questions.size >= MAX_QUESTIONS) continue;
        questions.set(question, (answers = new Map()));
      }
      const count = answers.get(answer);
      if (count !== undefined) answers.set(answer, count + 1);
      else if (answers.size < MAX_DISTINCT) answers.set(answer, 1);
    }
  }
  return questions;
}
