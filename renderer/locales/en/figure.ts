import type { Reason } from '#shared/model/envelope.ts';

/** Why a figure has no value, in words. */
const reason: Record<Reason, string> = {
  NO_DATA: 'No data for this yet',
  UNLINKED: 'Surveys and interactions are not joined yet',
  NOT_MATURE: 'Too recent to tell',
  ZERO_DENOMINATOR: 'Nothing to divide by',
  BELOW_MIN_N: 'Too few to show',
  NO_VARIATION: 'All answers are the same',
  NOT_IDENTIFIED: 'The data cannot answer this',
  UNRELIABLE: 'Too uncertain to show',
};

/** How figures are written; used by every screen. */
export const figure = {
  reason,
  reasonWithN: '{{reason}} (n = {{n}})',
  withN: '{{value}} (n = {{n}})',
  n: 'n = {{n}}',
  interval: '{{conf}} interval {{lo}} to {{hi}}',
  points_one: '{{value}} point',
  points_other: '{{value}} points',
  wordsPerMinute: '{{value}} words a minute',
  notKnown: 'Not known',
  none: 'none',
  of: '{{x}} of {{n}}',
  answer: { scale: '{{value}} of {{max}}', yes: 'yes', no: 'no', none: 'no answer' },
};
