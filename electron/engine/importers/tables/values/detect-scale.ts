import type { AnswerScale } from '#shared/model/import-mapping.ts';
import { ladderOf, leaningOf } from './answer-ladders.ts';
import { numberInAnswer, type AnswerNumber } from './answers.ts';
import { isNoAnswer, yesNoOf } from './words.ts';

/** `isSure` is false when a person should look at the choice. */
export type ScaleFinding = { scale: AnswerScale; why: string; isSure: boolean };
export type ScaleRange = { min: number; max: number };

/** Usual scales, the narrow ones first. */
const USUAL: readonly ScaleRange[] = [{ min: 0, max: 1 }, { min: 1, max: 5 }, { min: 0, max: 5 }, { min: 1, max: 7 }, { min: 1, max: 10 }, { min: 0, max: 10 }, { min: 0, max: 100 }];

/** Answers from which an end that is never reached means something. */
const MANY = 30;

type Answer = { text: string; count: number; number: AnswerNumber | null };

/** Of so many answers, so many may lie off the scale and it is still the column's scale; they are asked about one by one. */
function tolerance(total: number): number {
  return total < 20 ? Math.min(1, Math.floor(total / 5)) : Math.floor(total * 0.05);
}

function countOff(answers: readonly Answer[], range: ScaleRange): number {
  return answers.reduce((sum, { number, count }) => sum + (number && number.value >= range.min && number.value <= range.max ? 0 : count), 0);
}

/** Labels beside numbers show where the good end is: `1 - very satisfied` runs down. */
function directionOf(answers: readonly Answer[], range: ScaleRange): 'up' | 'down' {
  const middle = (range.min + range.max) / 2;
  const lean = answers.reduce((sum, { number }) => sum + (number ? Math.sign(number.value - middle) * leaningOf(number.label) : 0), 0);
  return lean < 0 ? 'down' : 'up';
}

function numericScale(answers: readonly Answer[], total: number, prior: ScaleRange | null): ScaleFinding | null {
  const outOf = answers.find(({ number }) => number?.outOf)?.number?.outOf;
  const stated: ScaleRange | null = outOf ? { min: outOf === 10 || outOf === 100 ? 0 : 1, max: outOf } : null;
  const candidates = [stated, prior, ...USUAL].filter((range) => range !== null);
  const range = candidates.find((candidate) => countOff(answers, candidate) <= tolerance(total));
  if (!range) return null;
  return finding(answers, total, { range: narrowed(answers, total, range), prior });
}

/** When many answers never reach the upper end of a usual scale, a narrower one was probably asked. */
function narrowed(answers: readonly Answer[], total: number, range: ScaleRange): ScaleRange {
  if (total < MANY) return range;
  return USUAL.find(({ min, max }) => min === range.min && max > 1 && max < range.max && countOff(answers, { min, max }) === 0) ?? range;
}

function finding(answers: readonly Answer[], total: number, { range, prior }: { range: ScaleRange; prior: ScaleRange | null }): ScaleFinding {
  const off = countOff(answers, range);
  const direction = directionOf(answers, range);
  const isPrior = prior !== null && range.min === prior.min && range.max === prior.max;
  const found = off === 0 ? `all ${total} answers lie` : `${total - off} of ${total} answers lie`;
  const turned = direction === 'down' ? '; by its labels the lowest is the best' : '';
  return { scale: { ...range, direction }, why: `${found} from ${range.min} to ${range.max}${turned}`, isSure: isPrior && direction === 'up' };
}

/**
 * Finds the scale of a column of answers from its distinct values and their counts.
 * @param prior the scale that the question usually has (1-5, 0-10, 1-7)
 * @returns null when the answers are no points of a scale
 */
export function detectScale(values: ReadonlyMap<string, number>, prior: ScaleRange | null): ScaleFinding | null {
  const answers: Answer[] = [];
  let total = 0;
  for (const [text, count] of values) {
    if (text.trim() === '' || isNoAnswer(text)) continue;
    answers.push({ text, count, number: numberInAnswer(text) });
    total += count;
  }
  if (total === 0) return prior ? { scale: { ...prior, direction: 'up' }, why: `usual for this question (${prior.min} to ${prior.max}); no answers seen`, isSure: false } : null;
  const yesNo = answers.reduce((sum, { text, count }) => sum + (yesNoOf(text) === null ? 0 : count), 0);
  const numeric = answers.reduce((sum, { number, count }) => sum + (number ? count : 0), 0);
  if (yesNo > total - 1 - tolerance(total) && (numeric < total || (prior?.max === 1 && prior.min === 0))) {
    return { scale: { min: 0, max: 1, direction: 'up' }, why: 'the answers are yes and no', isSure: true };
  }
  if (numeric >= total - tolerance(total)) return numericScale(answers, total, prior);
  const ladder = ladderOf(answers.map(({ text }) => text));
  if (!ladder) return null;
  return { scale: { min: 1, max: ladder.points, direction: 'up', labels: Object.fromEntries(ladder.words) }, why: `the answers are the words of a ${ladder.points}-point scale`, isSure: true };
}
