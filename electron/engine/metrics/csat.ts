import { meanEnvelope } from './means.ts';
import type { Metric } from './metric.ts';
import { answerMetric, height, isWithinTop, type Answer } from './survey-answers.ts';

/** How far an answer stands above the bottom of its scale, in boxes. */
const boxesFromBottom = ({ value, scaleMin, scaleMax, direction }: Answer) => (direction === 'up' ? value - scaleMin : scaleMax - value);

/**
 * Customer satisfaction: the share of ratings at or above the positive mark (4 of 5 unless the project says otherwise);
 * beside it the top box, the two lowest boxes, and the mean on the item's own scale.
 */
export const csat: readonly Metric[] = [
  answerMetric({
    name: 'csat', unit: 'share', direction: 'up', isHeadline: true, item: { kind: 'csat' },
    valueOf: (answer, { definitions }) => (height(answer) >= definitions.csatPositiveShare - 1e-9 ? 1 : 0),
  }),
  answerMetric({
    name: 'csat-top-box', unit: 'share', direction: 'up', isHeadline: false, item: { kind: 'csat' },
    valueOf: (answer, { definitions, filter }) => (isWithinTop(answer, filter.topBox ?? definitions.topBox) ? 1 : 0),
  }),
  answerMetric({
    name: 'csat-bottom-two', unit: 'share', direction: 'down', isHeadline: false, item: { kind: 'csat' },
    valueOf: (answer) => (boxesFromBottom(answer) < 2 ? 1 : 0),
  }),
  answerMetric({
    name: 'csat-mean', unit: 'score', direction: 'up', isHeadline: false, item: { kind: 'csat' }, valueOf: (answer) => answer.value,
    envelopeOf: (tally, evidence, flags) => meanEnvelope(tally, { unit: 'score', evidence, flags: [...flags, 'own_scale'] }),
  }),
];
