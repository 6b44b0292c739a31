import type { ColumnMapping, ColumnQuestion, ColumnSuggestion, DecimalMark, DurationUnit, HeaderForm } from '#shared/model/import-mapping.ts';
import { plainName } from './column-names.ts';
import type { FieldMatch } from './match-columns.ts';
import { personalHint } from './personal-columns.ts';
import type { FieldSpec, RecordKind } from './record-kind.ts';
import { isSetAsideColumn } from './set-aside-file.ts';
import { isNpsScale, knownItemFor, type KnownItem } from './survey-items.ts';
import type { ColumnView } from './table-profile.ts';
import { cellText } from './table-row.ts';
import { numberInAnswer } from './values/answers.ts';
import { detectScale } from './values/detect-scale.ts';
import { readNumber } from './values/numbers.ts';
import { isFault } from './values/reading.ts';

/** What a suggestion needs to know beside its column. */
export type SuggestionContext = { kind: RecordKind; form: HeaderForm; decimalMark: ',' | '.' | null };

type Draft = { mapping: ColumnMapping; confidence: number; why: string; questions: ColumnQuestion[] };

const SURE = 0.9;
/** Column names of survey tools that say how a response was taken, not what was answered. */
const TOOL_COLUMNS = /^(?:response set|ip address|recipient (?:last name|first name|email)|recipient|finished|status|progress|duration in seconds|duration|recorded date|start date|location (?:latitude|longitude|accuracy)|distribution channel|user language|collector id|email address|first name|last name|custom data(?: \d+)?|custom \d+|name|external (?:data )?reference|date created|date modified|q recaptcha score|tags)$/;

function decimalFor(column: ColumnView, context: SuggestionContext): DecimalMark {
  return column.profile.decimalMark ?? context.decimalMark ?? 'ask';
}

function hasOpenNumbers(column: ColumnView): boolean {
  return column.profile.cells.some((cell) => {
    const reading = typeof cell === 'string' ? readNumber(cell, 'ask') : undefined;
    return isFault(reading) && reading.code === 'NUMBER_AMBIGUOUS';
  });
}

const UNIT_NAMES: readonly (readonly [RegExp, DurationUnit])[] = [
  [/^(?:ms|millis|milliseconds|millisekunden)$/, 'ms'],
  [/^(?:s|sec|secs|seconds|sek|sekunden|secondes|segundos)$/, 's'],
  [/^(?:min|mins|minutes|minuten|minutos)$/, 'min'],
  [/^(?:h|hrs|hours|std|stunden|heures|horas)$/, 'h'],
];

/** The unit by the column's name (`hold_s`, `Dauer (min)`), else seconds, or milliseconds when calls would last hours. */
function unitFor(column: ColumnView): DurationUnit {
  const last = plainName(column.name).split(' ').at(-1) ?? '';
  const named = UNIT_NAMES.find(([pattern]) => pattern.test(last));
  if (named) return named[1];
  const numbers = column.profile.cells.map((cell) => readNumber(String(cell ?? ''), 'ask')).filter((value) => typeof value === 'number').sort((a, b) => a - b);
  return (numbers[Math.floor(numbers.length / 2)] ?? 0) > 20_000 ? 'ms' : 's';
}

type FieldRules = { rules: Partial<ColumnMapping>; questions: ColumnQuestion[]; note: string };

function highest(column: ColumnView): number {
  const numbers = column.profile.cells.map((cell) => numberInAnswer(cellText(cell))?.value ?? 0);
  return numbers.length === 0 ? 100 : Math.max(...numbers);
}

function scaleRules(column: ColumnView, isPercentage: boolean): FieldRules {
  if (isPercentage && highest(column) <= 1) return { rules: { scale: { min: 0, max: 1, direction: 'up' } }, questions: ['scale'], note: '; no value is above 1, so they are read as shares' };
  // Scores that never pass 10 were hardly given out of 100.
  const isOutOfHundred = isPercentage && highest(column) > 10;
  const found = detectScale(column.profile.distinct, isOutOfHundred ? { min: 0, max: 100 } : null);
  if (!found) return { rules: {}, questions: [], note: '' };
  return { rules: { scale: found.scale }, questions: found.isSure || !isPercentage ? [] : ['scale'], note: `; ${found.why}` };
}

function dateRules(column: ColumnView): FieldRules {
  const dateOrder = column.profile.dates.order;
  return { rules: { dateOrder }, questions: dateOrder === 'ask' ? ['date-order'] : [], note: '' };
}

function numberRules(column: ColumnView, context: SuggestionContext): FieldRules {
  const decimal = decimalFor(column, context);
  return { rules: { decimal }, questions: decimal === 'ask' && hasOpenNumbers(column) ? ['decimal-mark'] : [], note: '' };
}

/** What has to be known to read a field's cells, and what of it a person has to confirm. */
function fieldRules(spec: FieldSpec, column: ColumnView, context: SuggestionContext): FieldRules {
  switch (spec.value) {
    case 'moment': case 'day': case 'month': return dateRules(column);
    case 'clock': return { ...dateRules(column), rules: { ...dateRules(column).rules, unit: unitFor(column) } };
    case 'number': case 'integer': return numberRules(column, context);
    case 'duration': return { rules: { unit: unitFor(column) }, questions: [], note: '' };
    case 'percentage': return scaleRules(column, true);
    case 'answer': return scaleRules(column, false);
    default: return { rules: {}, questions: [], note: '' };
  }
}

