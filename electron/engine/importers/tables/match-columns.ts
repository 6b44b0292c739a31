import { plainName } from './column-names.ts';
import { readCell, type CellRules } from './read-cell.ts';
import type { FieldSpec, RecordKind } from './record-kind.ts';
import type { ColumnView } from './table-profile.ts';
import { isFault } from './values/reading.ts';

export type FieldMatch = { spec: FieldSpec; confidence: number; why: string };

const LEAST_CONFIDENCE = 0.5;
/** Distinct values that are tried against a field. */
const TRIED = 60;

const UNIT_WORDS = new Set(['s', 'sec', 'secs', 'second', 'seconds', 'sek', 'sekunden', 'secondes', 'segundos', 'ms', 'millis', 'milliseconds', 'min', 'mins', 'minutes', 'minuten', 'h', 'hours', 'std', 'stunden', 'in', 'utc', 'gmt']);

/** `duration (s)`, `start time UTC`: units say how to read a column, not what it is. */
function withoutUnits(plain: string): string {
  const words = plain.split(' ');
  while (words.length > 1 && UNIT_WORDS.has(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}

const compact = (text: string): string => text.replaceAll(' ', '');

type Names = { strong: ReadonlySet<string>; weak: ReadonlySet<string>; phrases: readonly string[] };
const namesOf = new WeakMap<FieldSpec, Names>();

function namesFor(spec: FieldSpec): Names {
  let names = namesOf.get(spec);
  if (!names) {
    const own = [...spec.names, plainName(spec.field)];
    names = {
      strong: new Set(own.map(compact)),
      weak: new Set((spec.weakNames ?? []).map(compact)),
      phrases: own.filter((name) => name.includes(' ')),
    };
    namesOf.set(spec, names);
  }
  return names;
}

/** A column's name in the forms that it is compared in. */
type NameForms = { whole: string; bare: string; bareCompact: string };

function formsOf(name: string): NameForms {
  const plain = plainName(name);
  const bare = withoutUnits(plain);
  return { whole: compact(plain), bare, bareCompact: compact(bare) };
}

function byName(spec: FieldSpec, { whole, bare, bareCompact }: NameForms): FieldMatch | null {
  const { strong, weak, phrases } = namesFor(spec);
  if (strong.has(whole) || strong.has(bareCompact)) return { spec, confidence: 1, why: 'the column is called that' };
  if (weak.has(bareCompact)) return { spec, confidence: 0.7, why: 'the name may mean that' };
  const padded = ` ${bare} `;
  const phrase = phrases.find((candidate) => padded.includes(` ${candidate} `));
  return phrase && bare.length < phrase.length * 3 ? { spec, confidence: 0.75, why: `the name contains "${phrase}"` } : null;
}

const LENIENT: CellRules = { dateOrder: 'ask', decimal: 'ask', unit: 's', scale: undefined, timeZone: 'UTC', noAnswer: 'leave-empty' };
/** Faults that a choice of the person mends: the cell does look like what the field wants. */
const OPEN_QUESTIONS = new Set(['DATE_ORDER_AMBIGUOUS', 'NUMBER_AMBIGUOUS', 'NO_ANSWER_WORD', 'OFF_SCALE', 'ANSWER_NOT_ON_SCALE']);

/** The share of a column's distinct values that a field can read, 0-1; 1 for an empty column. */
function fit(spec: FieldSpec, column: ColumnView): number {
  if (spec.value === 'id' || spec.value === 'text' || spec.value === 'answer') return 1;
  const cells = column.profile.cells.slice(0, TRIED);
  if (cells.length === 0) return 1;
  const readable = cells.filter((cell) => {
    const reading = readCell(cell, spec, LENIENT);
    return !isFault(reading) || OPEN_QUESTIONS.has(reading.code);
  });
  return readable.length / cells.length;
}

type ColumnForms = { name: NameForms; label: NameForms | null };
const formsByColumn = new WeakMap<ColumnView, ColumnForms>();

function columnForms(column: ColumnView): ColumnForms {
  let forms = formsByColumn.get(column);
  if (!forms) {
    forms = { name: formsOf(column.name), label: column.label === null ? null : formsOf(column.label) };
    formsByColumn.set(column, forms);
  }
  return forms;
}

/** How well a column suits a field by its name, its second header and its values; null when not at all. */
function matchField(spec: FieldSpec, column: ColumnView): FieldMatch | null {
  const { name, label } = columnForms(column);
  const named = byName(spec, name);
  const labelled = named ?? (label === null ? null : byName(spec, label));
  if (!labelled) return null;
  const byLabel = named ? 1 : 0.9;
  const share = fit(spec, column);
  if (share >= 0.9) return { ...labelled, confidence: labelled.confidence * byLabel };
  if (share >= 0.5) return { ...labelled, confidence: labelled.confidence * byLabel * 0.85, why: `${labelled.why}, but some values do not suit it` };
  return { ...labelled, confidence: labelled.confidence * byLabel * 0.4, why: `${labelled.why}, but its values do not suit it` };
}

function fieldsWanted(kind: RecordKind, columns: readonly ColumnView[]): readonly FieldSpec[] {
  const { long } = kind;
  if (!long) return kind.fields;
  const isFound = (field: string): boolean => {
    const spec = kind.fields.find((candidate) => candidate.field === field);
    return spec !== undefined && columns.some((column) => (matchField(spec, column)?.confidence ?? 0) >= 0.7);
  };
  // A long table needs both its columns; one alone means something else.
  const longFields = new Set([long.question, long.answer, 'itemMax', 'evidenceMs']);
  if (isFound(long.question) && isFound(long.answer)) return kind.fields;
  return kind.fields.filter((spec) => !longFields.has(spec.field));
}

/**
 * Gives each field of a kind the column that suits it best.
 * @returns a match or null for each column, in column order
 */
export function matchColumns(kind: RecordKind, columns: readonly ColumnView[]): (FieldMatch | null)[] {
  const candidates: { index: number; match: FieldMatch }[] = [];
  const wanted = fieldsWanted(kind, columns);
  for (const [index, column] of columns.entries()) {
    for (const spec of wanted) {
      const match = matchField(spec, column);
      if (match && match.confidence >= LEAST_CONFIDENCE) candidates.push({ index, match });
    }
  }
  candidates.sort((a, b) => b.match.confidence - a.match.confidence || a.index - b.index);
  const chosen: (FieldMatch | null)[] = columns.map(() => null);
  const taken = new Set<FieldSpec>();
  for (const { index, match } of candidates) {
    if (chosen[index] !== null || taken.has(match.spec)) continue;
    chosen[index] = match;
    taken.add(match.spec);
  }
  return chosen;
}
