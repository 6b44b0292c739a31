import { meanEnvelope } from './means.ts';
import type { Metric } from './metric.ts';
import { answerMetric, type Answer } from './survey-answers.ts';

/** CES 1.0 (1-5, lower is better) is another measure. */
const refuses = (answers: readonly Answer[]) =>
  (answers.some((answer) => answer.scaleMin !== 1 || answer.scaleMax !== 7 || answer.direction !== 'up') ? 'not_ces_2' : null);

/** Customer Effort Score 2.0: the share of answers of 5 or more on the 7-point "made it easy" item, and their mean. */
export const ces: readonly Metric[] = [
  answerMetric({ name: 'ces', unit: 'share', direction: 'up', isHeadline: true, item: { kind: 'ces' }, refuses, valueOf: ({ value }) => (value >= 5 ? 1 : 0) }),
  answerMetric({
    name: 'ces-mean', unit: 'score', direction: 'up', isHeadline: false, item: { kind: 'ces' }, refuses, valueOf: ({ value }) => value,
    envelopeOf: (tally, evidence, flags) => meanEnvelope(tally, { unit: 'score', evidence, flags: [...flags, 'own_scale'] }),
  }),
];
