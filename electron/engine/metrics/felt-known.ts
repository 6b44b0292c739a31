import type { Metric } from './metric.ts';
import { answerMetric, isWithinTop } from './survey-answers.ts';

/** Top-box share of one item about being known and understood. */
const feltItem = (name: string, key: string): Metric => answerMetric({
  name, unit: 'share', direction: 'up', isHeadline: false, item: { key }, valueOf: (answer) => (isWithinTop(answer, 1) ? 1 : 0),
});

/** "I did not have to repeat myself", "They understood what mattered to me", "They were on my side". */
export const feltKnown: readonly Metric[] = [
  feltItem('felt-not-repeating', 'repeat_not_needed'), feltItem('felt-understood', 'understood'), feltItem('felt-on-my-side', 'on_my_side'),
];
