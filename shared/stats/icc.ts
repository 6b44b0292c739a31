import { at } from './element.ts';
import { available, unavailable, whereNull, type Outcome } from './outcome.ts';

/** Intraclass correlations after Shrout & Fleiss: `icc2` is ICC(2,1), the one the house reports; k = mean of the k raters. */
export type Icc = Outcome & {
  readonly icc2: number | null; readonly icc2k: number | null; readonly icc1: number | null;
  readonly icc3: number | null; readonly icc1k: number | null; readonly icc3k: number | null;
};

type MeanSquares = { readonly between: number; readonly within: number; readonly raters: number; readonly error: number; readonly all: number };

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function squares(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}

/** Two-way analysis of variance without replication, by residuals rather than by differences of large sums. */
function meanSquares(scores: readonly (readonly number[])[]): MeanSquares {
  const n = scores.length;
  const k = at(scores, 0).length;
  const targets = scores.map(average);
  const raters = at(scores, 0).map((_, j) => average(scores.map((row) => at(row, j))));
  const grand = average(targets);
  const residuals = scores.flatMap((row, i) => row.map((score, j) => score - at(targets, i) - at(raters, j) + grand));
  const withinSquares = squares(scores.flatMap((row, i) => row.map((score) => score - at(targets, i))));
  const betweenSquares = k * squares(targets.map((mean) => mean - grand));
  return {
    between: betweenSquares / (n - 1), within: withinSquares / (n * (k - 1)),
    raters: (n * squares(raters.map((mean) => mean - grand))) / (k - 1), error: squares(residuals) / ((n - 1) * (k - 1)),
    all: (betweenSquares + withinSquares) / (n * k - 1),
  };
}

/**
 * ICC of complete data, one row per target and one column per rater. BELOW_MIN_N below two targets or raters; NO_VARIATION when all
 * scores are equal, or where a form's own denominator is 0. Source: Shrout & Fleiss 1979, Psych Bull 86:420.
 */
export function icc(scores: readonly (readonly number[])[]): Icc {
  const n = scores.length;
  const k = scores[0]?.length ?? 0;
  const nothing = { icc2: null, icc2k: null, icc1: null, icc3: null, icc1k: null, icc3k: null };
  if (n < 2 || k < 2) return { ...nothing, ...unavailable('BELOW_MIN_N') };
  const { between: b, within: w, raters: j, error: e, all } = meanSquares(scores);
  const largest = scores.flat().reduce((most, score) => Math.max(most, Math.abs(score)), 0);
  if (all <= (1e-12 * largest) ** 2) return { ...nothing, ...unavailable('NO_VARIATION') };
  const part = (top: number, bottom: number) => (Math.abs(bottom) <= 1e-12 * all ? null : top / bottom);
  const found = {
    icc2: part(b - e, b + (k - 1) * e + (k * (j - e)) / n), icc2k: part(b - e, b + (j - e) / n),
    icc1: part(b - w, b + (k - 1) * w), icc3: part(b - e, b + (k - 1) * e),
    icc1k: part(b - w, b), icc3k: part(b - e, b),
  };
  const reasons = whereNull(found, ['icc2k', 'icc1', 'icc3', 'icc1k', 'icc3k'], 'NO_VARIATION');
  return { ...found, ...(found.icc2 === null ? unavailable('NO_VARIATION', reasons) : available(reasons)) };
}
