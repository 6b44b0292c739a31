import type { AnswerScale, SurveyItemTarget, TableKind } from '#shared/model/import-mapping.ts';
import type { TableRecord } from './records.ts';
import type { ValueFaultCode } from './values/reading.ts';
import type { Choices } from './values/words.ts';

/** How a field's cell is read. `answer` needs a scale; `place` is a time or `turn N`; `clock` is a time within an interaction or a moment. */
export type FieldValue =
  | 'id' | 'text' | 'moment' | 'day' | 'month' | 'number' | 'integer' | 'duration' | 'yes-no' | 'choice' | 'percentage' | 'answer' | 'place' | 'clock';

/** A field that a column can go to. `names` are column names in several languages, plain (lower case, no marks). */
export type FieldSpec = {
  readonly field: string;
  readonly label: string;
  readonly value: FieldValue;
  readonly names: readonly string[];
  /** Names that say it only together with the rest of the header (`id`, `date`, `name`). */
  readonly weakNames?: readonly string[];
  readonly isRequired?: boolean;
  /** What finding it says about the kind of the table; 1 when absent. */
  readonly weight?: number;
  readonly choices?: Choices;
};

/** The values of a row by field, read and typed. */
export type RowValues = {
  text(field: string): string | undefined;
  number(field: string): number | undefined;
  flag(field: string): boolean | undefined;
  /** The text of a field that is required: a row without it was refused before. */
  required(field: string): string;
};

export type ItemValue = { target: SurveyItemTarget; scale: AnswerScale | undefined; value: number | null; text: string | null };
export type ScoreValue = { key: string; value: number; scale: AnswerScale };

/** A row as a kind gets it to build its record. */
export type MappedRow = {
  row: number;
  /** The file's own name. */
  file: string;
  values: RowValues;
  surveyItems: readonly ItemValue[];
  scoreItems: readonly ScoreValue[];
  /** Columns kept under their own names. */
  fields: Record<string, string>;
  /** An identifier made of the row's content, for tables that have none. */
  contentId(): string;
  /** Whether a column goes to this field at all. */
  isMapped(field: string): boolean;
  /** The scale that the column of a field is read on. */
  scaleOf(field: string): AnswerScale | undefined;
};

/** What a kind refuses after every cell was read, e.g. that one of two fields is needed. */
export type RowRefusal = { field: string; code: ValueFaultCode; expected: string; advice: string };

export type RecordKind = {
  readonly kind: TableKind;
  /** For people: "Interactions". */
  readonly label: string;
  readonly fields: readonly FieldSpec[];
  /** Columns beyond the fields can be answers of a survey or items of a scorecard. */
  readonly items?: 'survey' | 'score';
  /** Other columns are kept under their own names unless the person says otherwise. */
  readonly keepsOtherColumns?: boolean;
  /** The field that must not come twice in a file. */
  readonly identity?: string;
  /**
   * The two fields that make a table long: one row an answer. With `isByQuestion` each question has a scale of its own.
   * Rows of a long table that stand together and share a key become one record.
   */
  readonly long?: { question: string; answer: string; isByQuestion: boolean };
  /** Every row is part of a larger record, whose rows must stand together. */
  readonly alwaysGroups?: boolean;
  build(row: MappedRow): TableRecord | RowRefusal;
  groupKey?(record: TableRecord): string | null;
  merge?(into: TableRecord, next: TableRecord): void;
  finish?(record: TableRecord): void;
};

export function isRefusal(built: TableRecord | RowRefusal): built is RowRefusal {
  return 'advice' in built;
}
