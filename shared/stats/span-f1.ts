import { at } from './element.ts';
import type { CodedSpan } from './coded-span.ts';
import { available, ratio, reasonsFor, unavailable, type Outcome } from './outcome.ts';

export type SpanF1 = Outcome & { readonly f1: number | null; readonly tp: number; readonly precision: number | null; readonly recall: number | null };

/** For each reference span the positions of the other spans that it may be matched with. */
function candidates(reference: readonly CodedSpan[], other: readonly CodedSpan[], tolerance: number): number[][] {
  const room = tolerance + 1e-9;
  return reference.map(({ start, end, code }) => other.flatMap((span, position) => {
    const isNear = Math.abs(span.start - start) <= room && Math.abs(span.end - end) <= room;
    return isNear && span.code === code ? [position] : [];
  }));
}

/** Size of the largest one-to-one matching (Kuhn's augmenting paths). */
export function maximumMatching(edges: readonly (readonly number[])[]): number {
  const takenBy = new Map<number, number>();
  const augment = (from: number, tried: Set<number>): boolean => {
    for (const to of at(edges, from)) {
      if (tried.has(to)) continue;
      tried.add(to);
      const holder = takenBy.get(to);
      if (holder === undefined || augment(holder, tried)) {
        takenBy.set(to, from);
        return true;
      }
    }
    return false;
  };
  return edges.reduce((size, _, from) => size + (augment(from, new Set()) ? 1 : 0), 0);
}

/**
 * F1 of spans that agree in code and in both ends within `tolerance` (inclusive, in the unit of the spans), matched one to one so
 * that most pairs result. Not chance-corrected. NO_DATA when both sides are empty; with one side empty f1 is 0.
 */
export function spanF1(reference: readonly CodedSpan[], other: readonly CodedSpan[], tolerance: number): SpanF1 {
  const tp = maximumMatching(candidates(reference, other, tolerance));
  const precision = ratio(tp, other.length);
  const recall = ratio(tp, reference.length);
  const both = reference.length + other.length;
  if (both === 0) return { f1: null, tp, precision, recall, ...unavailable('NO_DATA') };
  const reasons = reasonsFor(['precision', precision === null, 'ZERO_DENOMINATOR'], ['recall', recall === null, 'ZERO_DENOMINATOR']);
  return { f1: (2 * tp) / both, tp, precision, recall, ...available(reasons) };
}
