import type { Metric } from './metric.ts';
import { nonResponse } from './gap/non-response.ts';

/** Completed surveys of all invitations (AAPOR RR1 style). Low is not biased by itself; the non-response panel measures that. */
export const responseRate: Metric = {
  name: 'response-rate', unit: 'share', direction: 'context', isHeadline: false,
  compute: ({ db, definitions, filter }) => nonResponse(db, definitions, filter).responseRate,
};
