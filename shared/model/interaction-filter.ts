import { z } from 'zod';
import { Channel } from './interaction.ts';

const words = z.string().min(1).max(200);

/**
 * Which interactions are meant. Every key that is given narrows the list; `{}` is all of them.
 * The same object is a filter on the table, a drill-down and the evidence of a figure.
 */
export const InteractionFilter = z.strictObject({
  /** Full-text words over turns; `"a phrase"` and `role:customer` work. */
  text: z.string().max(500).optional(),
  ids: z.array(z.string().max(100)).max(1000).optional(),
  channel: Channel.optional(),
  queue: words.nullable().optional(),
  team: words.nullable().optional(),
  agent: words.nullable().optional(),
  customer: words.optional(),
  reason: words.nullable().optional(),
  product: words.nullable().optional(),
  language: words.nullable().optional(),
  tenure: words.nullable().optional(),
  /** Any other imported field. */
  field: z.strictObject({ name: words, value: words.nullable() }).optional(),
  /** From this day (inclusive), `YYYY-MM-DD`. */
  from: z.iso.date().optional(),
  /** Up to this day (inclusive). */
  to: z.iso.date().optional(),
  hasAudio: z.boolean().optional(),
  /** Has a company score (evaluated) / a customer score (survey answered), or not. */
  evaluated: z.boolean().optional(),
  answered: z.boolean().optional(),
  /** Cell of the 2 x 2 square of the matched gap, under the project's own definition of good. */
  cell: z.enum(['both', 'companyOnly', 'customerOnly', 'neither']).optional(),
  companyGood: z.boolean().optional(),
  customerGood: z.boolean().optional(),
  /** Which boxes count as the customer's "good" for this list; the project's setting when absent. */
  topBox: z.union([z.literal(1), z.literal(2)]).optional(),
  /** Only interactions whose evaluation was drawn at random, as rates need. */
  randomOnly: z.boolean().optional(),
  /** Answered this survey item; `isTop` narrows to the top box of it, or to the rest. */
  surveyItem: z.strictObject({ key: words, isTop: z.boolean().optional() }).optional(),
  tagged: z.boolean().optional(),
  code: words.optional(),
  /** Carries a root cause of this name; `null`: carries none. */
  cause: words.nullable().optional(),
  quoted: z.boolean().optional(),
  /** Holds a customer's cue that somebody judged. */
  cued: z.boolean().optional(),
  importId: z.string().max(100).optional(),
  /** Waits in, or was evaluated from, this queue. */
  auditQueue: z.string().max(100).optional(),
  /** Handled with at least one transfer, or with none. */
  transferred: z.boolean().optional(),
  /** Has a date, or has none. */
  dated: z.boolean().optional(),
  /** Counts in the denominator of this metric, and in its numerator: what its figures are made of. */
  measuredBy: words.optional(),
  countedBy: words.optional(),
});
export type InteractionFilter = z.infer<typeof InteractionFilter>;

export const InteractionSort = z.strictObject({
  by: z.enum(['startedAt', 'externalId', 'customer', 'agent', 'durationMs', 'companyScore', 'customerScore', 'gap', 'tags', 'customerValue']),
  descending: z.boolean(),
});
export type InteractionSort = z.infer<typeof InteractionSort>;

/** What a figure can be split by; `field:NAME` is any other imported field. */
export const SegmentField = z.union([
  z.enum(['queue', 'team', 'cause', 'channel', 'product', 'tenure', 'language', 'reason', 'agent', 'month']),
  z.templateLiteral(['field:', z.string().min(1).max(100)]),
]);
export type SegmentField = z.infer<typeof SegmentField>;
