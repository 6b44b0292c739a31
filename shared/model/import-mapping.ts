import { z } from 'zod';

/** What the rows of a table are. */
export const TableKind = z.enum([
  'interactions', 'customers', 'agents', 'surveys', 'survey_invitations', 'quality_scores', 'belief_poll',
  'purchases', 'costs', 'owners', 'codebook', 'tags', 'turns',
]);
export type TableKind = z.infer<typeof TableKind>;

/** `ask`: nothing decides it, so a row that could be read in two ways is set aside and asked about. */
export const DateOrder = z.enum(['DMY', 'MDY', 'YMD', 'ask']);
export type DateOrder = z.infer<typeof DateOrder>;

export const DecimalMark = z.enum(['.', ',', 'ask']);
export type DecimalMark = z.infer<typeof DecimalMark>;

/** What a bare number in a duration column counts. */
export const DurationUnit = z.enum(['ms', 's', 'min', 'h']);
export type DurationUnit = z.infer<typeof DurationUnit>;

/** `direction` says where the good end is; `labels` turns words into points of the scale. */
export const AnswerScale = z.object({
  min: z.number(),
  max: z.number(),
  direction: z.enum(['up', 'down']),
  labels: z.record(z.string().max(300), z.number()).optional(),
});
export type AnswerScale = z.infer<typeof AnswerScale>;

export const SurveyItemKind = z.enum(['csat', 'nps', 'ces', 'resolved', 'superior', 'felt', 'rating', 'text']);
export type SurveyItemKind = z.infer<typeof SurveyItemKind>;

const name = z.string().min(1).max(2_000);

/** One question of a survey: `key` joins the same question over files, `label` is what was asked. */
export const SurveyItemTarget = z.object({ to: z.literal('survey_item'), key: name, kind: SurveyItemKind, label: name });
export type SurveyItemTarget = z.infer<typeof SurveyItemTarget>;

/** Where a column goes: nowhere, into the record's own `fields`, to a field of the kind, to a survey or scorecard item. */
export const ColumnTarget = z.discriminatedUnion('to', [
  z.object({ to: z.literal('ignore') }),
  z.object({ to: z.literal('keep'), name }),
  z.object({ to: z.literal('field'), field: name }),
  SurveyItemTarget,
  z.object({ to: z.literal('score_item'), key: name, label: name }),
]);
export type ColumnTarget = z.infer<typeof ColumnTarget>;

/** How one column is read. `source` is the column's name, made distinct within its file. */
export const ColumnMapping = z.object({
  source: name,
  target: ColumnTarget,
  dateOrder: DateOrder.optional(),
  decimal: DecimalMark.optional(),
  unit: DurationUnit.optional(),
  scale: AnswerScale.optional(),
});
export type ColumnMapping = z.infer<typeof ColumnMapping>;

/** In a long table (a row an answer): what one question text stands for. */
export const QuestionMapping = z.object({
  question: name,
  target: z.union([SurveyItemTarget, z.object({ to: z.literal('ignore') })]),
  scale: AnswerScale.optional(),
  decimal: DecimalMark.optional(),
});
export type QuestionMapping = z.infer<typeof QuestionMapping>;

/** Everything a reader needs to turn the rows of a table into records. Plain JSON: saved, it is a recipe. */
export const Mapping = z.object({
  version: z.literal(1),
  kind: TableKind,
  /** Of the header it was made for; a file with the same header is offered this mapping again. */
  headerFingerprint: z.string().max(100),
  /** The sheet of a workbook; the first that holds a table when null. */
  sheet: z.string().max(200).nullable(),
  /** Null: found from the content. */
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']).nullable(),
  delimiter: z.enum([',', ';', '\t', '|']).nullable(),
  /** IANA name; wall-clock times without an offset are read in it. */
  timeZone: z.string().min(1).max(100),
  /** What `n/a` and its like in a column of numbers, dates or choices mean. */
  noAnswer: z.enum(['ask', 'leave-empty']),
  /** What happens to a row whose identifier came earlier in the file. */
  duplicates: z.enum(['ask', 'keep-last', 'keep-both']),
  columns: z.array(ColumnMapping).max(2_000),
  questions: z.array(QuestionMapping).max(2_000),
});
export type Mapping = z.infer<typeof Mapping>;

/** A mapping under a name. */
export const Recipe = z.object({ id: z.string(), name: z.string(), kind: TableKind, headerFingerprint: z.string(), mapping: Mapping });
export type Recipe = z.infer<typeof Recipe>;

/** What a person has to confirm before a column can be relied on. */
export const ColumnQuestion = z.enum(['date-order', 'decimal-mark', 'scale', 'personal', 'meaning']);
export type ColumnQuestion = z.infer<typeof ColumnQuestion>;

