/** Means (or shares) of the treated and the control unit, before and after; null = not observed. */
export type BeforeAfter = {
  readonly treatedPre: number | null; readonly treatedPost: number | null;
  readonly controlPre: number | null; readonly controlPost: number | null;
};

/** (T1 - T0) - (C1 - C0) in the unit of the means; null when any of the four is (NOT_IDENTIFIED). Source: Card & Krueger 1994. */
export function differenceInDifferences({ treatedPre, treatedPost, controlPre, controlPost }: BeforeAfter): number | null {
  if (treatedPre === null || treatedPost === null || controlPre === null || controlPost === null) return null;
  return treatedPost - treatedPre - (controlPost - controlPre);
}
