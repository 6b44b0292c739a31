import { z } from 'zod';
import { bootstrapMean } from '../bootstrap.ts';
import { at } from '../element.ts';
import { hypergeometric2F1 } from '../gauss-hypergeometric.ts';
import { betaQuantile } from '../incomplete-beta.ts';
import { chiSquaredUpper, gammaQuantile } from '../incomplete-gamma.ts';
import { logGamma } from '../log-gamma.ts';
import { normalQuantile } from '../normal.ts';
import { randomNumbers } from '../prng.ts';
import { tQuantile, tTwoSidedP } from '../student-t.ts';
import { number, numbers, positive, share } from './fields.ts';
import { answerFrom, answerOf, metric } from './metric.ts';

const insideShare = z.number().gt(0).lt(1);

/** Each function with the check of its arguments, in order. */
const functions = {
  qnorm: { args: z.tuple([insideShare]), of: (args: readonly number[]) => normalQuantile(at(args, 0)) },
  chi2_sf: { args: z.tuple([number, positive]), of: (args: readonly number[]) => chiSquaredUpper(at(args, 0), at(args, 1)) },
  beta_ppf: { args: z.tuple([share, positive, positive]), of: (args: readonly number[]) => betaQuantile(at(args, 0), at(args, 1), at(args, 2)) },
  gamma_ppf: { args: z.tuple([z.number().min(0).lt(1), positive]), of: (args: readonly number[]) => gammaQuantile(at(args, 0), at(args, 1)) },
  t_two_sided_p: { args: z.tuple([number, positive]), of: (args: readonly number[]) => tTwoSidedP(at(args, 0), at(args, 1)) },
  t_ppf: { args: z.tuple([insideShare, positive]), of: (args: readonly number[]) => tQuantile(at(args, 0), at(args, 1)) },
  lgamma: { args: z.tuple([number]), of: (args: readonly number[]) => logGamma(at(args, 0)) },
  hyp2f1: {
    args: z.tuple([number, number, number, number]),
    of: (args: readonly number[]) => hypergeometric2F1({ a: at(args, 0), b: at(args, 1), c: at(args, 2), z: at(args, 3) }),
  },
};

const call = z.object({ fn: z.literal(['qnorm', 'chi2_sf', 'beta_ppf', 'gamma_ppf', 't_two_sided_p', 't_ppf', 'lgamma', 'hyp2f1']), args: z.array(z.number()) })
  .superRefine(({ fn, args }, context) => {
    const issue = functions[fn].args.safeParse(args).error?.issues[0];
    if (issue) context.addIssue({ code: 'custom', path: ['args', ...issue.path], message: issue.message });
    else if (!Number.isFinite(functions[fn].of(args))) context.addIssue({ code: 'custom', path: ['args'], message: 'the function has no finite value there' });
  });

/** More numbers than anybody reads would only fill the memory. */
const maxNumbers = 10_000_000;

const seed = z.int().min(-(2 ** 31)).max(2 ** 32 - 1);

export const numericsMetrics = [
  metric('numerics', call, ({ fn, args }) => answerOf('value', functions[fn].of(args), 'NOT_IDENTIFIED')),
  metric('prng', z.object({ seed, count: z.int().min(0).max(maxNumbers) }),
    (input) => answerOf('values', randomNumbers(input.seed, input.count), 'NO_DATA')),
  metric('bootstrap_mean', z.object({ data: numbers, B: z.int().min(1).max(maxNumbers), seed }),
    (input) => answerFrom(bootstrapMean({ values: input.data, resamples: input.B, seed: input.seed }),
      { mean: 'mean', boot_se: 'bootSe', plugin_se: 'pluginSe', percentile_ci: 'percentileCi' })),
];
