import type { Metric } from './metric.ts';
import { answerDistribution, answerShare, surveyAnswers, type Answer } from './survey-answers.ts';

/** Satisfaction as a share of its scale, 0-1, counted from the bad end. */
function height(answer: Answer): number {
  const up = (answer.value - answer.scaleMin) / (answer.scaleMax - answer.scaleMin);
  return answer.direction === 'up' ? up : 1 - up;
}

/** Customer satisfaction: share of ratings at or above the positive mark (4 of 5 unless the project says otherwise). */
export const csat: Metric = {
  name: 'csat', unit: 'share', direction: 'up', isHeadline: true,
  compute(context) {
    const { answers, invalid } = surveyAnswers(context, { kind: 'csat' });
    const positive = context.definitions.csatPositiveShare;
    const key = answers[0]?.key;
    return answerShare({
      answers, invalid, isPositive: (answer) => height(answer) >= positive - 1e-9,
      evidence: key === undefined ? null : { ...context.filter, surveyItem: { key } },
    });
  },
  distribution: (context) => answerDistribution(surveyAnswers(context, { kind: 'csat' }).answers),
};
