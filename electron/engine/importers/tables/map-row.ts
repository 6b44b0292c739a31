import { createHash } from 'node:crypto';
import type { AnswerScale, ColumnMapping, Mapping, QuestionMapping } from '#shared/model/import-mapping.ts';
import { UnreadableFileError, type Problem } from '../importer.ts';
import { plainName } from './column-names.ts';
import type { TableHeader } from './header.ts';
import { recordKindOf } from './index.ts';
import { restoreFormula } from './formula-guard.ts';
import { cleanText, readCell, readScaled, type CellRules } from './read-cell.ts';
import { isRefusal, type FieldSpec, type ItemValue, type MappedRow, type RecordKind, type RowRefusal, type RowValues, type ScoreValue } from './record-kind.ts';
import type { TableRecord } from './records.ts';
import { rowProblem, tooWideProblem, troubleProblem, type RowPlace } from './row-problems.ts';
import { isSetAsideColumn } from './set-aside-file.ts';
import { cellText, isBlankCell, type TableCell, type TableRow } from './table-row.ts';
import { isFault, type Reading, type ValueFault } from './values/reading.ts';
import { isTimeZone } from './values/time-zone.ts';

export type MappedResult = { record: TableRecord } | { problems: Problem[] };

/** A mapping made ready for one file: how each row becomes a record. */
export type RowMapper = {
  kind: RecordKind;
  /** One row an answer or a turn: rows that belong together are merged. */
  isGrouped: boolean;
  /** The column of the identifier, for messages. */
  identityColumn: string | null;
  map(row: TableRow): MappedResult;
  /** The row as text by column, to be saved and mended. */
  rawRecord(row: TableRow): Record<string, string>;
};

const RUBRIC_SCALE: AnswerScale = { min: 0, max: 4, direction: 'up' };

type Bound = { column: ColumnMapping; position: number; spec: FieldSpec | null; rules: CellRules };
type Collected = { values: Map<string, Reading>; surveyItems: ItemValue[]; scoreItems: ScoreValue[]; fields: Record<string, string>; faults: { column: string; cell: TableCell | undefined; fault: ValueFault }[] };

/** How cells of a column are read. */
export function rulesOf(column: ColumnMapping, mapping: Mapping): CellRules {
  return {
    dateOrder: column.dateOrder ?? 'ask', decimal: column.decimal ?? 'ask', unit: column.unit ?? 's', scale: column.scale,
    timeZone: mapping.timeZone, noAnswer: mapping.noAnswer,
  };
}

function missingColumn(spec: FieldSpec, source: string | null): UnreadableFileError {
  const what = source === null ? `No column goes to "${spec.label}", which this kind of table needs.` : `The column "${source}", which goes to "${spec.label}", is not in this file.`;
  return new UnreadableFileError({
    row: null, column: source, code: 'REQUIRED_COLUMN_MISSING', found: null, expected: `a column for "${spec.label}"`, message: `${what} Choose the column that holds it.`,
  });
}

function unknownTimeZone(name: string): UnreadableFileError {
  return new UnreadableFileError({
    row: null, column: null, code: 'TIME_ZONE_UNKNOWN', found: name.slice(0, 100), expected: 'a time zone such as Europe/Berlin',
    message: `"${name.slice(0, 100)}" is no time zone that is known here. Choose one such as Europe/Berlin.`,
  });
}

/** Finds the file's column for each mapped one, by its name or by the same name written otherwise. */
function bind(mapping: Mapping, header: TableHeader, kind: RecordKind): Bound[] {
  const exact = new Map(header.columns.map((column) => [column.name, column.position]));
  const loose = new Map(header.columns.map((column) => [plainName(column.name), column.position]));
  const bound: Bound[] = [];
  for (const column of mapping.columns) {
    const { target } = column;
    if (target.to === 'ignore') continue;
    const position = exact.get(column.source) ?? loose.get(plainName(column.source));
    const spec = target.to === 'field' ? (kind.fields.find((candidate) => candidate.field === target.field) ?? null) : null;
    if (position === undefined) {
      if (spec?.isRequired) throw missingColumn(spec, column.source);
      continue;
    }
    if (target.to === 'field' && spec === null) continue;
    bound.push({ column, position, spec, rules: rulesOf(column, mapping) });
  }
  for (const spec of kind.fields) {
    if (spec.isRequired && !bound.some((candidate) => candidate.spec === spec)) throw missingColumn(spec, null);
  }
  return bound;
}