/** A column as the wizard shows it. */
export const ColumnSuggestion = z.object({
  mapping: ColumnMapping,
  /** The question text or second header, where the file has one. */
  label: z.string().nullable(),
  /** 0-1; 1 is certain. */
  confidence: z.number(),
  /** Why it goes there, in words. */
  why: z.string(),
  examples: z.array(z.string()),
  /** Cells that hold something, among the rows looked at. */
  filled: z.int(),
  questions: z.array(ColumnQuestion),
});
export type ColumnSuggestion = z.infer<typeof ColumnSuggestion>;

export const HeaderForm = z.enum(['plain', 'qualtrics-3', 'qualtrics-2', 'surveymonkey-2', 'none']);
export type HeaderForm = z.infer<typeof HeaderForm>;

/** What a person says of a table's file before its columns are looked at; null and absent: found from the content. */
export const TableForm = z.strictObject({
  encoding: Mapping.shape.encoding.optional(), delimiter: Mapping.shape.delimiter.optional(), sheet: Mapping.shape.sheet.optional(), kind: TableKind.nullable().optional(),
});
export type TableForm = z.infer<typeof TableForm>;

/** What a table is and how it would be read, from its first rows. */
export const TablePreview = z.object({
  format: z.enum(['delimited', 'workbook']),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  sheet: z.string().nullable(),
  sheets: z.array(z.string()),
  header: z.object({ form: HeaderForm, row: z.int(), firstDataRow: z.int() }),
  headerFingerprint: z.string(),
  /** Data rows looked at, and whether these are all there are. */
  rows: z.int(),
  isWhole: z.boolean(),
  kind: TableKind.nullable(),
  /** 0-1. */
  kindConfidence: z.number(),
  columns: z.array(ColumnSuggestion),
  questions: z.array(QuestionMapping),
  /** Fields that must be mapped before the table can be imported. */
  missingRequired: z.array(z.string()),
  /** The first data rows as text, in column order. */
  sample: z.array(z.array(z.string())),
  warnings: z.array(z.string()),
  /** What the first examples of a column become under the mapping in force, by column; null where a cell cannot be read. */
  reads: z.record(z.string(), z.array(z.string().nullable())),
  /** What a column of each kind can go to, in the order of the picker. */
  targets: z.array(z.object({
    kind: TableKind,
    fields: z.array(z.object({ field: z.string(), label: z.string(), isRequired: z.boolean() })),
  })),
});
export type TablePreview = z.infer<typeof TablePreview>;

/** How a group of problem rows can be mended by changing the mapping, without touching the file. */
export const Repair = z.enum([
  'read-day-month', 'read-month-day', 'decimal-comma', 'decimal-point', 'leave-empty', 'keep-last', 'keep-both', 'change-scale', 'set-aside',
]);
export type Repair = z.infer<typeof Repair>;

const REPAIRS: Readonly<Record<string, readonly Repair[]>> = {
  DATE_ORDER_AMBIGUOUS: ['read-day-month', 'read-month-day', 'set-aside'],
  NUMBER_AMBIGUOUS: ['decimal-comma', 'decimal-point', 'set-aside'],
  NO_ANSWER_WORD: ['leave-empty', 'set-aside'],
  DUPLICATE_ID: ['keep-last', 'keep-both', 'set-aside'],
  OFF_SCALE: ['change-scale', 'set-aside'],
  ANSWER_NOT_ON_SCALE: ['change-scale', 'set-aside'],
};

/** What a person can choose to mend a kind of problem without touching the file; empty when only the file can be mended. */
export function repairsFor(code: string): readonly Repair[] {
  return REPAIRS[code] ?? [];
}

function changeColumn(mapping: Mapping, source: string, change: Partial<ColumnMapping>): Mapping {
  return { ...mapping, columns: mapping.columns.map((column) => (column.source === source ? { ...column, ...change } : column)) };
}

/**
 * The mapping under which the problem does not come again. `change-scale` and `set-aside` leave it as it is: a scale is
 * chosen in its column, and set aside is what happens anyway.
 */
export function applyRepair(mapping: Mapping, repair: Repair, column: string): Mapping {
  switch (repair) {
    case 'read-day-month': return changeColumn(mapping, column, { dateOrder: 'DMY' });
    case 'read-month-day': return changeColumn(mapping, column, { dateOrder: 'MDY' });
    case 'decimal-comma': return changeColumn(mapping, column, { decimal: ',' });
    case 'decimal-point': return changeColumn(mapping, column, { decimal: '.' });
    case 'leave-empty': return { ...mapping, noAnswer: 'leave-empty' };
    case 'keep-last': return { ...mapping, duplicates: 'keep-last' };
    case 'keep-both': return { ...mapping, duplicates: 'keep-both' };
    case 'change-scale': case 'set-aside': return mapping;
  }
}
