import { z } from 'zod';
import { Envelope } from './envelope.ts';

/** G0 belief, G1 scorecard, G2 matched (default), G3 mean. See the definitions shown in the page. */
export const GapDefinition = z.enum(['matched', 'scorecard', 'belief', 'mean']);
export type GapDefinition = z.infer<typeof GapDefinition>;

/** What counts as good, and the windows, limits and prices that figures depend on. The user's own; versioned. */
export const Definitions = z.strictObject({
  /** `marked`: the evaluation's own pass mark, else the score; `score`: always the score. */
  companyGoodRule: z.enum(['marked', 'score']),
  /** Lowest evaluation score (0-100) that counts as good. */
  companyGoodMin: z.number().min(0).max(100),
  /** How many boxes from the top count as the customer's good. */
  topBox: z.union([z.literal(1), z.literal(2)]),
  /** Lowest rating of the satisfaction item that counts as satisfied (share of the scale, 0-1; .75 is 4 of 5). */
  csatPositiveShare: z.number().min(0).max(1),
  repeatWindowDays: z.int().min(1).max(90),
  episodeGapDays: z.int().min(1).max(90),
  lookBackDays: z.int().min(30).max(1830),
  silenceMinMs: z.int().min(500).max(60_000),
  /** From when on a silence that the agent ends is dead air. */
  deadAirMinMs: z.int().min(1000).max(300_000),
  overlapMinMs: z.int().min(0).max(5_000),
  surveyLinkDays: z.int().min(1).max(60),
  /** The two-dimension threshold, 0-100. */
  quadrantThreshold: z.number().min(0).max(100),
  /** Show the pair of Bain & Company 2005 beside the belief gap. */
  showBenchmark: z.boolean(),
  timeZone: z.string().min(1).max(60),
});
export type Definitions = z.infer<typeof Definitions>;

/** A side, the other side and their difference for one part of the interactions. */
export const GapSegment = z.object({
  /** As stored; null is "not known". */
  segment: z.string().nullable(),
  company: Envelope, customer: Envelope, gap: Envelope,
  /** Survives Benjamini-Hochberg over all segments shown. */
  isDifferent: z.boolean(),
});
export type GapSegment = z.infer<typeof GapSegment>;

/** How far raters agree on what two or more of them scored (metric specification 4.2). */
export const Reliability = z.object({
  /** Interactions that two or more people scored. */
  units: z.int(),
  /** Krippendorff's alpha, the lower limit of its interval, and the intraclass correlation of one rater. */
  alpha: z.number().nullable(), lo: z.number().nullable(), icc: z.number().nullable(),
  /** `unknown`: too few were scored twice to say; `failed`: the figure is not shown. */
  gate: z.enum(['reliable', 'tentative', 'failed', 'unknown']),
});
export type Reliability = z.infer<typeof Reliability>;

export const GapReport = z.object({
  definition: GapDefinition,
  topBox: z.union([z.literal(1), z.literal(2)]),
  company: Envelope, customer: Envelope, gap: Envelope,
  /** The 2 x 2 square; null unless interactions are matched. */
  table: z.object({ both: z.int(), companyOnly: z.int(), customerOnly: z.int(), neither: z.int() }).nullable(),
  blindSpot: Envelope.nullable(), missRate: Envelope.nullable(), hiddenStrength: Envelope.nullable(),
  kappa: Envelope.nullable(), ac1: Envelope.nullable(),
  /** McNemar mid-P or the two-sample p; null where there is nothing to test. */
  p: z.number().nullable(),
  /** The same gap under the other top-box rule. */
  sensitivity: z.object({ topBox: z.union([z.literal(1), z.literal(2)]), gap: Envelope }).nullable(),
  mixAdjusted: Envelope.nullable(),
  /** Spearman's rho between the company's and the customers' order of the segments; null where segments are no units to order. */
  rankAgreement: Envelope.nullable(),
  /** The mean gap's limits of agreement (Bland & Altman 1986): where 95 of 100 single differences lie, in points. */
  limitsOfAgreement: z.object({ lo: z.number(), hi: z.number() }).nullable(),
  /** The survey question that stands for the customers' side. */
  customerItem: z.object({ key: z.string(), kind: z.string(), scaleMin: z.number(), scaleMax: z.number() }).nullable(),
  /** What the segments are of; `group` for the belief gap, whose segments are who was asked. */
  by: z.string().nullable(),
  segments: z.array(GapSegment),
  /** Key of a sentence that the data carry, with its figures. */
  finding: z.object({ key: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) }),
  /** How many interactions of the reviewed ones were chosen, not drawn; they are left out. */
  targetedLeftOut: z.int(),
  firstAt: z.string().nullable(), lastAt: z.string().nullable(),
  definitions: Definitions,
});
export type GapReport = z.infer<typeof GapReport>;