function rowValues(values: ReadonlyMap<string, Reading>): RowValues {
  return {
    text: (field) => {
      const value = values.get(field);
      return typeof value === 'string' ? value : undefined;
    },
    number: (field) => {
      const value = values.get(field);
      return typeof value === 'number' ? value : undefined;
    },
    flag: (field) => {
      const value = values.get(field);
      return typeof value === 'boolean' ? value : undefined;
    },
    required: (field) => values.get(field) as string,
  };
}

/** Notes a fault, or hands back the value of a filled cell. */
function valueOf(reading: Reading, cell: TableCell | undefined, sink: { column: string; into: Collected }): string | number | boolean | undefined {
  if (!isFault(reading)) return reading;
  sink.into.faults.push({ column: sink.column, cell, fault: reading });
  return undefined;
}

function collectCell(bound: Bound, cell: TableCell | undefined, into: Collected): void {
  const { column, spec, rules } = bound;
  const { target } = column;
  if (isBlankCell(cell)) return;
  if (target.to === 'field' && spec) {
    const value = valueOf(readCell(cell, spec, rules), cell, { column: column.source, into });
    if (value !== undefined) into.values.set(spec.field, value);
  } else if (target.to === 'keep') {
    const text = cleanText(cellText(cell));
    if (text !== '') into.fields[target.name] = text;
  } else if (target.to === 'survey_item') {
    collectAnswer({ target, scale: column.scale, bound }, cell, into);
  } else if (target.to === 'score_item') {
    const scale = column.scale ?? RUBRIC_SCALE;
    const value = valueOf(readScaled(cell, scale, rules.noAnswer), cell, { column: column.source, into });
    if (value !== undefined) into.scoreItems.push({ key: target.key, value: Number(value), scale });
  }
}

type AnswerCell = { target: ItemValue['target']; scale: AnswerScale | undefined; bound: Bound };

function collectAnswer({ target, scale, bound }: AnswerCell, cell: TableCell | undefined, into: Collected): void {
  if (!scale || target.kind === 'text') {
    into.surveyItems.push({ target, scale: undefined, value: null, text: cleanText(cellText(cell)) });
    return;
  }
  const value = valueOf(readScaled(cell, scale, bound.rules.noAnswer), cell, { column: bound.column.source, into });
  if (value !== undefined) into.surveyItems.push({ target, scale, value: Number(value), text: null });
}

/** In a long table the answer's cell is read on the scale of its question. */
function collectByQuestion(long: { question: string; answer: Bound }, row: TableRow, context: { questions: ReadonlyMap<string, QuestionMapping>; into: Collected }): void {
  const { questions, into } = context;
  const asked = into.values.get(long.question);
  const cell = row.cells[long.answer.position];
  const text = typeof asked === 'string' ? asked : 'answer';
  const question = questions.get(text);
  if (question?.target.to === 'ignore' || isBlankCell(cell)) return;
  const target = question?.target ?? { to: 'survey_item' as const, key: text, kind: 'text' as const, label: text };
  collectAnswer({ target, scale: question?.scale ?? long.answer.column.scale, bound: long.answer }, cell, into);
}

function contentId(kind: string, row: TableRow): string {
  const hash = createHash('sha256').update(kind);
  for (const cell of row.cells) hash.update(`\u001f${cellText(cell)}`);
  return `row-${hash.digest('hex').slice(0, 24)}`;
}

function requiredFaults(required: readonly Bound[], collected: Collected, place: RowPlace): Problem[] {
  return required
    .filter(({ spec, column }) => spec && !collected.values.has(spec.field) && !collected.faults.some((found) => found.column === column.source))
    .map(({ column, spec }) => rowProblem(place, { code: 'REQUIRED_MISSING', column: column.source, found: null, expected: `a value for "${spec?.label ?? ''}"`, advice: 'Fill the cell.' }));
}

