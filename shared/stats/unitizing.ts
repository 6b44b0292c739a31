import type { CodedSpan } from './coded-span.ts';
import { available, reasonsFor, unavailable, type Outcome } from './outcome.ts';

export type Continuum = {
  /** Length in atomic units (words, or 100 ms): alpha depends slightly on it, so it is stored with the result. */
  readonly length: number;
  /** Per observer the spans in any order, within 0..length and not overlapping; what is left is a gap. */
  readonly observers: readonly (readonly CodedSpan[])[];
};

export type UnitizingAlpha = Outcome & { readonly nominal: number | null; readonly binary: number | null };

/** A stretch with its value; null = gap. Together the sections of an observer cover the continuum. */
type Section = { readonly start: number; readonly end: number; readonly value: string | null };

function sectionsOf(spans: readonly CodedSpan[], length: number): Section[] {
  const sections: Section[] = [];
  let from = 0;
  for (const { start, end, code } of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (start > from) sections.push({ start: from, end: start, value: null });
    if (end > start) sections.push({ start, end, value: code });
    from = Math.max(from, end);
  }
  if (from < length) sections.push({ start: from, end: length, value: null });
  return sections;
}

function add(totals: Map<string | null, number>, value: string | null, amount: number): void {
  totals.set(value, (totals.get(value) ?? 0) + amount);
}

/** Length on which two observers give different values. */
function differingLength(a: readonly Section[], b: readonly Section[]): number {
  let length = 0;
  let i = 0;
  let j = 0;
  for (let left = a[i], right = b[j]; left && right; left = a[i], right = b[j]) {
    const overlap = Math.min(left.end, right.end) - Math.max(left.start, right.start);
    if (left.value !== right.value && overlap > 0) length += overlap;
    if (left.end < right.end) i += 1;
    else j += 1;
  }
  return length;
}

/** Observed disagreement over expected disagreement, both as lengths; null when none is expected. */
function alphaOf(observers: readonly (readonly Section[])[]): number | null {
  const lengths = new Map<string | null, number>();
  const squares = new Map<string | null, number>();
  for (const { start, end, value } of observers.flat()) {
    add(lengths, value, end - start);
    // A gap is no unit: it enters as if every atomic part of it stood alone.
    add(squares, value, value === null ? end - start : (end - start) ** 2);
  }
  const all = [...lengths.values()].reduce((sum, length) => sum + length, 0);
  const allSquares = [...squares.values()].reduce((sum, square) => sum + square, 0);
  const agreeing = [...lengths].reduce((sum, [value, length]) => sum + length * length - (squares.get(value) ?? 0), 0);
  const expected = (all * all - allSquares - agreeing) / (all - allSquares / all);
  if (!(expected > 1e-12 * all)) return null;
  let differing = 0;
  for (const [index, first] of observers.entries()) {
    for (const second of observers.slice(index + 1)) differing += 2 * differingLength(first, second);
  }
  return 1 - differing / (observers.length - 1) / expected;
}

/**
 * Krippendorff's alpha for unitizing: agreement on where spans lie and what they are called (`nominal`, a gap being a value of its
 * own), and on covered or not alone (`binary`). NO_DATA below two observers; NO_VARIATION when no disagreement is expected.
 * Source: Krippendorff, Mathet, Bouvry & Widlocher 2016; Krippendorff 2019, ch. 12.
 */
export function unitizingAlpha({ length, observers }: Continuum): UnitizingAlpha {
  if (observers.length < 2 || length <= 0) return { nominal: null, binary: null, ...unavailable('NO_DATA') };
  const sections = observers.map((spans) => sectionsOf(spans, length));
  const nominal = alphaOf(sections);
  const binary = alphaOf(sections.map((own) => own.map((section) => (section.value === null ? section : { ...section, value: 'covered' }))));
  if (nominal === null) return { nominal, binary, ...unavailable('NO_VARIATION', reasonsFor(['binary', binary === null, 'NO_VARIATION'])) };
  return { nominal, binary, ...available(reasonsFor(['binary', binary === null, 'NO_VARIATION'])) };
}
