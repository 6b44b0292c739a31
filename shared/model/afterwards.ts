import { z } from 'zod';
import { Envelope } from './envelope.ts';

/** By what the index interaction is told apart. */
export const OutcomeBy = z.enum(['satisfaction', 'resolved', 'quality']);
export type OutcomeBy = z.infer<typeof OutcomeBy>;
/** `retention` until a cancellation, `repurchase` until the next new purchase. */
export const AfterEvent = z.enum(['retention', 'repurchase']);
export type AfterEvent = z.infer<typeof AfterEvent>;

/** Days after an interaction: 1, 6 and 18 months. */
export const horizonsDays = [30, 183, 548] as const;

export const AfterGroup = z.object({
  group: z.enum(['bad', 'neutral', 'good']), n: z.int(),
  /** At the horizons, in their order: share still customers, or share that bought again. */
  at: z.array(z.object({ day: z.int(), figure: Envelope, atRisk: z.int() })),
  /** The curve as steps: day, share, its interval, at risk. */
  curve: z.array(z.object({ day: z.number(), share: z.number(), lo: z.number().nullable(), hi: z.number().nullable(), atRisk: z.int() })),
});
export type AfterGroup = z.infer<typeof AfterGroup>;

/** What happened after interactions that went well or badly: an association, never more. */
export const Afterwards = z.object({
  by: OutcomeBy, event: AfterEvent, groups: z.array(AfterGroup),
  /** Log-rank test over all groups. */
  p: z.number().nullable(),
  /** Bad less good, in points, at each horizon: as they come, and among customers matched on reason, channel, tenure, spend and earlier contacts. */
  differences: z.array(z.object({ day: z.int(), raw: Envelope, matched: Envelope })),
  matching: z.object({ pairs: z.int(), dropped: z.int(), worstSmd: z.number().nullable(), isBalanced: z.boolean() }),
  until: z.string().nullable(),
});
export type Afterwards = z.infer<typeof Afterwards>;