function refusalProblem(place: RowPlace, refusal: RowRefusal, bound: readonly Bound[]): Problem {
  const column = bound.find(({ spec }) => spec?.field === refusal.field)?.column.source ?? null;
  return rowProblem(place, { code: refusal.code, column, found: column === null ? null : (place.record[column] ?? null), expected: refusal.expected, advice: refusal.advice });
}

/**
 * Makes a mapping ready for a file with this header.
 * @throws UnreadableFileError REQUIRED_COLUMN_MISSING, TIME_ZONE_UNKNOWN
 */
export function createRowMapper(mapping: Mapping, header: TableHeader, file: string): RowMapper {
  if (!isTimeZone(mapping.timeZone)) throw unknownTimeZone(mapping.timeZone);
  const kind = recordKindOf(mapping.kind);
  const bound = bind(mapping, header, kind);
  const required = bound.filter(({ spec }) => spec?.isRequired);
  const { long } = kind;
  const answer = long ? bound.find(({ spec }) => spec?.field === long.answer) : undefined;
  const isLong = answer !== undefined && bound.some(({ spec }) => spec?.field === long?.question);
  const byQuestion = isLong && long?.isByQuestion ? { question: long.question, answer } : null;
  const questions = new Map(mapping.questions.map((question) => [question.question, question]));
  const scales = new Map(bound.flatMap(({ spec, column }) => (spec ? [[spec.field, column.scale] as const] : [])));
  const lastPosition = header.columns.at(-1)?.position ?? -1;

  // What was defused for spreadsheets when it was set aside comes back as it was.
  const isReturned = header.columns.some((column) => isSetAsideColumn(column.name));
  const asWritten = (row: TableRow): TableRow => (isReturned ? { ...row, cells: row.cells.map((cell) => (typeof cell === 'string' ? restoreFormula(cell) : cell)) } : row);

  const rawRecord = (row: TableRow): Record<string, string> =>
    Object.fromEntries(header.columns.map((column) => [column.name, cellText(row.cells[column.position])]));

  const collect = (row: TableRow): Collected => {
    const into: Collected = { values: new Map(), surveyItems: [], scoreItems: [], fields: {}, faults: [] };
    for (const column of bound) if (column !== byQuestion?.answer) collectCell(column, row.cells[column.position], into);
    if (byQuestion) collectByQuestion(byQuestion, row, { questions, into });
    return into;
  };

  const map = (read: TableRow): MappedResult => {
    const row = asWritten(read);
    const place = (): RowPlace => ({ file, row: row.row, record: rawRecord(row) });
    if (row.trouble) return { problems: [troubleProblem(place(), row.trouble)] };
    const extra = row.cells.findLastIndex((cell) => !isBlankCell(cell));
    if (extra > lastPosition) return { problems: [tooWideProblem(place(), extra + 1, lastPosition + 1)] };
    const collected = collect(row);
    const missing = required.some(({ spec }) => spec && !collected.values.has(spec.field));
    if (collected.faults.length > 0 || missing) {
      const at = place();
      const faults = collected.faults.map(({ column, cell, fault }) => rowProblem(at, { ...fault, column, found: cellText(cell) }));
      return { problems: [...faults, ...requiredFaults(required, collected, at)] };
    }
    const mapped: MappedRow = {
      row: row.row, file, values: rowValues(collected.values), surveyItems: collected.surveyItems, scoreItems: collected.scoreItems, fields: collected.fields,
      contentId: () => contentId(kind.kind, row), isMapped: (field) => scales.has(field), scaleOf: (field) => scales.get(field),
    };
    const built = kind.build(mapped);
    return isRefusal(built) ? { problems: [refusalProblem(place(), built, bound)] } : { record: built };
  };

  const identity = bound.find(({ spec }) => spec !== null && spec.field === kind.identity);
  return { kind, isGrouped: isLong || kind.alwaysGroups === true, identityColumn: identity?.column.source ?? null, map, rawRecord };
}
