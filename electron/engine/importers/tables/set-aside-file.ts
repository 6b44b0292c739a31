import Papa from 'papaparse';
import type { Problem } from '../importer.ts';
import { defuseFormula } from './formula-guard.ts';

/** Columns that say what is wrong; a file that holds them was written here and may come back mended. */
const SET_ASIDE_COLUMNS = ['earshot_row', 'earshot_code', 'earshot_column', 'earshot_expected', 'earshot_what_to_do'] as const;

export function isSetAsideColumn(name: string): boolean {
  return SET_ASIDE_COLUMNS.some((column) => column === name);
}

type RowProblems = { record: Record<string, string>; problems: Problem[] };

/** Problems of the same row stand together in the order of the import. */
function byRow(problems: Iterable<Problem>): RowProblems[] {
  const rows: RowProblems[] = [];
  let last: Problem | null = null;
  for (const problem of problems) {
    if (!problem.record) continue;
    if (last && last.row === problem.row && last.file === problem.file) rows.at(-1)?.problems.push(problem);
    else rows.push({ record: problem.record, problems: [problem] });
    last = problem;
  }
  return rows;
}

function line(cells: readonly string[]): string {
  return `${Papa.unparse([cells.map(defuseFormula)], { newline: '\r\n' })}\r\n`;
}

function joined(problems: readonly Problem[], of: (problem: Problem) => string | null): string {
  return problems.map((problem) => of(problem) ?? '').filter((text) => text !== '').join(' | ');
}

/**
 * The rows that were set aside from one file as CSV (UTF-8 with mark, CRLF), in pieces: their own columns as they were, then
 * what is wrong. Mended and imported again it is read like the first file. No cell can run as a formula.
 * @param problems of one source file, in file order; those without a record are left out
 */
export function* setAsideFile(problems: Iterable<Problem>): Generator<string> {
  const rows = byRow(problems);
  const names = [...new Set(rows.flatMap(({ record }) => Object.keys(record)))].filter((name) => !isSetAsideColumn(name));
  yield `\uFEFF${line([...names, ...SET_ASIDE_COLUMNS])}`;
  for (const { record, problems: found } of rows) {
    const first = found[0];
    yield line([
      ...names.map((name) => record[name] ?? ''),
      String(first?.row ?? ''), joined(found, ({ code }) => code), joined(found, ({ column }) => column), joined(found, ({ expected }) => expected), joined(found, ({ message }) => message),
    ]);
  }
}
