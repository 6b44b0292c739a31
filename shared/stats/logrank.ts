import { at } from './element.ts';
import { chiSquaredUpper } from './incomplete-gamma.ts';
import { tally, type FollowUp } from './kaplan-meier.ts';
import type { TwoGroups } from './km-difference.ts';
import { solveLinear } from './linear-system.ts';
import { available, unavailable, type Outcome } from './outcome.ts';

/** Observed and expected events per group, in the order given. */
type ObservedExpected = { readonly observed: readonly number[]; readonly expected: readonly number[] };

/** One event time: units at risk and events per group. */
type EventTime = { readonly n: readonly number[]; readonly d: readonly number[]; readonly allN: number; readonly allD: number };

function eventTimes(groups: readonly (readonly FollowUp[])[]): EventTime[] {
  const times = tally(groups.flat()).filter((step) => step.events > 0);
  const cursors = groups.map((group) => ({ steps: tally(group), next: 0 }));
  return times.map(({ t, atRisk, events }) => {
    const states = cursors.map((cursor) => {
      while (cursor.next < cursor.steps.length && at(cursor.steps, cursor.next).t < t) cursor.next += 1;
      const step = cursor.steps[cursor.next];
      return { n: step?.atRisk ?? 0, d: step?.t === t ? step.events : 0 };
    });
    return { n: states.map((state) => state.n), d: states.map((state) => state.d), allN: atRisk, allD: events };
  });
}

function observedExpected(times: readonly EventTime[], groups: number): ObservedExpected {
  const indices = Array.from({ length: groups }, (_, g) => g);
  return {
    observed: indices.map((g) => times.reduce((sum, time) => sum + at(time.d, g), 0)),
    expected: indices.map((g) => times.reduce((sum, time) => sum + (time.allD * at(time.n, g)) / time.allN, 0)),
  };
}

/** Hypergeometric covariance of observed minus expected for groups g and h. */
function covariance(times: readonly EventTime[], g: number, h: number): number {
  return times.reduce((sum, { n, allN, allD }) => {
    if (allN < 2) return sum;
    const share = at(n, g) / allN;
    const other = at(n, h) / allN;
    const spread = g === h ? share * (1 - share) : -share * other;
    return sum + (allD * spread * (allN - allD)) / (allN - 1);
  }, 0);
}

export type Logrank = Outcome & {
  readonly chi2: number | null; readonly p: number | null;
  readonly o1: number; readonly e1: number; readonly o2: number; readonly e2: number; readonly v: number;
};

/**
 * Log-rank test of two groups, chi2 = (O1 - E1)^2 / V on 1 df with the hypergeometric variance (the shortcut sum (O-E)^2/E is too
 * small). ZERO_DENOMINATOR without an event; NO_VARIATION when no event happened while both groups were at risk.
 * Source: Mantel 1966; Peto & Peto 1972.
 */
export function logrank({ first, second }: TwoGroups): Logrank {
  const times = eventTimes([first, second]);
  const { observed, expected } = observedExpected(times, 2);
  const counts = { o1: at(observed, 0), e1: at(expected, 0), o2: at(observed, 1), e2: at(expected, 1), v: covariance(times, 0, 0) };
  if (times.length === 0) return { chi2: null, p: null, ...counts, ...unavailable('ZERO_DENOMINATOR') };
  if (!(counts.v > 0)) return { chi2: null, p: null, ...counts, ...unavailable('NO_VARIATION') };
  const chi2 = (counts.o1 - counts.e1) ** 2 / counts.v;
  return { chi2, p: chiSquaredUpper(chi2, 1), ...counts, ...available() };
}

export type LogrankGroups = Outcome & ObservedExpected & { readonly chi2: number | null; readonly df: number; readonly p: number | null };

/** Log-rank test of k >= 2 groups on k - 1 df; groups that were never at risk beside others are left out of the degrees of freedom. */
export function logrankGroups(groups: readonly (readonly FollowUp[])[]): LogrankGroups {
  const times = eventTimes(groups);
  const { observed, expected } = observedExpected(times, groups.length);
  const varying = groups.map((_, g) => g).filter((g) => covariance(times, g, g) > 0);
  const used = varying.slice(0, -1);
  const counts = { observed, expected, df: used.length };
  if (times.length === 0) return { chi2: null, p: null, ...counts, ...unavailable('ZERO_DENOMINATOR') };
  const excess = used.map((g) => at(observed, g) - at(expected, g));
  const solved = used.length === 0 ? null : solveLinear(used.map((g) => used.map((h) => covariance(times, g, h))), excess);
  if (solved === null) return { chi2: null, p: null, ...counts, ...unavailable('NO_VARIATION') };
  const chi2 = solved.reduce((sum, value, index) => sum + value * at(excess, index), 0);
  return { chi2, p: chiSquaredUpper(chi2, used.length), ...counts, ...available() };
}
