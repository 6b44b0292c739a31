import type { AnswerScale } from '#shared/model/import-mapping.ts';
import { cellText, type TableCell } from '../table-row.ts';
import { leaningOf } from './answer-ladders.ts';
import { readNumber } from './numbers.ts';
import { fault, type Reading } from './reading.ts';
import { plainWord, yesNoOf } from './words.ts';

/** A number that an answer carries: alone, before or after its label (`5 - Very satisfied`, `Likely (9)`), of a total (`4/5`), or as stars. */
export type AnswerNumber = { value: number; label: string; outOf: number | null };

/** Longest text that can be an answer on a scale. */
const MAX_LENGTH = 200;

const LEADING = /^\(?(-?\d{1,3}(?:[.,]\d+)?)\)?\s*(?:[-–—:=.)]\s*|\()(?=\D)(.*?)\)?$/su;
const LEADING_BARE = /^(\d{1,3})\s+(\D+)$/su;
const TRAILING = /^(.*?\D)\s*[-–—:=(]\s*\(?(\d{1,3}(?:[.,]\d+)?)\)?$/su;
const OF_TOTAL = /^(\d{1,3}(?:[.,]\d+)?)\s*(?:\/|of|out of|von|sur|de|van)\s*(\d{1,3})(?:\s*(?:stars?|sterne|points?|punkte))?$/iu;
const STARS = /^([★⭐]{1,10})([☆]{0,10})$/u;

const numberOf = (digits: string | undefined): number => Number((digits ?? '').replace(',', '.'));

/** A number with its label, in any of the usual orders. */
function labelled(text: string): AnswerNumber | null {
  const leading = LEADING.exec(text);
  if (leading) return { value: numberOf(leading[1]), label: (leading[2] ?? '').trim(), outOf: null };
  const trailing = TRAILING.exec(text);
  if (trailing) return { value: numberOf(trailing[2]), label: (trailing[1] ?? '').trim(), outOf: null };
  // "5 very satisfied" is an answer, "2 times I called" is not.
  const bare = LEADING_BARE.exec(text);
  return bare && leaningOf(bare[2] ?? '') !== 0 ? { value: numberOf(bare[1]), label: bare[2] ?? '', outOf: null } : null;
}

/** The number in an answer, or null when it has none. */
export function numberInAnswer(text: string): AnswerNumber | null {
  const trimmed = text.trim();
  if (trimmed.length > MAX_LENGTH) return null;
  const bare = readNumber(trimmed, 'ask');
  if (typeof bare === 'number') return { value: bare, label: '', outOf: null };
  const ofTotal = OF_TOTAL.exec(trimmed);
  if (ofTotal) return { value: numberOf(ofTotal[1]), label: '', outOf: Number(ofTotal[2]) };
  const stars = STARS.exec(trimmed);
  if (stars) return { value: [...(stars[1] ?? '')].length, label: '', outOf: stars[2] ? [...trimmed].length : null };
  return labelled(trimmed);
}

function isYesNoScale(scale: AnswerScale): boolean {
  return scale.min === 0 && scale.max === 1;
}

/** Reads an answer as a point of its scale. A value off the scale is a fault; it is never clipped. */
export function readAnswer(cell: TableCell, scale: AnswerScale): Reading {
  const text = cellText(cell).trim();
  const word = scale.labels && text.length <= MAX_LENGTH ? plainWord(text) : '';
  if (scale.labels && Object.hasOwn(scale.labels, word)) return scale.labels[word];
  const expected = `a value from ${scale.min} to ${scale.max}`;
  const found = numberInAnswer(text);
  if (found) {
    if (found.value >= scale.min && found.value <= scale.max && (found.outOf === null || found.outOf === scale.max)) return found.value;
    return fault('OFF_SCALE', expected, 'Correct the answer, or choose another scale for this column.');
  }
  const yesNo = isYesNoScale(scale) ? yesNoOf(text) : null;
  if (yesNo !== null) return yesNo ? 1 : 0;
  return fault('ANSWER_NOT_ON_SCALE', expected, 'Say which point of the scale this answer is, or leave it empty.');
}
