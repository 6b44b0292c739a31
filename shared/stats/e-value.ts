/**
 * How strongly an unmeasured confounder would have to be tied to both sides to explain a risk ratio away (a ratio, >= 1). Ratios
 * below 1 are inverted first. rr > 0. Source: VanderWeele & Ding 2017, Ann Intern Med.
 */
export function eValue(rr: number): number {
  const ratio = rr < 1 ? 1 / rr : rr;
  return ratio + Math.sqrt(ratio) * Math.sqrt(ratio - 1);
}

/** E-value of an interval: that of the limit nearest 1; 1 when the interval contains 1. */
export function eValueOfLimits([lo, hi]: readonly [number, number]): number {
  if (lo <= 1 && hi >= 1) return 1;
  return eValue(lo > 1 ? lo : hi);
}
