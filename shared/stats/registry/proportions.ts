import { z } from 'zod';
import { benjaminiHochberg } from '../benjamini-hochberg.ts';
import { clopperPearson } from '../clopper-pearson.ts';
import { differenceInDifferences } from '../difference-in-differences.ts';
import { eValue } from '../e-value.ts';
import { fisherExact } from '../fisher.ts';
import { mcnemar } from '../mcnemar.ts';
import { newcombePaired, newcombeUnpaired } from '../newcombe.ts';
import { pairedT } from '../paired-t.ts';
import { available } from '../outcome.ts';
import { shrunkProportion } from '../shrunk-proportion.ts';
import { wilson } from '../wilson.ts';
import { conf, count, isAsLong, isPart, nonNegative, number, numbers, positive, share } from './fields.ts';
import { answerFrom, answerOf, metric } from './metric.ts';

const part = isPart('x', 'n');
const oneShare = z.object({ x: nonNegative, n: nonNegative, conf }).refine(part.check, part.because);

const first = isPart('x1', 'n1');
const second = isPart('x2', 'n2');
const twoShares = z.object({ x1: nonNegative, n1: nonNegative, x2: nonNegative, n2: nonNegative, conf })
  .refine(first.check, first.because).refine(second.check, second.because);

const pairedCounts = z.object({ both_yes: nonNegative, first_only: nonNegative, second_only: nonNegative, neither: nonNegative, conf });

const sameLength = isAsLong('x', 'y');
const pairs = z.object({ x: numbers, y: numbers }).refine(sameLength.check, sameLength.because);

const shrunk = z.object({ x: nonNegative, n: nonNegative, overall: share, m: nonNegative }).refine(part.check, part.because);

const row = z.tuple([count, count]);
const mean = number.nullable();

export const proportionMetrics = [
  metric('wilson_ci', oneShare, (input) => answerOf('ci', wilson(input), 'ZERO_DENOMINATOR')),
  metric('clopper_pearson_ci', oneShare, (input) => answerOf('ci', clopperPearson(input), 'ZERO_DENOMINATOR')),
  metric('newcombe_unpaired_diff_ci', twoShares, (input) => answerFrom(newcombeUnpaired(input), { diff: 'diff', ci: 'ci' })),
  metric('newcombe_paired_diff_ci', pairedCounts, (input) => answerFrom(newcombePaired({
    both: input.both_yes, firstOnly: input.first_only, secondOnly: input.second_only, neither: input.neither,
  }, input.conf), { diff: 'diff', ci: 'ci' })),
  metric('mcnemar', z.object({ b: count, c: count }), ({ b, c }) => answerFrom({ ...mcnemar(b, c), ...available() }, {
    p_mid: 'pMid', p_exact: 'pExact', p_asym: 'pAsymptotic', p_cc: 'pContinuity', z: 'z', chi2: 'chi2',
  })),
  metric('fisher_exact_two_sided', z.object({ table: z.tuple([row, row]) }), ({ table }) => answerOf('p', fisherExact(table), 'NO_DATA')),
  metric('paired_t', pairs, (input) => answerFrom(pairedT(input), { mean_diff: 'meanDiff', ci: 'ci', t: 't', df: 'df', p: 'p' })),
  metric('benjamini_hochberg', z.object({ p: z.array(share), q: share }), ({ p, q }) => answerFrom(benjaminiHochberg(p, q), {
    rejected: 'rejected', rejected_flags: 'rejectedFlags', adjusted: 'adjusted', bonferroni_rejected: 'bonferroniRejected',
  })),
  metric('shrunk_proportion', shrunk, (input) => answerOf('shrunk', shrunkProportion(input), 'ZERO_DENOMINATOR')),
  metric('e_value', z.object({ rr: positive }), ({ rr }) => answerOf('e_value', eValue(rr), 'NOT_IDENTIFIED')),
  metric('difference_in_differences', z.object({ treated_pre: mean, treated_post: mean, control_pre: mean, control_post: mean }),
    (input) => answerOf('did', differenceInDifferences({
      treatedPre: input.treated_pre, treatedPost: input.treated_post, controlPre: input.control_pre, controlPost: input.control_post,
    }), 'NOT_IDENTIFIED')),
];
