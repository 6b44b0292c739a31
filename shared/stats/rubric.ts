import { mean } from './descriptive.ts';
import { available, reasonsFor, unavailable, type Outcome } from './outcome.ts';

export type RubricItems = {
  /** 0..max per item; null = not applicable. */
  readonly technical: readonly (number | null)[];
  readonly emotional: readonly (number | null)[];
  readonly max: number;
  readonly minItems: number;
  /** 0..100; a score at the threshold counts as above. */
  readonly threshold?: number;
};

export type Quadrant = 'right_and_warm' | 'correct_but_cold' | 'kind_but_wrong' | 'neither';

/** Half-way between "partial" and "competent". */
export const usualThreshold = 62.5;

export type RubricScores = Outcome & { readonly technical: number | null; readonly emotional: number | null; readonly quadrant: Quadrant | null };

/** 100 mean(items)/max over the items that apply, 0..100; null when fewer than `minItems` apply. */
export function rubricScore(items: readonly (number | null)[], max: number, minItems: number): number | null {
  const scored = items.filter((item) => item !== null);
  const average = scored.length < minItems ? null : mean(scored);
  return average === null ? null : (100 * average) / max;
}

/** Where a pair of scores lies; fixed thresholds, never medians. */
export function quadrantOf(technical: number, emotional: number, threshold: number = usualThreshold): Quadrant {
  const isRight = technical >= threshold - 1e-9;
  const isWarm = emotional >= threshold - 1e-9;
  if (isRight) return isWarm ? 'right_and_warm' : 'correct_but_cold';
  return isWarm ? 'kind_but_wrong' : 'neither';
}

/** Technical and emotional score of one interaction with the quadrant. BELOW_MIN_N where too few items apply. */
export function rubricScores({ technical, emotional, max, minItems, threshold = usualThreshold }: RubricItems): RubricScores {
  const right = rubricScore(technical, max, minItems);
  const warm = rubricScore(emotional, max, minItems);
  const quadrant = right === null || warm === null ? null : quadrantOf(right, warm, threshold);
  const reasons = reasonsFor(['emotional', warm === null, 'BELOW_MIN_N'], ['quadrant', right !== null && warm === null, 'BELOW_MIN_N']);
  return { technical: right, emotional: warm, quadrant, ...(right === null ? unavailable('BELOW_MIN_N', reasons) : available(reasons)) };
}

/** Standard error of measurement in score points, sd sqrt(1 - icc): within one of the threshold an interaction's quadrant is uncertain. */
export function standardErrorOfMeasurement(sd: number, icc: number): number {
  return sd * Math.sqrt(Math.max(0, 1 - icc));
}
