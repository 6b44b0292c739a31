import type { ColumnMapping, Mapping, Repair } from '#shared/model/import-mapping.ts';
import type { SetAsideRow } from '#shared/model/import-report.ts';
import type { TableInDraft } from './use-previews.ts';

/** What can be done about each kind of problem by reading the table differently; nothing in the file is touched. */
const repairsByCode: Readonly<Record<string, readonly Repair[]>> = {
  DATE_ORDER_AMBIGUOUS: ['read-day-month', 'read-month-day'],
  NUMBER_AMBIGUOUS: ['decimal-comma', 'decimal-point'],
  NO_ANSWER_WORD: ['leave-empty'],
  DUPLICATE_ID: ['keep-last', 'keep-both'],
  OFF_SCALE: ['change-scale'],
  ANSWER_NOT_ON_SCALE: ['change-scale'],
  REQUIRED_COLUMN_MISSING: ['change-scale'],
  TABLE_KIND_UNKNOWN: ['change-scale'],
  COLUMNS_MISSING: ['change-scale'],
};

/** Problems of one kind in one column: one decision mends them all. */
export type ProblemGroup = { code: string; column: string | null; count: number; example: SetAsideRow; repairs: readonly Repair[] };

/** The problems by kind and column, those that can be mended here first, then the most frequent. */
export function groupProblems(rows: readonly SetAsideRow[]): ProblemGroup[] {
  const groups = new Map<string, ProblemGroup>();
  for (const row of rows) {
    const key = JSON.stringify([row.code, row.column]);
    const known = groups.get(key);
    if (known) known.count += 1;
    else groups.set(key, { code: row.code, column: row.column, count: 1, example: row, repairs: repairsByCode[row.code] ?? [] });
  }
  return [...groups.values()].toSorted((a, b) => Number(b.repairs.length > 0) - Number(a.repairs.length > 0) || b.count - a.count);
}

/** Changes the column that the problems are in; without one, every column that is not decided. */
const withReading = (mapping: Mapping, source: string | null, reading: Pick<ColumnMapping, 'dateOrder' | 'decimal'>): Mapping => ({
  ...mapping,
  columns: mapping.columns.map((column) => (source === null || column.source === source ? { ...column, ...reading } : column)),
  questions: mapping.questions.map((question) => (reading.decimal !== undefined && question.decimal === 'ask' ? { ...question, decimal: reading.decimal } : question)),
});

/** The mapping read the other way; null for a repair that needs the columns step. Pure. */
export function repaired(mapping: Mapping, repair: Repair, column: string | null): Mapping | null {
  switch (repair) {
    case 'read-day-month': return withReading(mapping, column, { dateOrder: 'DMY' });
    case 'read-month-day': return withReading(mapping, column, { dateOrder: 'MDY' });
    case 'decimal-comma': return withReading(mapping, column, { decimal: ',' });
    case 'decimal-point': return withReading(mapping, column, { decimal: '.' });
    case 'leave-empty': return { ...mapping, noAnswer: 'leave-empty' };
    case 'keep-last': return { ...mapping, duplicates: 'keep-last' };
    case 'keep-both': return { ...mapping, duplicates: 'keep-both' };
    case 'change-scale': return null;
    case 'set-aside': return mapping;
  }
}

/** The tables that a group of problems came from. */
export function tablesWith(group: ProblemGroup, rows: readonly SetAsideRow[], tables: readonly TableInDraft[]): TableInDraft[] {
  const files = new Set(rows.filter((row) => row.code === group.code && row.column === group.column).map((row) => row.file));
  return tables.filter(({ preview }) => files.has(preview.name));
}
