/** A rising function, by value and slope. */
export type Rising = (y: number) => { readonly value: number; readonly slope: number };

const maxSteps = 400;

/**
 * Root of a rising function between two ends: Newton's step where it stays inside the bracket, halving where it does not.
 * Answers an end when the function has no root inside.
 */
export function risingRoot(rising: Rising, ends: readonly [lo: number, hi: number], start: number): number {
  let [lo, hi] = ends;
  let y = Math.min(hi, Math.max(lo, start));
  for (let step = 0; step < maxSteps; step += 1) {
    const { value, slope } = rising(y);
    if (value === 0) return y;
    if (value < 0) lo = y;
    else hi = y;
    const newton = y - value / slope;
    const isInside = newton > lo && newton < hi;
    const next = isInside ? newton : (lo + hi) / 2;
    if (Math.abs(next - y) <= 1e-15 * Math.max(1, Math.abs(y)) || next === lo && next === hi) return next;
    y = next;
  }
  return y;
}
