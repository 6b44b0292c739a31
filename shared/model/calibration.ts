import { z } from 'zod';
import { Envelope } from './envelope.ts';
import { Dimension } from './coaching.ts';

const name = z.string().min(1).max(120);
const id = z.string().min(1).max(200);

/** What is scored, from 0 to `max`, as the round's raters see it. */
export const CalibrationItem = z.strictObject({ item: z.string().min(1).max(100), name, definition: z.string().max(4000), dimension: Dimension.nullable(), max: z.int().min(1).max(10) });
export type CalibrationItem = z.infer<typeof CalibrationItem>;

/** One rater's answer; `value` null says "does not apply". The moment that proves it is a stretch of the recording, or a turn. */
export const CalibrationAnswer = z.strictObject({
  item: z.string().min(1).max(100), value: z.number().min(0).max(10).nullable(),
  startMs: z.number().min(0).nullable(), endMs: z.number().min(0).nullable(), turnSeq: z.int().min(0).nullable(), note: z.string().max(2000).nullable(),
});
export type CalibrationAnswer = z.infer<typeof CalibrationAnswer>;

/** A round as it travels in its file: everything but the key that opens it. Interactions go by the name that both projects know. */
export const RoundDefinition = z.strictObject({
  id, name, owner: name, createdAt: z.string().max(40), closesOn: z.iso.date().nullable(),
  items: z.array(CalibrationItem).min(1).max(40), interactions: z.array(id).min(2).max(40), raters: z.array(name).min(2).max(20),
  /** Answers are sealed to this key (X25519, SPKI in base64). */
  publicKey: z.string().max(200),
});
export type RoundDefinition = z.infer<typeof RoundDefinition>;

/** One rater's answers to one interaction, unreadable until the round's owner opens it. */
export const SealedSheet = z.strictObject({
  rater: name, interaction: id, sealedAt: z.string().max(40), sealed: z.string().max(200_000),
  /** Ed25519, over round, rater, interaction, time and the sealed text. */
  signature: z.string().max(200), raterKey: z.string().max(200),
});
export type SealedSheet = z.infer<typeof SealedSheet>;

/** How far a round is. Until it is open nobody, its owner included, is shown more than who has finished. */
export const CalibrationRound = RoundDefinition.extend({
  /** Whether this project holds the key that opens it. */
  isOwner: z.boolean(), needsWord: z.boolean(), openedAt: z.string().nullable(), openedBy: z.string().nullable(),
  units: z.array(z.object({ interaction: id, interactionId: z.string().nullable() })),
  progress: z.array(z.object({ rater: name, done: z.array(id), total: z.int(),
    /** When each of the done ones was sealed. */
    sealedAt: z.record(id, z.string()) })),
});
export type CalibrationRound = z.infer<typeof CalibrationRound>;

/** What came out of reading a file of a round. A conflict is two different sheets of one rater for one interaction: the one that was here stays. */
export const PacketReport = z.object({
  kind: z.enum(['round', 'answers']), roundId: z.string(), roundName: z.string(), added: z.int(), unchanged: z.int(),
  conflicts: z.array(z.object({ rater: z.string(), interaction: z.string(), here: z.string(), file: z.string() })),
  refused: z.array(z.object({ rater: z.string(), interaction: z.string(), reason: z.string() })),
});
export type PacketReport = z.infer<typeof PacketReport>;

/** Agreement on one item. Shares are of pairs of raters; every coefficient says why it is undefined. */
export const ItemAgreement = CalibrationItem.extend({
  raters: z.int(), units: z.int(),
  exact: Envelope, withinOne: Envelope,
  /** Krippendorff's ordinal alpha; Cohen's kappa plain and with quadratic weights; Fleiss' kappa; Gwet's AC1. */
  alpha: Envelope, cohen: Envelope, cohenQuadratic: Envelope, fleiss: Envelope, ac1: Envelope,
  /** Of the moments used as evidence: unitizing alpha, and F1 with one second of tolerance, not corrected for chance. */
  spansAlpha: Envelope, spansF1: Envelope,
  gate: z.enum(['reliable', 'tentative', 'failed', 'unknown']),
  /** Every answer in the order of the interactions, raters as in the round; null: does not apply, or not scored. */
  values: z.array(z.array(z.number().nullable())),
});
export type ItemAgreement = z.infer<typeof ItemAgreement>;

export const CalibrationDecision = z.object({
  roundId: z.string(), interaction: id, item: z.string(), value: z.number().nullable(), reason: z.string(), isExample: z.boolean(), decidedAt: z.string(), decidedBy: z.string(),
});
export type CalibrationDecision = z.infer<typeof CalibrationDecision>;

/** One thing that was heard differently, with the moments each used as evidence. The widest first. */
export const Disagreement = z.object({
  interaction: id, interactionId: z.string().nullable(), mediaId: z.string().nullable(), item: z.string(), itemName: z.string(), range: z.number(),
  answers: z.array(z.object({
    rater: z.string(), value: z.number().nullable(), note: z.string().nullable(), startMs: z.number().nullable(), endMs: z.number().nullable(), turnSeq: z.int().nullable(), text: z.string().nullable(),
  })),
  decision: CalibrationDecision.nullable(),
});
export type Disagreement = z.infer<typeof Disagreement>;

export const RoundResults = z.object({
  round: CalibrationRound, items: z.array(ItemAgreement),
  /** ICC(2,1) of the raters' mean scores, 0-100. */
  icc: Envelope,
  disagreements: z.array(Disagreement),
});
export type RoundResults = z.infer<typeof RoundResults>;

/** How much higher or lower a rater scores than the others on the same answers, in scale points. For the owner alone. */
export const Leniency = z.object({ rater: z.string(), difference: Envelope });
export type Leniency = z.infer<typeof Leniency>;

/** The guide: what an item means, and agreed answers that show it. */
export const GuideEntry = CalibrationItem.extend({ codeExamples: z.array(z.string()), examples: z.array(CalibrationDecision.extend({ interactionId: z.string().nullable(), roundName: z.string() })) });
export type GuideEntry = z.infer<typeof GuideEntry>;
