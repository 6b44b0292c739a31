import { envelope } from '#shared/model/envelope.ts';
import { npsAdjustedWald } from '#shared/stats/nps.ts';
import type { Metric } from './metric.ts';
import { smallSample } from './shares.ts';
import { answerDistribution, surveyAnswers } from './survey-answers.ts';

/**
 * Net Promoter Score, points: promoters (9-10) minus detractors (0-6) of all answers, with the adjusted Wald interval
 * (Rocks 2016). Only the 0-10 question is NPS; other scales are not.
 */
export const nps: Metric = {
  name: 'nps', unit: 'points', direction: 'up', isHeadline: true,
  compute(context) {
    const { answers, invalid } = surveyAnswers(context, { kind: 'nps' });
    const key = answers[0]?.key;
    const evidence = key === undefined ? null : { ...context.filter, surveyItem: { key } };
    const n = answers.length;
    if (answers.some((answer) => answer.scaleMin !== 0 || answer.scaleMax !== 10)) {
      return envelope({ unit: 'points', value: null, n, denominator: n, reason: 'NOT_IDENTIFIED', flags: ['not_0_to_10'], evidence });
    }
    const promoters = answers.filter((answer) => answer.value >= 9).length;
    const detractors = answers.filter((answer) => answer.value <= 6).length;
    const result = npsAdjustedWald({ promoters, passives: n - promoters - detractors, detractors });
    return envelope({
      unit: 'points', value: result.nps, n, denominator: n, reason: result.nps === null ? 'NO_DATA' : null,
      ci: result.ci && { lo: result.ci[0], hi: result.ci[1], conf: 0.95, method: 'adjusted-wald' },
      excluded: { missing: 0, invalid, unlinked: 0, immature: 0, outOfScope: 0 }, coverage: n + invalid === 0 ? 1 : n / (n + invalid),
      flags: smallSample(n, n >= 30 && n < 100 ? ['small'] : []), evidence,
    });
  },
  distribution: (context) => answerDistribution(surveyAnswers(context, { kind: 'nps' }).answers),
};
