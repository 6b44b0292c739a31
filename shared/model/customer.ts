import { z } from 'zod';
import { Envelope } from './envelope.ts';
import { InteractionFilter } from './interaction-filter.ts';
import { Channel } from './interaction.ts';

/** By bad experiences in the look-back: 0 none, 1 watch, 2 high, 3 or more critical. */
export const Tier = z.enum(['none', 'watch', 'high', 'critical']);
export type Tier = z.infer<typeof Tier>;

/** What made a contact a bad experience. `repeat`: the third contact about one issue within 14 days. */
export const BadWhy = z.enum(['csat', 'ces', 'nps', 'resolved', 'severity', 'complaint', 'repeat']);
export type BadWhy = z.infer<typeof BadWhy>;

/** The windows that tiers are counted by, days. */
export const TierRule = z.object({ lookBackDays: z.int(), episodeGapDays: z.int(), asOf: z.string().nullable() });
export type TierRule = z.infer<typeof TierRule>;

export const AtRiskRow = z.object({
  id: z.string(), externalId: z.string(), name: z.string().nullable(), since: z.string().nullable(), segment: z.string().nullable(),
  /** Bad experiences in the look-back, one an episode. */
  badCount: z.int(), tier: Tier, lastBadAt: z.string(),
  /** Contacts in the look-back: more contacts are more chances. */
  contacts: z.int(),
  /** Margin of the 365 days up to the latest purchase of the project; null without purchases. `isRevenue`: amounts stand in for margins that are not known. */
  yearMargin: z.number().nullable(), isRevenue: z.boolean(),
  /** The bad contacts. */
  evidence: InteractionFilter,
});
export type AtRiskRow = z.infer<typeof AtRiskRow>;

const moment = z.object({ turnSeq: z.int().nullable(), startMs: z.number().nullable(), text: z.string() });

/** One contact of a thread. `words` are the customer's first; `saidBefore` where the customer says that it was said already. */
export const ThreadContact = z.object({
  kind: z.literal('contact'), id: z.string(), externalId: z.string(), at: z.string().nullable(), channel: Channel,
  direction: z.enum(['inbound', 'outbound']).nullable(), agent: z.string().nullable(), reason: z.string().nullable(), durationMs: z.number().nullable(),
  companyScore: z.number().nullable(), customerScore: z.number().nullable(), bad: z.array(BadWhy), hasAudio: z.boolean(),
  words: moment.nullable(), saidBefore: z.array(moment), stars: z.int(),
  tags: z.array(z.object({ id: z.string(), key: z.string(), name: z.string(), kind: z.string(), severity: z.int().nullable(), startMs: z.number().nullable(), turnSeq: z.int().nullable() })),
});
export type ThreadContact = z.infer<typeof ThreadContact>;

export const ThreadSurvey = z.object({
  kind: z.literal('survey'), id: z.string(), at: z.string().nullable(), interactionId: z.string().nullable(), interaction: z.string().nullable(), comment: z.string().nullable(),
  answers: z.array(z.object({ key: z.string(), label: z.string(), value: z.number().nullable(), text: z.string().nullable(), scaleMin: z.number().nullable(), scaleMax: z.number().nullable() })),
});
export const ThreadPurchase = z.object({
  kind: z.literal('purchase'), id: z.string(), at: z.string(), what: z.enum(['purchase', 'renewal', 'cancellation', 'credit', 'return']),
  product: z.string().nullable(), amount: z.number().nullable(), margin: z.number().nullable(), currency: z.string().nullable(),
});
export const ThreadEntry = z.discriminatedUnion('kind', [ThreadContact, ThreadSurvey, ThreadPurchase]);
export type ThreadEntry = z.infer<typeof ThreadEntry>;

/** A moment of the story: starred by a person, or, while nothing is starred, tagged as a bad experience. */
export const StoryMoment = z.object({
  interactionId: z.string(), externalId: z.string(), at: z.string().nullable(), channel: Channel, source: z.enum(['starred', 'tagged']), label: z.string().nullable(),
  turnSeq: z.int().nullable(), startMs: z.number().nullable(), endMs: z.number().nullable(), text: z.string(), mediaId: z.string().nullable(),
});
export type StoryMoment = z.infer<typeof StoryMoment>;

export const CustomerProfile = z.object({
  id: z.string(), externalId: z.string(), name: z.string().nullable(), since: z.string().nullable(), segment: z.string().nullable(), region: z.string().nullable(),
  consentQuotes: z.boolean().nullable(), fields: z.record(z.string(), z.string()),
  /** Null: nothing is known of any contact, which is unknown and not good. */
  badCount: z.int().nullable(), tier: Tier.nullable(), rule: TierRule,
  contacts: z.int(), channels: z.array(Channel), lastScore: z.number().nullable(),
  /** Contacts about the same reason within 7 and within 30 days of the one before. */
  repeats7: z.int(), repeats30: z.int(),
  /** Margins less service cost and credits so far; its flags say what is not in it. */
  value: Envelope, currency: z.string().nullable(),
});
export type CustomerProfile = z.infer<typeof CustomerProfile>;

/** What a tier could mean in money, if the future were like the past: a scenario, not a forecast. */
export const TierScenario = z.object({
  tier: Tier, customers: z.int(),
  /** Share that left within 183 days of the landmark, and the difference to the tier "none" in points. */
  churn: Envelope, difference: Envelope,
  /** Lifetime value of those who are in the tier now, times the difference. */
  valueAtRisk: Envelope,
});
export type TierScenario = z.infer<typeof TierScenario>;
export const AtRiskScenario = z.object({ tiers: z.array(TierScenario), landmark: z.string().nullable(), marginMultiple: z.number().nullable(), currency: z.string().nullable() });
export type AtRiskScenario = z.infer<typeof AtRiskScenario>;
