/** A stretch of time on the axis of one interaction, in milliseconds; `startMs` <= `endMs`. */
export type Span = { readonly startMs: number; readonly endMs: number };

/** Joins overlapping and touching spans; the result is sorted and disjoint. */
export function mergedSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.startMs - b.startMs)) {
    const last = merged.at(-1);
    if (last && span.startMs <= last.endMs) {
      merged[merged.length - 1] = { startMs: last.startMs, endMs: Math.max(last.endMs, span.endMs) };
    } else {
      merged.push({ startMs: span.startMs, endMs: span.endMs });
    }
  }
  return merged;
}

/** Milliseconds that two spans share; 0 when they do not meet. */
export function sharedMs(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.endMs, b.endMs) - Math.max(a.startMs, b.startMs));
}

/** Index of the last entry that starts at or before `ms`, or -1. The entries are sorted by start. */
export function lastStartedIndex(sorted: readonly Span[], ms: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle]?.startMs ?? Infinity) <= ms) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
