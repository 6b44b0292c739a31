import type { AnswerScale, DateOrder, DecimalMark, DurationUnit } from '#shared/model/import-mapping.ts';
import type { FieldSpec, FieldValue } from './record-kind.ts';
import { cellText, isBlankCell, type TableCell } from './table-row.ts';
import { readAnswer } from './values/answers.ts';
import { readDay, readMoment, readMonth } from './values/dates.ts';
import { readDuration } from './values/durations.ts';
import { readInteger, readNumber } from './values/numbers.ts';
import { fault, isFault, type Reading } from './values/reading.ts';
import { isNoAnswer, readChoice, readYesNo } from './values/words.ts';

/** How the cells of one column are read. */
export type CellRules = {
  dateOrder: DateOrder;
  decimal: DecimalMark;
  unit: DurationUnit;
  scale: AnswerScale | undefined;
  timeZone: string;
  /** What `n/a` in a column of numbers, dates or choices means. */
  noAnswer: 'ask' | 'leave-empty';
};

const NO_ANSWER = fault('NO_ANSWER_WORD', 'a value or an empty cell', 'Choose whether such cells are left empty.');

// Control characters other than line feed and tab have no business in text.
const CONTROL = /[^\P{Cc}\n\t]/gu;

/** Text as it is stored: line ends as LF, no control characters, trimmed. */
export function cleanText(text: string): string {
  const unified = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return unified.replace(CONTROL, '').trim();
}

/** `2:14` or `134.5` seconds, `turn 12`, or a bare `12`, which only the interaction can tell; the last two are handed on as text. */
function readPlace(text: string): Reading {
  if (/^\d{1,6}$/.test(text)) return `at ${Number(text)}`;
  const turn = /^(?:turn|zug|tour|turno|beurt|#)\s*(\d{1,6})$/i.exec(text);
  if (turn) return `turn ${Number(turn[1])}`;
  const time = readDuration(text, 's');
  return isFault(time) ? fault('MOMENT_INVALID', 'a time such as 2:14, or "turn 12"', 'Write the time as mm:ss from the start, or turn and its number.') : time;
}

/** A score as a share of its scale, 0-100; without a scale it is one already. */
function readPercentage(cell: TableCell, rules: CellRules): Reading {
  const scale = rules.scale ?? { min: 0, max: 100, direction: 'up' };
  const value = readAnswer(cell, scale);
  if (typeof value !== 'number') return value;
  const share = (100 * (value - scale.min)) / (scale.max - scale.min);
  return scale.direction === 'down' ? 100 - share : share;
}

/** A time within an interaction: a duration in ms, or a moment as text for logs that write the time of day. */
function readClock(cell: TableCell, rules: CellRules): Reading {
  const duration = readDuration(cell, rules.unit);
  if (!isFault(duration)) return duration;
  const moment = readMoment(cell, rules.dateOrder, rules.timeZone);
  return isFault(moment) && moment.code === 'DATE_INVALID' ? duration : moment;
}

type CellReader = (cell: { value: TableCell; text: string }, rules: CellRules, spec: FieldSpec) => Reading;

const readers: Readonly<Record<FieldValue, CellReader>> = {
  id: ({ text }) => text.replace(CONTROL, ''),
  text: ({ text }) => cleanText(text),
  moment: ({ value }, rules) => readMoment(value, rules.dateOrder, rules.timeZone),
  day: ({ value }, rules) => readDay(value, rules.dateOrder),
  month: ({ value }, rules) => readMonth(value, rules.dateOrder),
  number: ({ value, text }, rules) => (typeof value === 'number' ? value : readNumber(text, rules.decimal)),
  integer: ({ text }, rules) => readInteger(text, rules.decimal),
  duration: ({ value }, rules) => readDuration(value, rules.unit),
  'yes-no': ({ value, text }) => (typeof value === 'boolean' ? value : readYesNo(text)),
  choice: ({ text }, _rules, spec) => (spec.choices ? readChoice(text, spec.choices) : text),
  percentage: ({ value }, rules) => readPercentage(value, rules),
  answer: ({ value, text }, rules) => (rules.scale ? readAnswer(value, rules.scale) : readNumber(text, rules.decimal)),
  place: ({ text }) => readPlace(text),
  clock: ({ value }, rules) => readClock(value, rules),
};

/** `n/a` where a number, date or choice was expected is a question of its own; in text it is text. */
export function withNoAnswer(reading: Reading, cell: TableCell, noAnswer: CellRules['noAnswer']): Reading {
  if (!isFault(reading) || !isNoAnswer(cellText(cell))) return reading;
  return noAnswer === 'leave-empty' ? undefined : NO_ANSWER;
}

/** Reads one cell for a field: a value, `undefined` for an empty cell, or what is wrong with it. */
export function readCell(cell: TableCell | undefined, spec: FieldSpec, rules: CellRules): Reading {
  if (cell === undefined || isBlankCell(cell)) return undefined;
  const reading = withNoAnswer(readers[spec.value]({ value: cell, text: cellText(cell).trim() }, rules, spec), cell, rules.noAnswer);
  return reading === '' ? undefined : reading;
}

/** Reads one cell as an answer on a scale. */
export function readScaled(cell: TableCell | undefined, scale: AnswerScale, noAnswer: CellRules['noAnswer']): Reading {
  if (cell === undefined || isBlankCell(cell)) return undefined;
  return withNoAnswer(readAnswer(cell, scale), cell, noAnswer);
}
