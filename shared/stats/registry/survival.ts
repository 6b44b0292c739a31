import { z } from 'zod';
import { at } from '../element.ts';
import { kaplanMeier, type FollowUp } from '../kaplan-meier.ts';
import { kmDifference } from '../km-difference.ts';
import { logrank } from '../logrank.ts';
import { repurchase } from '../repurchase.ts';
import { isAsLong, nonNegative } from './fields.ts';
import { answerFrom, metric } from './metric.ts';

const times = z.array(nonNegative);
const events = z.array(z.literal([0, 1]));

function followUps(time: readonly number[], event: readonly (0 | 1)[]): FollowUp[] {
  return time.map((value, index) => ({ time: value, isEvent: at(event, index) === 1 }));
}

const single = isAsLong('event', 'time');
const curve = z.object({ time: times, event: events, at: times.default([]), tau: nonNegative.nullish() }).refine(single.check, single.because);

const firstLength = isAsLong('event1', 'time1');
const secondLength = isAsLong('event2', 'time2');
const groups = { time1: times, event1: events, time2: times, event2: events };
const twoGroups = z.object(groups).refine(firstLength.check, firstLength.because).refine(secondLength.check, secondLength.because);
const twoGroupsAt = z.object({ ...groups, t: nonNegative }).refine(firstLength.check, firstLength.because).refine(secondLength.check, secondLength.because);

const boughtLength = isAsLong('repurchased', 'days');
const purchases = z.object({ days: times, repurchased: events, horizons: times }).refine(boughtLength.check, boughtLength.because);

function bothGroups(input: z.output<typeof twoGroups>) {
  return { first: followUps(input.time1, input.event1), second: followUps(input.time2, input.event2) };
}

export const survivalMetrics = [
  metric('kaplan_meier', curve, (input) => {
    const found = kaplanMeier(followUps(input.time, input.event), input.at, input.tau ?? null);
    const rows = found.rows?.map(({ t, n, d, s, se, lo, hi }) => ({ t, n, d, S: s, se, lo, hi })) ?? null;
    return answerFrom({ ...found, rows }, { rows: 'rows', median: 'median', S_at: 'survivalAt', S_ci_at: 'limitsAt', rmst: 'rmst' });
  }),
  metric('km_difference', twoGroupsAt, (input) => answerFrom(kmDifference(bothGroups(input), input.t), { diff: 'diff', ci: 'ci', se: 'se', S1: 's1', S2: 's2' })),
  metric('logrank', twoGroups, (input) => answerFrom(logrank(bothGroups(input)), {
    chi2: 'chi2', p: 'p', O1: 'o1', E1: 'e1', O2: 'o2', E2: 'e2', V: 'v',
  })),
  metric('repurchase_km', purchases, (input) => answerFrom(repurchase(followUps(input.days, input.repurchased), input.horizons), {
    km_cumulative_incidence: 'cumulativeIncidence', number_at_risk: 'numberAtRisk', naive_wrong: 'naiveWrong', complete_case_biased: 'completeCaseBiased',
  })),
];
