import { mean } from './descriptive.ts';
import { usualConf, type Limits } from './limits.ts';
import { available, unavailable, type Outcome } from './outcome.ts';
import { wilson } from './wilson.ts';

export type Ratings = {
  /** null = asked, not answered. */
  readonly ratings: readonly (number | null)[];
  readonly scale: readonly [min: number, max: number];
  /** Lowest rating that counts as positive. */
  readonly positiveMin: number;
  readonly conf?: number;
};

/** `share` 0..1 of the `n` valid ratings; `bottomTwo` counts the two lowest boxes; out-of-scale ratings are `invalid`, never clipped. */
export type RatingShare = Outcome & {
  readonly share: number | null; readonly ci: Limits | null; readonly n: number; readonly positive: number; readonly mean: number | null;
  readonly bottomTwo: number; readonly invalid: number; readonly missing: number;
};

/** Share of valid ratings at or above a threshold, with Wilson's interval. NO_DATA without a valid rating. */
export function ratingShare({ ratings, scale: [min, max], positiveMin, conf = usualConf }: Ratings): RatingShare {
  const answered = ratings.filter((rating) => rating !== null);
  const valid = answered.filter((rating) => rating >= min && rating <= max);
  const n = valid.length;
  const positive = valid.filter((rating) => rating >= positiveMin).length;
  return {
    share: n === 0 ? null : positive / n, ci: wilson({ x: positive, n, conf }), n, positive, mean: mean(valid),
    bottomTwo: valid.filter((rating) => rating <= min + 1).length,
    invalid: answered.length - n, missing: ratings.length - answered.length,
    ...(n === 0 ? unavailable('NO_DATA') : available()),
  };
}

/** Customer satisfaction: the share of ratings at or above `positiveMin` (4 of 5 by custom). */
export function csat(input: Ratings): RatingShare {
  return ratingShare(input);
}

/** Customer Effort Score 2.0, "made it easy for me", 1..7 agree: the share at or above `positiveMin` (5 by custom). Source: Gartner/CEB. */
export function ces(input: Omit<Ratings, 'scale'>): RatingShare {
  return ratingShare({ ...input, scale: [1, 7] });
}
