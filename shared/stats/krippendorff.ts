import { addAt, at } from './element.ts';
import { available, unavailable, whereNull, type Outcome } from './outcome.ts';

/** One array of values per observer, one place per unit; null = no value. */
export type Observations<Value = number> = readonly (readonly (Value | null)[])[];

export type Difference = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/**
 * The distinct `values` in order, how often each was `given`, and per unit the positions of its values in `values`; only units with
 * at least two values take part.
 */
type Pairable = { readonly values: readonly number[]; readonly given: Float64Array; readonly units: readonly (readonly number[])[]; readonly total: number };

/** The values of each unit that has at least two. */
function pairableUnits(observations: Observations): number[][] {
  const units = Math.max(0, ...observations.map((row) => row.length));
  return Array.from({ length: units }, (_, unit) => observations.map((row) => row[unit] ?? null).filter((value) => value !== null))
    .filter((values) => values.length >= 2);
}

function pairable(rows: readonly (readonly number[])[]): Pairable {
  const values = [...new Set(rows.flat())].sort((a, b) => a - b);
  const place = new Map(values.map((value, index) => [value, index]));
  const units = rows.map((row) => row.map((value) => place.get(value) ?? 0));
  const given = new Float64Array(values.length);
  for (const unit of units) for (const index of unit) addAt(given, index, 1);
  return { values, given, units, total: units.reduce((sum, unit) => sum + unit.length, 0) };
}

/** Squared difference of two of the sorted values, by position. */
function squaredDifference(kind: Difference, { values, given }: Pairable): (c: number, k: number) => number {
  if (kind === 'nominal') return (c, k) => (c === k ? 0 : 1);
  if (kind === 'interval') return (c, k) => (at(values, c) - at(values, k)) ** 2;
  if (kind === 'ratio') {
    return (c, k) => {
      const sum = at(values, c) + at(values, k);
      return sum === 0 ? 0 : ((at(values, c) - at(values, k)) / sum) ** 2;
    };
  }
  const upTo: number[] = [0];
  for (const count of given) upTo.push(at(upTo, upTo.length - 1) + count);
  return (c, k) => {
    const [low, high] = c < k ? [c, k] : [k, c];
    return (at(upTo, high + 1) - at(upTo, low) - (at(given, low) + at(given, high)) / 2) ** 2;
  };
}

/** Sum of the differences over all ordered pairs within units, each unit weighing 1/(m - 1). */
function observedDifference(units: Pairable['units'], difference: (c: number, k: number) => number): number {
  let total = 0;
  for (const unit of units) {
    let within = 0;
    for (const [i, c] of unit.entries()) for (let j = i + 1; j < unit.length; j += 1) within += difference(c, at(unit, j));
    total += (2 * within) / (unit.length - 1);
  }
  return total;
}

function alphaOf(kind: Difference, counts: Pairable): number | null {
  const difference = squaredDifference(kind, counts);
  let expected = 0;
  for (const [c, countC] of counts.given.entries()) {
    for (let k = c + 1; k < counts.given.length; k += 1) expected += 2 * countC * at(counts.given, k) * difference(c, k);
  }
  return expected === 0 ? null : 1 - ((counts.total - 1) * observedDifference(counts.units, difference)) / expected;
}

/**
 * Krippendorff's alpha under one difference function, -1..1; any number of observers, missing values allowed. Null when no unit
 * has two values, or when the expected disagreement is 0 (undefined, not 1). Source: Krippendorff 2019, Content Analysis, 4th ed.
 */
export function krippendorffAlpha(observations: Observations, kind: Difference): number | null {
  const units = pairableUnits(observations);
  return units.length === 0 ? null : alphaOf(kind, pairable(units));
}

/** Alpha for categories of any name: nominal. */
export function nominalAlpha(observations: Observations<string>): number | null {
  const numbers = new Map<string, number>();
  const numberOf = (value: string) => {
    const known = numbers.get(value) ?? numbers.size;
    numbers.set(value, known);
    return known;
  };
  return krippendorffAlpha(observations.map((row) => row.map((value) => (value === null ? null : numberOf(value)))), 'nominal');
}

export type AlphaPanel = Outcome & {
  readonly nominal: number | null; readonly ordinal: number | null; readonly interval: number | null; readonly ratio: number | null;
};

/** Alpha under all four difference functions. NO_DATA when no unit has two values; NO_VARIATION when the expected disagreement is 0. */
export function alphaPanel(observations: Observations): AlphaPanel {
  const units = pairableUnits(observations);
  if (units.length === 0) return { nominal: null, ordinal: null, interval: null, ratio: null, ...unavailable('NO_DATA') };
  const counts = pairable(units);
  const panel = {
    nominal: alphaOf('nominal', counts), ordinal: alphaOf('ordinal', counts),
    interval: alphaOf('interval', counts), ratio: alphaOf('ratio', counts),
  };
  if (panel.nominal === null) return { ...panel, ...unavailable('NO_VARIATION') };
  return { ...panel, ...available(whereNull(panel, ['ordinal', 'interval', 'ratio'], 'NO_VARIATION')) };
}
