import { z } from 'zod';
import { InteractionFilter, SegmentField } from './interaction-filter.ts';

/** What is left out of the frame before anything is drawn. */
export const FrameRule = z.strictObject({
  /** Leaves out what has a company score already. */
  skipsEvaluated: z.boolean(),
  /** Leaves out what is known to be shorter, in seconds; 0 leaves nothing out. */
  minSeconds: z.int().min(0).max(86_400),
});
export type FrameRule = z.infer<typeof FrameRule>;

/** How many interactions of the filter were left out, and why. `unusable`: nothing to hear and nothing to read. */
export const FrameExclusions = z.object({ evaluated: z.int(), tooShort: z.int(), unusable: z.int() });
export type FrameExclusions = z.infer<typeof FrameExclusions>;

/** Random and stratified draws count in rates; a targeted list is for finding and coaching and counts in none. */
export const DrawMethod = z.enum(['random', 'stratified', 'targeted']);
export type DrawMethod = z.infer<typeof DrawMethod>;

export const DrawRequest = z.strictObject({
  method: DrawMethod, filter: InteractionFilter, rule: FrameRule, strataField: SegmentField.nullable(),
  size: z.int().min(1).max(1000), seed: z.int().min(0).max(2_147_483_647),
});
export type DrawRequest = z.infer<typeof DrawRequest>;

export const QueueStratum = z.object({ name: z.string().nullable(), size: z.int(), drawn: z.int() });
export type QueueStratum = z.infer<typeof QueueStratum>;

/** The frame of a draw and how many to draw from it: see metric specification 12. Sizes never exceed the frame. */
export const FrameAdvice = z.object({
  frameSize: z.int(), frameHash: z.string(), excluded: FrameExclusions, strata: z.array(QueueStratum),
  /** Half-width of a share's 95 % interval at the size asked for, in points; null without a frame. */
  halfWidth: z.number().nullable(),
  toEstimate5: z.int(), toEstimate10: z.int(),
  /** To see at least one case of something that happens in one of twenty, with 95 %. */
  toSeeOneIn20: z.int(),
  /** For at least two of every stratum; null without strata. */
  forStrata: z.int().nullable(),
});
export type FrameAdvice = z.infer<typeof FrameAdvice>;

/** Interactions drawn to be evaluated, with all that is needed to draw them again. */
export const AuditQueue = z.object({
  id: z.string(), name: z.string(), method: DrawMethod, formVersionId: z.string(), formName: z.string(),
  filter: InteractionFilter, rule: FrameRule, strataField: SegmentField.nullable(), strata: z.array(QueueStratum),
  seed: z.int(), frameSize: z.int(), frameHash: z.string(), excluded: FrameExclusions,
  isBlind: z.boolean(), hidesAgent: z.boolean(), drawnAt: z.string(), drawnBy: z.string(),
  total: z.int(), finished: z.int(), replaced: z.int(),
  /** The first that waits; null when the queue is done. */
  nextInteractionId: z.string().nullable(),
});
export type AuditQueue = z.infer<typeof AuditQueue>;

export const AuditQueueEntry = z.object({
  interactionId: z.string(), externalId: z.string(), position: z.int(), stratum: z.string().nullable(), probability: z.number().nullable(),
  state: z.enum(['waiting', 'begun', 'finished', 'replaced']), replacedBecause: z.string().nullable(),
});
export type AuditQueueEntry = z.infer<typeof AuditQueueEntry>;
