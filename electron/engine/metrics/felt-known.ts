import type { Metric } from './metric.ts';
import { answerDistribution, answerShare, surveyAnswers, type Answer } from './survey-answers.ts';

const isTopBox = (answer: Answer) => answer.value === (answer.direction === 'up' ? answer.scaleMax : answer.scaleMin);

/** Top-box share of one item about being known and understood. */
function feltItem(name: string, key: string): Metric {
  return {
    name, unit: 'share', direction: 'up', isHeadline: false,
    compute(context) {
      const { answers, invalid } = surveyAnswers(context, { key });
      return answerShare({ answers, invalid, isPositive: isTopBox, evidence: answers.length === 0 ? null : { ...context.filter, surveyItem: { key } } });
    },
    distribution: (context) => answerDistribution(surveyAnswers(context, { key }).answers),
  };
}

/** "I did not have to repeat myself", "They understood what mattered to me", "They were on my side". */
export const feltKnown: readonly Metric[] = [
  feltItem('felt-not-repeating', 'repeat_not_needed'), feltItem('felt-understood', 'understood'), feltItem('felt-on-my-side', 'on_my_side'),
];
