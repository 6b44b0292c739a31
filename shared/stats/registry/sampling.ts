import { z } from 'zod';
import { poststratifiedProportion } from '../poststratify.ts';
import { rake } from '../raking.ts';
import { neymanAllocation, sampleSizeForProportion, sampleSizeToDetect } from '../sampling.ts';
import { stratifiedProportion } from '../stratified.ts';
import { conf, count, nonNegative, rectangular, share } from './fields.ts';
import { answerFrom, answerOf, metric } from './metric.ts';

const inside = z.number().gt(0).lt(1);

const spread = z.object({ N: nonNegative, S: nonNegative }).transform(({ N, S }) => ({ size: N, sd: S }));

const stratumSample = z.tuple([count, count, count])
  .refine(([, n, x]) => x <= n, { path: [2], error: 'is larger than n' })
  .refine(([size, n]) => n <= size, { path: [1], error: 'is larger than N' })
  .transform(([size, n, x]) => ({ size, n, x }));

const respondentStratum = z.object({ pop_share: share, respondents: nonNegative, positive: nonNegative })
  .refine((input) => input.positive <= input.respondents, { path: ['positive'], error: 'is larger than respondents' })
  .transform(({ pop_share: popShare, respondents, positive }) => ({ popShare, respondents, positive }));

/** Population shares must be those of one whole; rounding to two digits is forgiven. */
const survey = z.object({ strata: z.array(respondentStratum), invited: nonNegative })
  .refine(({ strata }) => strata.length === 0 || Math.abs(strata.reduce((sum, { popShare }) => sum + popShare, 0) - 1) <= 0.02,
    { path: ['strata'], error: 'has population shares that do not add up to 1' })
  .refine(({ strata, invited }) => strata.reduce((sum, { respondents }) => sum + respondents, 0) <= invited,
    { path: ['invited'], error: 'is smaller than the number of respondents' });

const rakingTask = z.object({ seed: rectangular(nonNegative), row_targets: z.array(nonNegative), col_targets: z.array(nonNegative) })
  .refine((input) => input.row_targets.length === input.seed.length, { path: ['row_targets'], error: 'is not as long as seed has rows' })
  .refine((input) => input.col_targets.length === (input.seed[0]?.length ?? 0), { path: ['col_targets'], error: 'is not as long as seed has columns' });

export const samplingMetrics = [
  metric('sample_size_proportion', z.object({ p: share, e: inside, conf, N: z.int().min(1).nullish() }),
    (input) => answerOf('n', sampleSizeForProportion({ p: input.p, e: input.e, conf: input.conf, population: input.N ?? null }), 'NOT_IDENTIFIED')),
  metric('sample_size_detect', z.object({ prevalence: z.number().gt(0).max(1), conf }),
    (input) => answerOf('n', sampleSizeToDetect(input.prevalence, input.conf), 'NOT_IDENTIFIED')),
  metric('neyman_allocation', z.object({ n: nonNegative, strata: z.array(spread) }),
    (input) => answerOf('allocation', neymanAllocation(input.n, input.strata), 'NO_VARIATION')),
  metric('stratified_proportion', z.object({ strata_N_n_x: z.array(stratumSample) }),
    (input) => answerFrom(stratifiedProportion(input.strata_N_n_x), { p: 'p', se: 'se', naive_pooled: 'naivePooled' })),
  metric('poststratified_proportion', survey, ({ strata, invited }) => answerFrom(poststratifiedProportion(strata, invited), {
    weighted: 'weighted', wilson_neff_ci: 'wilsonNeffCi', raw: 'raw', weights: 'weights', n_eff: 'nEff', manski_bounds: 'manskiBounds',
  })),
  metric('raking', rakingTask, (input) => answerOf('table', rake({
    seed: input.seed, rowTargets: input.row_targets, colTargets: input.col_targets,
  }), 'NOT_IDENTIFIED')),
];
