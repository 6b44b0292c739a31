import { restrictedMean, stepAt, survivalCurve, type FollowUp, type SurvivalCurve } from './kaplan-meier.ts';
import { usualConf, waldLimits, type Limits } from './limits.ts';
import { available, reasonsFor, unavailable, type Outcome } from './outcome.ts';

export type SurvivalDifference = Outcome & {
  readonly diff: number | null; readonly ci: Limits | null; readonly se: number | null; readonly s1: number | null; readonly s2: number | null;
};

export type TwoGroups = { readonly first: readonly FollowUp[]; readonly second: readonly FollowUp[] };

/** S(t) and its standard error; the error is 0 while nobody had the event and null once S is 0. */
function stateAt(curve: SurvivalCurve, t: number): { s: number; se: number | null } {
  return stepAt(curve, t) ?? { s: 1, se: 0 };
}

/**
 * S1(t) - S2(t) with Greenwood errors added in quadrature. NO_DATA when a group is empty, NOT_MATURE when t lies beyond the last
 * time of a group; the interval is NO_VARIATION where Greenwood's error says nothing (a group at S = 0, or both at S = 1).
 */
export function kmDifference({ first, second }: TwoGroups, t: number, conf: number = usualConf): SurvivalDifference {
  return curveDifference([survivalCurve(first), survivalCurve(second)], t, conf);
}

/** The same of two curves that are known already. */
export function curveDifference([one, two]: readonly [SurvivalCurve, SurvivalCurve], t: number, conf: number = usualConf): SurvivalDifference {
  const nothing = { diff: null, ci: null, se: null, s1: null, s2: null };
  if (one.lastTime === null || two.lastTime === null) return { ...nothing, ...unavailable('NO_DATA') };
  if (t > one.lastTime || t > two.lastTime) return { ...nothing, ...unavailable('NOT_MATURE') };
  const a = stateAt(one, t);
  const b = stateAt(two, t);
  const diff = a.s - b.s;
  const se = a.se === null || b.se === null ? null : Math.hypot(a.se, b.se);
  const ci = se === null || se === 0 ? null : waldLimits(diff, se, conf);
  return {
    diff, ci, se, s1: a.s, s2: b.s,
    ...available(reasonsFor(['ci', ci === null, 'NO_VARIATION'], ['se', se === null, 'NO_VARIATION'])),
  };
}

/** Restricted mean of the first group minus that of the second up to tau, for curves that cross; null beyond a follow-up. */
export function rmstDifference({ first, second }: TwoGroups, tau: number): number | null {
  const one = restrictedMean(survivalCurve(first), tau);
  const two = restrictedMean(survivalCurve(second), tau);
  return one === null || two === null ? null : one - two;
}
