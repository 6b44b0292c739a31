import { at } from './element.ts';
import { variance } from './descriptive.ts';

/**
 * Cronbach's alpha of a scale, one row per respondent and one column per item, complete answers: k/(k-1) (1 - sum var / var of the
 * sum). Null below two items or respondents, or when the sums do not vary. Source: Cronbach 1951.
 */
export function cronbachAlpha(answers: readonly (readonly number[])[]): number | null {
  const k = answers[0]?.length ?? 0;
  if (k < 2 || answers.length < 2) return null;
  const ofSum = variance(answers.map((row) => row.reduce((sum, answer) => sum + answer, 0))) ?? 0;
  if (ofSum === 0) return null;
  const ofItems = Array.from({ length: k }, (_, item) => variance(answers.map((row) => at(row, item))) ?? 0);
  return (k / (k - 1)) * (1 - ofItems.reduce((sum, value) => sum + value, 0) / ofSum);
}
