import { envelope } from '#shared/model/envelope.ts';
import type { Metric } from './metric.ts';
import { answerDistribution, answerShare, surveyAnswers } from './survey-answers.ts';

/** Customer Effort Score 2.0: share of answers of 5 or more on the 7-point "made it easy" item. CES 1.0 (1-5) is another measure. */
export const ces: Metric = {
  name: 'ces', unit: 'share', direction: 'up', isHeadline: true,
  compute(context) {
    const { answers, invalid } = surveyAnswers(context, { kind: 'ces' });
    const key = answers[0]?.key;
    const evidence = key === undefined ? null : { ...context.filter, surveyItem: { key } };
    if (answers.some((answer) => answer.scaleMin !== 1 || answer.scaleMax !== 7 || answer.direction !== 'up')) {
      return envelope({ unit: 'share', value: null, n: answers.length, denominator: answers.length, reason: 'NOT_IDENTIFIED', flags: ['not_ces_2'], evidence });
    }
    return answerShare({ answers, invalid, isPositive: (answer) => answer.value >= 5, evidence });
  },
  distribution: (context) => answerDistribution(surveyAnswers(context, { kind: 'ces' }).answers),
};
