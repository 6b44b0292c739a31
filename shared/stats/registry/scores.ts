import { z } from 'zod';
import { ces, csat } from '../csat.ts';
import { nps, npsAdjustedWald, npsDifference, npsPseudoAnswers } from '../nps.ts';
import { rubricScores, usualThreshold } from '../rubric.ts';
import { nonNegative, number, positive } from './fields.ts';
import { answerFrom, metric } from './metric.ts';

const ratings = z.array(number.nullable());

const satisfaction = z.object({ ratings, scale: z.tuple([number, number]), positive_min: number })
  .refine(({ scale }) => scale[1] > scale[0], { path: ['scale'], error: 'ends before it starts' })
  .refine(({ scale, positive_min: min }) => min >= scale[0] && min <= scale[1], { path: ['positive_min'], error: 'lies outside the scale' });

const effort = z.object({ ratings, positive_min: z.number().min(1).max(7) });

const answers = z.object({ promoters: nonNegative, passives: nonNegative, detractors: nonNegative });
const triple = z.tuple([nonNegative, nonNegative, nonNegative]);
const wave = triple.transform(([promoters, passives, detractors]) => ({ promoters, passives, detractors }));
const pseudo = triple.default([npsPseudoAnswers[0], npsPseudoAnswers[1], npsPseudoAnswers[2]]);

const items = z.array(nonNegative.nullable());
const rubric = z.object({
  technical: items, emotional: items, max: positive, min_items: z.int().min(0), threshold: z.number().min(0).max(100).default(usualThreshold),
}).superRefine(({ technical, emotional, max }, context) => {
  for (const [name, own] of [['technical', technical], ['emotional', emotional]] as const) {
    const index = own.findIndex((item) => item !== null && item > max);
    if (index >= 0) context.addIssue({ code: 'custom', path: [name, index], message: 'is larger than max' });
  }
});

export const scoreMetrics = [
  metric('csat', satisfaction, (input) => answerFrom(csat({ ratings: input.ratings, scale: input.scale, positiveMin: input.positive_min }), {
    csat: 'share', ci: 'ci', n: 'n', positive: 'positive', mean: 'mean', bottom2: 'bottomTwo', invalid: 'invalid', missing: 'missing',
  })),
  metric('ces', effort, (input) => answerFrom(ces({ ratings: input.ratings, positiveMin: input.positive_min }), {
    ces: 'share', ci: 'ci', n: 'n', agree: 'positive', mean: 'mean', invalid: 'invalid', missing: 'missing',
  })),
  metric('nps', answers, (input) => answerFrom(nps(input), {
    nps: 'nps', variance_pm1: 'variancePm1', sd_pm1: 'sdPm1', se_points: 'sePoints', wald_ci: 'waldCi',
  })),
  metric('nps_ci_adjusted_wald', answers.extend({ pseudo }), (input) => answerFrom(npsAdjustedWald(input, input.pseudo), {
    nps: 'nps', ci: 'ci', centre: 'centre', wald_ci: 'waldCi',
  })),
  metric('nps_difference', z.object({ a: wave, b: wave }), ({ a, b }) => answerFrom(npsDifference(a, b), { diff: 'diff', ci: 'ci', se: 'se' })),
  metric('rubric_scores', rubric, (input) => answerFrom(rubricScores({
    technical: input.technical, emotional: input.emotional, max: input.max, minItems: input.min_items, threshold: input.threshold,
  }), { technical: 'technical', emotional: 'emotional', quadrant: 'quadrant' })),
];
