import { at } from './element.ts';

export type RakingTask = {
  readonly seed: readonly (readonly number[])[]; readonly rowTargets: readonly number[]; readonly colTargets: readonly number[];
};

const maxRounds = 20_000;

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Factor that brings a sum to its target; an empty margin that should be filled cannot be (NaN). */
function factor(target: number, sum: number): number {
  if (sum === 0) return target === 0 ? 0 : NaN;
  return target / sum;
}

function columnSums(table: readonly (readonly number[])[], columns: number): number[] {
  return Array.from({ length: columns }, (_, j) => total(table.map((row) => at(row, j))));
}

/**
 * Iterative proportional fitting: scales rows, then columns of a table >= 0 until both margins hold to 1e-9 of the total; keeps the
 * odds ratios of the seed. Null when the margins cannot be met (NOT_IDENTIFIED): different totals, or zeros in the way.
 * Source: Deming & Stephan 1940.
 */
export function rake({ seed, rowTargets, colTargets }: RakingTask): number[][] | null {
  const size = total(rowTargets);
  const tolerance = 1e-9 * Math.max(size, Number.MIN_VALUE);
  if (Math.abs(size - total(colTargets)) > 1e-9 * Math.max(size, total(colTargets))) return null;
  let table = seed.map((row) => [...row]);
  for (let round = 0; round < maxRounds; round += 1) {
    table = table.map((row, i) => {
      const scale = factor(at(rowTargets, i), total(row));
      return row.map((cell) => cell * scale);
    });
    const scales = columnSums(table, colTargets.length).map((sum, j) => factor(at(colTargets, j), sum));
    table = table.map((row) => row.map((cell, j) => cell * at(scales, j)));
    if (table.flat().some(Number.isNaN)) return null;
    const isMet = table.every((row, i) => Math.abs(total(row) - at(rowTargets, i)) <= tolerance);
    if (isMet) return table;
  }
  return null;
}
