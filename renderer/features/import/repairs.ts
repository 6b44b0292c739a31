import type { Mapping, Repair } from '#shared/model/import-mapping.ts';
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
};

/** Problems of one kind: one decision mends them all. */
export type ProblemGroup = { code: string; count: number; example: SetAsideRow; repairs: readonly Repair[] };

/** The problems by kind, those that can be mended here first, then the most frequent. */
export function groupProblems(rows: readonly SetAsideRow[]): ProblemGroup[] {
  const groups = new Map<string, ProblemGroup>();
  for (const row of rows) {
    const known = groups.get(row.code);
    if (known) known.count += 1;
    else groups.set(row.code, { code: row.code, count: 1, example: row, repairs: repairsByCode[row.code] ?? [] });
  }
  return [...groups.values()].toSorted((a, b) => Number(b.repairs.length > 0) - Number(a.repairs.length > 0) || b.count - a.count);
}

const withDateOrder = (mapping: Mapping, dateOrder: 'DMY' | 'MDY'): Mapping => ({
  ...mapping, columns: mapping.columns.map((column) => (column.dateOrder === 'ask' ? { ...column, dateOrder } : column)),
});

const withDecimal = (mapping: Mapping, decimal: '.' | ','): Mapping => ({
  ...mapping,
  columns: mapping.columns.map((column) => (column.decimal === 'ask' ? { ...column, decimal } : column)),
  questions: mapping.questions.map((question) => (question.decimal === 'ask' ? { ...question, decimal } : question)),
});

/** The mapping read the other way; null for a repair that needs the columns step. Pure. */
export function repaired(mapping: Mapping, repair: Repair): Mapping | null {
  switch (repair) {
    case 'read-day-month': return withDateOrder(mapping, 'DMY');
    case 'read-month-day': return withDateOrder(mapping, 'MDY');
    case 'decimal-comma': return withDecimal(mapping, ',');
    case 'decimal-point': return withDecimal(mapping, '.');
    case 'leave-empty': return { ...mapping, noAnswer: 'leave-empty' };
    case 'keep-last': return { ...mapping, duplicates: 'keep-last' };
    case 'keep-both': return { ...mapping, duplicates: 'keep-both' };
    case 'change-scale': return null;
    case 'set-aside': return mapping;
  }
}

/** The tables that a group of problems came from. */
export function tablesWith(group: ProblemGroup, rows: readonly SetAsideRow[], tables: readonly TableInDraft[]): TableInDraft[] {
  const files = new Set(rows.filter((row) => row.code === group.code).map((row) => row.file));
  return tables.filter(({ preview }) => files.has(preview.name));
}
