import type { ColumnSuggestion, Mapping, QuestionMapping, TableKind } from '#shared/model/import-mapping.ts';
import { chooseKind, type KindChoice } from './tables/choose-kind.ts';
import { fileDecimalMark } from './tables/column-profile.ts';
import type { RecordKind } from './tables/record-kind.ts';
import { suggestColumn } from './tables/suggest-column.ts';
import { isNpsScale, knownItemFor } from './tables/survey-items.ts';
import { collectQuestions, profileTable, type TableProfile } from './tables/table-profile.ts';
import { detectScale } from './tables/values/detect-scale.ts';

export type MappingSuggestion = {
  kind: TableKind | null;
  /** 0-1; 1 when every column is known by its name. */
  confidence: number;
  columns: ColumnSuggestion[];
  questions: QuestionMapping[];
  missingRequired: string[];
  /** Null when no kind suits. */
  mapping: Mapping | null;
};

/** How a person said that the file is to be opened. */
export type StatedForm = Partial<Pick<Mapping, 'sheet' | 'encoding' | 'delimiter'>>;

export type SuggestOptions = { stated?: StatedForm | undefined; kind?: TableKind | undefined; timeZone?: string | undefined; signal?: AbortSignal | undefined };

function withoutKind(profile: TableProfile): MappingSuggestion {
  const columns = profile.columns.map((column): ColumnSuggestion => ({
    mapping: { source: column.name, target: { to: 'ignore' } }, label: column.label, confidence: 0, why: 'choose what the rows of this table are',
    examples: column.profile.examples, filled: column.profile.filled, questions: ['meaning'],
  }));
  return { kind: null, confidence: 0, columns, questions: [], missingRequired: [], mapping: null };
}

function suggestColumns(profile: TableProfile, choice: KindChoice): ColumnSuggestion[] {
  const decimalMark = fileDecimalMark(profile.columns.map((column) => column.profile), profile.table.delimiter);
  return profile.columns.map((column, index) => suggestColumn(choice.matches[index] ?? null, column, { kind: choice.kind, form: profile.header.form, decimalMark }));
}

function mappingOf(profile: TableProfile, choice: KindChoice, parts: { columns: readonly ColumnSuggestion[]; questions: QuestionMapping[]; timeZone: string; stated: StatedForm }): Mapping {
  return {
    version: 1, kind: choice.kind.kind, headerFingerprint: profile.header.fingerprint,
    // Only what a person stated: a recipe must not carry one file's encoding, separator or sheet over to the next.
    sheet: null, encoding: null, delimiter: null, ...parts.stated,
    timeZone: parts.timeZone, noAnswer: 'ask', duplicates: 'ask',
    columns: parts.columns.map((column) => column.mapping), questions: parts.questions,
  };
}

function questionMapping(question: string, answers: ReadonlyMap<string, number>): QuestionMapping {
  const known = knownItemFor(question, question);
  const found = detectScale(answers, known?.item.scale ?? null);
  const key = known?.item.key ?? question;
  if (!found) return { question, target: { to: 'survey_item', key, kind: 'text', label: question } };
  const isOtherScale = known?.item.kind === 'nps' && !isNpsScale(found.scale);
  const kind = known && !isOtherScale ? known.item.kind : 'rating';
  return { question, target: { to: 'survey_item', key, kind, label: question }, scale: found.scale };
}

function positionOf(profile: TableProfile, columns: readonly ColumnSuggestion[], field: string): number | undefined {
  const at = columns.findIndex((column) => column.mapping.target.to === 'field' && column.mapping.target.field === field);
  return profile.columns[at]?.position;
}

async function suggestQuestions(profile: TableProfile, choice: { kind: RecordKind; columns: readonly ColumnSuggestion[] }, signal: AbortSignal | undefined): Promise<QuestionMapping[]> {
  const { kind, columns } = choice;
  if (!kind.long?.isByQuestion) return [];
  const question = positionOf(profile, columns, kind.long.question);
  const answer = positionOf(profile, columns, kind.long.answer);
  if (question === undefined || answer === undefined) return [];
  const questions = await collectQuestions(profile, { question, answer }, signal);
  return [...questions].map(([text, answers]) => questionMapping(text, answers));
}

/**
 * Suggests what a table is and where each of its columns goes. A date order that the first rows leave open is looked for in
 * all rows, since any day above twelve decides it; what stays open is a question, never a guess.
 * @throws UnreadableFileError, or the signal's reason
 */
export async function suggestMapping(profile: TableProfile, options: SuggestOptions = {}): Promise<MappingSuggestion> {
  const choice = chooseKind(profile.columns, options.kind);
  if (!choice) return withoutKind(profile);
  let columns = suggestColumns(profile, choice);
  if (!profile.isWhole && columns.some((column) => column.questions.includes('date-order'))) {
    const whole = await profileTable(profile.table, { maxRows: Number.POSITIVE_INFINITY, signal: options.signal });
    columns = suggestColumns(whole, choice);
  }
  const questions = await suggestQuestions(profile, { kind: choice.kind, columns }, options.signal);
  const mapping = mappingOf(profile, choice, { columns, questions, timeZone: options.timeZone ?? 'UTC', stated: options.stated ?? {} });
  return { kind: choice.kind.kind, confidence: choice.confidence, columns, questions, missingRequired: choice.missingRequired, mapping };
}
