import { likelihoodSlack } from './binomial.ts';
import { binomialDensity } from './saddle-point.ts';

/** A 2x2 table of whole counts, rows first. */
export type TwoByTwo = readonly [readonly [number, number], readonly [number, number]];

type Margins = { readonly rowOne: number; readonly rowTwo: number; readonly columnOne: number };

/** Hypergeometric probability of the first cell, through binomials that keep full precision (Loader 2000). */
function cellProbability(cell: number, { rowOne, rowTwo, columnOne }: Margins): number {
  const n = rowOne + rowTwo;
  if (n === 0) return 1;
  const p = columnOne / n;
  const q = (n - columnOne) / n;
  const inRowTwo = columnOne - cell;
  const joint = binomialDensity({ x: cell, y: rowOne - cell, p, q }) * binomialDensity({ x: inRowTwo, y: rowTwo - inRowTwo, p, q });
  return joint / binomialDensity({ x: columnOne, y: n - columnOne, p, q });
}

/**
 * Fisher's exact two-sided p: the sum of the probabilities of all tables with the same margins that are no more likely than the
 * observed one (relative slack 1e-7). Null for an empty table (NO_DATA); 1 when a margin is empty. Source: Fisher 1935.
 */
export function fisherExact([[a, b], [c, d]]: TwoByTwo): number | null {
  const margins = { rowOne: a + b, rowTwo: c + d, columnOne: a + c };
  if (margins.rowOne + margins.rowTwo === 0) return null;
  const limit = cellProbability(a, margins) * likelihoodSlack;
  const lowest = Math.max(0, margins.columnOne - margins.rowTwo);
  const highest = Math.min(margins.rowOne, margins.columnOne);
  let p = 0;
  for (let cell = lowest; cell <= highest; cell += 1) {
    const probability = cellProbability(cell, margins);
    if (probability <= limit) p += probability;
  }
  return Math.min(1, p);
}
