/** A stretch of time [start, end), any one unit. */
export type Stretch = readonly [start: number, end: number];

/** Sorted, disjoint stretches of the same time. Touching ones are joined, empty ones dropped. */
export function union(stretches: readonly Stretch[]): Stretch[] {
  return joinCloserThan(stretches, 0);
}

/** As `union`, but also bridges gaps shorter than `gap`; gaps of 0 are always bridged. */
export function joinCloserThan(stretches: readonly Stretch[], gap: number): Stretch[] {
  const sorted = stretches.filter(([start, end]) => end > start).sort((a, b) => a[0] - b[0]);
  const joined: [number, number][] = [];
  for (const [start, end] of sorted) {
    const last = joined.at(-1);
    // The room keeps a gap of nominally 0.3 s from counting as shorter through rounding.
    if (last && (start <= last[1] || start - last[1] < gap - 1e-9)) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

/** What both sets cover; both as `union` returns them. */
export function intersection(a: readonly Stretch[], b: readonly Stretch[]): Stretch[] {
  const shared: Stretch[] = [];
  let i = 0;
  let j = 0;
  for (let left = a[i], right = b[j]; left && right; left = a[i], right = b[j]) {
    const start = Math.max(left[0], right[0]);
    const end = Math.min(left[1], right[1]);
    if (end > start) shared.push([start, end]);
    if (left[1] < right[1]) i += 1;
    else j += 1;
  }
  return shared;
}

/** What `whole` covers and `covered` (as `union` returns it) does not. */
export function complement(whole: Stretch, covered: readonly Stretch[]): Stretch[] {
  const free: Stretch[] = [];
  let from = whole[0];
  for (const [start, end] of covered) {
    if (start > from) free.push([from, Math.min(start, whole[1])]);
    from = Math.max(from, end);
  }
  if (from < whole[1]) free.push([from, whole[1]]);
  return free.filter(([start, end]) => end > start);
}

/** Total length of disjoint stretches. */
export function totalLength(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, [start, end]) => sum + (end - start), 0);
}
