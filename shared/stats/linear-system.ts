import { at } from './element.ts';

/** Swaps the row with the largest entry of `column` into its place; false when all entries are negligible. */
function pivot(rows: number[][], column: number, negligible: number): boolean {
  let best = column;
  for (let row = column + 1; row < rows.length; row += 1) {
    if (Math.abs(at(at(rows, row), column)) > Math.abs(at(at(rows, best), column))) best = row;
  }
  const chosen = at(rows, best);
  rows[best] = at(rows, column);
  rows[column] = chosen;
  return Math.abs(at(chosen, column)) > negligible;
}

function eliminate(rows: number[][], column: number): void {
  const top = at(rows, column);
  for (let row = column + 1; row < rows.length; row += 1) {
    const current = at(rows, row);
    const factor = at(current, column) / at(top, column);
    if (factor === 0) continue;
    for (let k = column; k < current.length; k += 1) current[k] = at(current, k) - factor * at(top, k);
  }
}

/** Solves a x = b by Gaussian elimination with row pivots; null when the matrix is singular to working precision. */
export function solveLinear(a: readonly (readonly number[])[], b: readonly number[]): number[] | null {
  const n = b.length;
  const rows = a.map((row, i) => [...row, at(b, i)]);
  const largest = Math.max(0, ...a.map((row) => Math.max(...row.map(Math.abs))));
  for (let column = 0; column < n; column += 1) {
    if (!pivot(rows, column, 1e-14 * largest)) return null;
    eliminate(rows, column);
  }
  const x = Array.from({ length: n }, () => 0);
  for (let i = n - 1; i >= 0; i -= 1) {
    const row = at(rows, i);
    let rest = at(row, n);
    for (let k = i + 1; k < n; k += 1) rest -= at(row, k) * at(x, k);
    x[i] = rest / at(row, i);
  }
  return x;
}