function forField({ spec, confidence, why }: FieldMatch, column: ColumnView, context: SuggestionContext): Draft {
  const { rules, questions, note } = fieldRules(spec, column, context);
  if (confidence < SURE) questions.push('meaning');
  return { mapping: { source: column.name, target: { to: 'field', field: spec.field }, ...rules }, confidence, why: why + note, questions };
}

function forKnownItem(found: { item: KnownItem; confidence: number; why: string }, column: ColumnView): Draft {
  const { item } = found;
  const scale = detectScale(column.profile.distinct, item.scale);
  const questions: ColumnQuestion[] = [];
  if (!scale?.isSure) questions.push('scale');
  if (found.confidence < SURE) questions.push('meaning');
  const isOtherScale = item.kind === 'nps' && scale !== null && !isNpsScale(scale.scale);
  const target = { to: 'survey_item', key: item.key, kind: isOtherScale ? 'rating' : item.kind, label: column.label ?? item.label } as const;
  if (!scale) return { mapping: { source: column.name, target: { ...target, kind: 'text' } }, confidence: 0.5, why: 'its answers are no points of a scale', questions };
  return { mapping: { source: column.name, target, scale: scale.scale }, confidence: found.confidence, why: `${found.why}; ${scale.why}`, questions };
}

/** A question that is not known: kept as a rating where the answers are plainly points of a scale, else as text. */
function forQuestion(column: ColumnView, form: HeaderForm): Draft {
  const label = column.label ?? column.name;
  // "Q1" means something else in every survey, so the text goes into the key.
  const key = column.label === null ? column.name : `${column.name}: ${column.label}`.slice(0, 300);
  const target = { to: 'survey_item', key, kind: 'text', label } as const;
  const asText: Draft = { mapping: { source: column.name, target }, confidence: 0.8, why: 'a question of this survey; its answers are kept as text', questions: [] };
  // Qualtrics codes choices as numbers whose order means nothing; only labels can be trusted there.
  const found = column.profile.isTruncated ? null : detectScale(column.profile.distinct, null);
  const isPlainScale = found !== null && found.scale.max <= 10 && found.scale.max - found.scale.min >= 3;
  if (!found || !isPlainScale || (form.startsWith('qualtrics') && !found.isSure)) return asText;
  return { mapping: { source: column.name, target: { ...target, kind: 'rating' }, scale: found.scale }, confidence: 0.7, why: `a question of this survey; ${found.why}`, questions: found.isSure ? [] : ['scale'] };
}

/** The rubric's items T1-T5 and E1-E5 stand on 0-4. */
const RUBRIC_ITEM = /^[te][1-9]$/;

function forScoreItem(column: ColumnView): Draft | null {
  const key = plainName(column.name);
  const isRubric = RUBRIC_ITEM.test(key);
  const found = column.profile.isTruncated ? null : detectScale(column.profile.distinct, isRubric ? { min: 0, max: 4 } : null);
  if (!found || found.scale.max > 10) return null;
  const target = { to: 'score_item', key: isRubric ? key : column.name, label: column.label ?? column.name } as const;
  const isSure = isRubric && found.isSure;
  return { mapping: { source: column.name, target, scale: found.scale }, confidence: isRubric ? 1 : 0.7, why: isRubric ? `an item of the rubric; ${found.why}` : `looks like an item of the form; ${found.why}`, questions: isSure ? [] : ['scale'] };
}

function leftOut(column: ColumnView, why: string, questions: ColumnQuestion[] = []): Draft {
  return { mapping: { source: column.name, target: { to: 'ignore' } }, confidence: 1, why, questions };
}

function forOther(column: ColumnView, context: SuggestionContext): Draft {
  if (isSetAsideColumn(column.name)) return leftOut(column, 'Earshot wrote it when the row was set aside');
  const isRubric = context.kind.items === 'score' && RUBRIC_ITEM.test(plainName(column.name));
  const personal = isRubric ? null : personalHint(column);
  if (personal) return leftOut(column, personal, ['personal']);
  if (column.profile.filled === 0 && !isRubric) return leftOut(column, 'it is empty');
  if (context.kind.items === 'survey') {
    return TOOL_COLUMNS.test(plainName(column.name)) ? leftOut(column, 'the survey tool wrote it, not the customer') : forQuestion(column, context.form);
  }
  if (context.kind.items === 'score') {
    const item = forScoreItem(column);
    if (item) return item;
  }
  if (context.kind.keepsOtherColumns) {
    return { mapping: { source: column.name, target: { to: 'keep', name: column.name } }, confidence: 1, why: 'kept under its own name', questions: [] };
  }
  return leftOut(column, 'nothing in Earshot has this name');
}

function draft(match: FieldMatch | null, column: ColumnView, context: SuggestionContext): Draft {
  if (context.kind.items === 'survey') {
    const known = knownItemFor(column.name, column.label);
    if (known && (!match || known.confidence >= match.confidence)) return forKnownItem(known, column);
  }
  return match ? forField(match, column, context) : forOther(column, context);
}

/** Where a column would go, how sure that is, and what a person has to confirm. */
export function suggestColumn(match: FieldMatch | null, column: ColumnView, context: SuggestionContext): ColumnSuggestion {
  const { mapping, confidence, why, questions } = draft(match, column, context);
  return { mapping, confidence, why, questions, label: column.label, examples: column.profile.examples, filled: column.profile.filled };
}
