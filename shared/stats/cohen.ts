import { at } from './element.ts';
import { ac1Chance, beyondChance, squaredShares } from './gwet.ts';
import { usualConf, waldLimits, type Limits } from './limits.ts';
import { available, unavailable, whereNull, type Outcome } from './outcome.ts';

/** Counts of a square table: rows = first coder, columns = second coder, categories in order. */
export type CoderTable = readonly (readonly number[])[];

/** The two-coder panel; chance-corrected values -1..1. */
export type CohenPanel = Outcome & {
  readonly kappa: number | null; readonly se: number | null; readonly ci: Limits | null; readonly percentAgreement: number | null;
  readonly linearWeighted: number | null; readonly linearSe: number | null;
  readonly quadraticWeighted: number | null; readonly quadraticSe: number | null;
  readonly gwetAc1: number | null; readonly scottPi: number | null; readonly krippendorffAlpha: number | null;
};

/** Shares of the table and its margins. */
type Shares = { readonly n: number; readonly cells: CoderTable; readonly rows: readonly number[]; readonly columns: readonly number[] };

/** Agreement weight of categories i and j, 1 on the diagonal. */
type Weight = (i: number, j: number) => number;

function sharesOf(table: CoderTable): Shares {
  const n = table.flat().reduce((sum, count) => sum + count, 0);
  const cells = table.map((row) => row.map((count) => count / n));
  const rows = cells.map((row) => row.reduce((sum, share) => sum + share, 0));
  const columns = rows.map((_, j) => cells.reduce((sum, row) => sum + at(row, j), 0));
  return { n, cells, rows, columns };
}

/** Sum of term(i, j) over all cells. */
function overCells(size: number, term: (i: number, j: number) => number): number {
  let total = 0;
  for (let i = 0; i < size; i += 1) for (let j = 0; j < size; j += 1) total += term(i, j);
  return total;
}

/** Kappa under a weight, with the standard error of Fleiss, Cohen & Everitt 1969; both null when chance alone would agree always. */
function weightedKappa({ n, cells, rows, columns }: Shares, weight: Weight): { kappa: number | null; se: number | null } {
  const size = rows.length;
  const observed = overCells(size, (i, j) => weight(i, j) * at(at(cells, i), j));
  const chance = overCells(size, (i, j) => weight(i, j) * at(rows, i) * at(columns, j));
  const kappa = beyondChance(observed, chance);
  if (kappa === null) return { kappa, se: null };
  const u = rows.map((_, i) => columns.reduce((sum, share, j) => sum + share * weight(i, j), 0));
  const v = columns.map((_, j) => rows.reduce((sum, share, i) => sum + share * weight(i, j), 0));
  const squares = overCells(size, (i, j) => at(at(cells, i), j) * (weight(i, j) - (at(u, i) + at(v, j)) * (1 - kappa)) ** 2);
  const variance = Math.max(0, squares - (kappa - chance * (1 - kappa)) ** 2);
  return { kappa, se: Math.sqrt(variance / n) / (1 - chance) };
}

/** Krippendorff's nominal alpha of two coders without gaps: the table enters as 2n values. */
function tableAlpha({ n, cells, rows, columns }: Shares): number | null {
  const values = 2 * n;
  const given = rows.map((share, k) => n * (share + at(columns, k)));
  const expected = values * values - given.reduce((sum, count) => sum + count * count, 0);
  const disagreed = values * (1 - rows.reduce((sum, _, k) => sum + at(at(cells, k), k), 0));
  return expected <= 1e-12 * values * values ? null : 1 - ((values - 1) * disagreed) / expected;
}

const nothing: Omit<CohenPanel, keyof Outcome> = {
  kappa: null, se: null, ci: null, percentAgreement: null, linearWeighted: null, linearSe: null, quadraticWeighted: null,
  quadraticSe: null, gwetAc1: null, scottPi: null, krippendorffAlpha: null,
};

/** What can be missing on its own account; standard error and interval of kappa go with kappa. */
const besideKappa = [
  'linearWeighted', 'linearSe', 'quadraticWeighted', 'quadraticSe', 'gwetAc1', 'scottPi', 'krippendorffAlpha',
] as const;

/**
 * Agreement of two coders on the same units: Cohen's kappa (plain, linear, quadratic weights) with standard errors, and beside it
 * percent agreement, Gwet's AC1, Scott's pi and nominal alpha. NO_DATA for an empty table; NO_VARIATION where chance agreement is 1.
 * Sources: Cohen 1960, 1968; Fleiss, Cohen & Everitt 1969; Gwet 2008; Scott 1955.
 */
export function cohenKappa(table: CoderTable, conf: number = usualConf): CohenPanel {
  const shares = sharesOf(table);
  if (!(shares.n > 0)) return { ...nothing, ...unavailable('NO_DATA') };
  const span = Math.max(1, table.length - 1);
  const plain = weightedKappa(shares, (i, j) => (i === j ? 1 : 0));
  const linear = weightedKappa(shares, (i, j) => 1 - Math.abs(i - j) / span);
  const quadratic = weightedKappa(shares, (i, j) => 1 - ((i - j) / span) ** 2);
  const observed = shares.rows.reduce((sum, _, k) => sum + at(at(shares.cells, k), k), 0);
  const averages = shares.rows.map((share, k) => (share + at(shares.columns, k)) / 2);
  const found = {
    kappa: plain.kappa, se: plain.se, ci: plain.kappa === null || plain.se === null ? null : waldLimits(plain.kappa, plain.se, conf),
    percentAgreement: observed, linearWeighted: linear.kappa, linearSe: linear.se,
    quadraticWeighted: quadratic.kappa, quadraticSe: quadratic.se,
    gwetAc1: beyondChance(observed, ac1Chance(averages)), scottPi: beyondChance(observed, squaredShares(averages)),
    krippendorffAlpha: tableAlpha(shares),
  };
  const reasons = whereNull(found, besideKappa, 'NO_VARIATION');
  return { ...found, ...(plain.kappa === null ? unavailable('NO_VARIATION', reasons) : available(reasons)) };
}
