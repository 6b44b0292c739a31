import type { TableKind } from '#shared/model/import-mapping.ts';
import { plainName } from './column-names.ts';
import { recordKinds } from './index.ts';
import { matchColumns, type FieldMatch } from './match-columns.ts';
import type { RecordKind } from './record-kind.ts';
import { isSetAsideColumn } from './set-aside-file.ts';
import { knownItemFor } from './survey-items.ts';
import type { ColumnView } from './table-profile.ts';

export type KindChoice = { kind: RecordKind; matches: readonly (FieldMatch | null)[]; confidence: number; missingRequired: string[] };

const MISSING_COSTS = 4;
const UNMATCHED_COSTS = 0.05;
/** A list of customers whose customer number comes again and again is a list of something else. */
const REPEATED_IDENTITY_COSTS = 4;

const LEAST_SCORE = 1;
/** Any table could be a survey of unknown questions: it takes a response number or a known question. */
const BARE_SURVEY_COSTS = 4;

type Scored = { kind: RecordKind; matches: (FieldMatch | null)[]; score: number; missing: string[]; areAllSure: boolean };

function isRepeated(matches: readonly (FieldMatch | null)[], columns: readonly ColumnView[], kind: RecordKind): boolean {
  const { long } = kind;
  if (long && matches.some((match) => match?.spec.field === long.answer)) return false;
  const at = matches.findIndex((match) => match !== null && match.spec.field === kind.identity);
  const profile = columns[at]?.profile;
  if (!profile || profile.filled < 5) return false;
  // Beyond what is remembered the first values stand for the rest.
  const counts = [...profile.distinct.values()];
  return counts.filter((count) => count > 1).length > counts.length * 0.2;
}

type ColumnWorth = { worth: number; isSure: boolean; isItem: boolean };

/** What one column speaks for a kind: as a field of it, as a question that surveys ask, as an item of a scorecard. */
function worthOf(kind: RecordKind, column: ColumnView, match: FieldMatch | null): ColumnWorth {
  if (isSetAsideColumn(column.name)) return { worth: 0, isSure: true, isItem: true };
  const known = kind.items === 'survey' ? knownItemFor(column.name, column.label) : null;
  if (known && known.confidence >= (match?.confidence ?? 0)) return { worth: 2 * known.confidence, isSure: known.confidence === 1, isItem: true };
  if (match) return { worth: (match.spec.weight ?? 1) * match.confidence, isSure: match.confidence === 1, isItem: false };
  if (kind.items === 'score' && /^[te][1-9]$/.test(plainName(column.name))) return { worth: 1, isSure: true, isItem: true };
  return { worth: kind.items ? 0 : -UNMATCHED_COSTS, isSure: false, isItem: false };
}

function score(kind: RecordKind, columns: readonly ColumnView[]): Scored {
  const found = matchColumns(kind, columns);
  const worths = columns.map((column, index) => worthOf(kind, column, found[index] ?? null));
  const matches = found.map((match, index) => (worths[index]?.isItem ? null : match));
  const missing = kind.fields.filter((spec) => spec.isRequired && !matches.some((match) => match?.spec === spec)).map((spec) => spec.field);
  const isBareSurvey = kind.kind === 'surveys' && !worths.some(({ isItem, worth }) => isItem && worth > 0) && !matches.some((match) => match !== null && match.spec.field === kind.identity && match.confidence >= 0.9);
  const repeated = isRepeated(matches, columns, kind) ? REPEATED_IDENTITY_COSTS : 0;
  const total = worths.reduce((sum, { worth }) => sum + worth, 0) - missing.length * MISSING_COSTS - repeated - (isBareSurvey ? BARE_SURVEY_COSTS : 0);
  return { kind, matches, score: total, missing, areAllSure: missing.length === 0 && worths.every(({ isSure }) => isSure) };
}

function confidenceOf(best: Scored, second: Scored | undefined): number {
  if (best.areAllSure) return 1;
  const margin = (best.score - Math.max(second?.score ?? 0, 0)) / best.score;
  // A kind that rests on a doubtful column, or lacks one, is itself in doubt.
  const needed = best.matches.flatMap((match) => (match?.spec.isRequired ? [match.confidence] : []));
  return Math.max(0, Math.min(0.99, 0.5 + margin / 2)) * Math.min(1, ...needed) * (best.missing.length > 0 ? 0.5 : 1);
}

/**
 * What the rows of a table are, by the names and values of its columns; a stated kind is taken as it is.
 * @returns null when nothing suits
 */
export function chooseKind(columns: readonly ColumnView[], stated?: TableKind): KindChoice | null {
  const ranked = recordKinds
    .filter((kind) => stated === undefined || kind.kind === stated)
    .map((kind) => score(kind, columns))
    .sort((a, b) => b.score - a.score);
  const [best, second] = ranked;
  if (!best || (stated === undefined && best.score < LEAST_SCORE)) return null;
  return { kind: best.kind, matches: best.matches, missingRequired: best.missing, confidence: stated === undefined ? confidenceOf(best, second) : 1 };
}
