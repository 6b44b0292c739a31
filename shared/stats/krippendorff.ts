import { addAt, at } from './element.ts';
import { available, unavailable, whereNull, type Outcome } from './outcome.ts';

/** One array of values per observer, one place per unit; null = no value. */
export type Observations<Value = number> = readonly (readonly (Value | null)[])[];

export type Difference = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/** How often two values met within units (`met`, row-major over `values`), and how often each was given in pairable units. */
type Coincidences = { readonly values: readonly number[]; readonly met: Float64Array; readonly given: Float64Array; readonly total: number };

/** The values of each unit that has at least two. */
function pairableUnits(observations: Observations): number[][] {
  const units = Math.max(0, ...observations.map((row) => row.length));
  return Array.from({ length: units }, (_, unit) => observations.map((row) => row[unit] ?? null).filter((value) => value !== null))
    .filter((values) => values.length >= 2);
}

function coincidences(units: readonly (readonly number[])[]): Coincidences {
  const values = [...new Set(units.flat())].sort((a, b) => a - b);
  const place = new Map(values.map((value, index) => [value, index]));
  const size = values.length;
  const met = new Float64Array(size * size);
  const given = new Float64Array(size);
  for (const unit of units) {
    const counts = new Map<number, number>();
    for (const value of unit) {
      const index = place.get(value) ?? 0;
      counts.set(index, (counts.get(index) ?? 0) + 1);
      addAt(given, index, 1);
    }
    for (const [c, countC] of counts) {
      for (const [k, countK] of counts) addAt(met, c * size + k, (countC * (c === k ? countK - 1 : countK)) / (unit.length - 1));
    }
  }
  return { values, met, given, total: given.reduce((sum, count) => sum + count, 0) };
}

/** Squared difference of two of the sorted values, by position. */
function squaredDifference(kind: Difference, { values, given }: Coincidences): (c: number, k: number) => number {
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

function alphaOf(kind: Difference, counts: Coincidences): number | null {
  const difference = squaredDifference(kind, counts);
  const size = counts.values.length;
  let observed = 0;
  let expected = 0;
  for (let c = 0; c < size; c += 1) {
    for (let k = 0; k < size; k += 1) {
      if (c === k) continue;
      const d = difference(c, k);
      observed += at(counts.met, c * size + k) * d;
      expected += at(counts.given, c) * at(counts.given, k) * d;
    }
  }
  return expected === 0 ? null : 1 - ((counts.total - 1) * observed) / expected;
}

/**
 * Krippendorff's alpha under one difference function, -1..1; any number of observers, missing values allowed. Null when no unit
 * has two values, or when the expected disagreement is 0 (undefined, not 1). Source: Krippendorff 2019, Content Analysis, 4th ed.
 */
export function krippendorffAlpha(observations: Observations, kind: Difference): number | null {
  const units = pairableUnits(observations);
  return units.length === 0 ? null : alphaOf(kind, coincidences(units));
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
  const counts = coincidences(units);
  const panel = {
    nominal: alphaOf('nominal', counts), ordinal: alphaOf('ordinal', counts),
    interval: alphaOf('interval', counts), ratio: alphaOf('ratio', counts),
  };
  if (panel.nominal === null) return { ...panel, ...unavailable('NO_VARIATION') };
  return { ...panel, ...available(whereNull(panel, ['ordinal', 'interval', 'ratio'], 'NO_VARIATION')) };
}
