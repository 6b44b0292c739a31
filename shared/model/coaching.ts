import { z } from 'zod';
import { Envelope } from './envelope.ts';
import { Outcome } from './moment.ts';

export const Dimension = z.enum(['technical', 'emotional']);
export type Dimension = z.infer<typeof Dimension>;

/** Somebody who talks to customers, with how much of their work was reviewed. Listed by name, never by score. */
export const CoachedPerson = z.object({
  agentId: z.string(), name: z.string(), team: z.string().nullable(),
  /** Drawn or unmarked reviews, the ones that count; all time. */
  reviewed: z.int(), sessions: z.int(),
});
export type CoachedPerson = z.infer<typeof CoachedPerson>;

/** A stretch of one interaction to listen to, with its words, names and numbers masked. */
export const Clip = z.object({
  /** Of the tag or answer that it shows. */
  id: z.string(),
  interactionId: z.string(), externalId: z.string(), startedAt: z.string().nullable(),
  mediaId: z.string().nullable(), startMs: z.number().nullable(), endMs: z.number().nullable(), turnSeq: z.int().nullable(),
  outcome: Outcome.nullable(), reason: z.string().nullable(), note: z.string().nullable(),
  /** False for a colleague's: it then names nobody. */
  isOwn: z.boolean(),
  turns: z.array(z.object({ seq: z.int(), role: z.string(), text: z.string(), startMs: z.number().nullable() })),
  /** Where the sound is switched off, because the words there are masked. */
  muted: z.array(z.object({ startMs: z.number(), endMs: z.number() })),
});
export type Clip = z.infer<typeof Clip>;

/** A moment that went wrong and one that went well, to be heard after each other. */
export const ClipPair = z.object({ poor: Clip, good: Clip.nullable() });
export type ClipPair = z.infer<typeof ClipPair>;

/** What was heard of one item of the scorecard. Scores are 0-100. */
export const CoachedItem = z.object({
  item: z.string(), name: z.string(), definition: z.string(), dimension: Dimension.nullable(), codeId: z.string().nullable(),
  own: Envelope, team: Envelope, self: z.number().nullable(),
  /** How often it was absent or worse (at most a quarter of the scale), of this person's reviews. */
  poor: Envelope,
  /** By how much customers score higher where the item was not poor, over everybody; points of the customer's score. */
  effect: Envelope,
  /** poor x effect: points of the customer's score at stake per contact; null where one of them cannot be told. */
  priority: z.number().nullable(),
  gate: z.enum(['reliable', 'tentative', 'failed', 'unknown']),
  quarters: z.array(z.object({ quarter: z.string(), n: z.int(), score: z.number().nullable() })),
});
export type CoachedItem = z.infer<typeof CoachedItem>;

/** `frequencyTimesEffect`: both are known; `frequencyOnly`: no item can be shown to go with what customers say. */
export const Focus = z.object({
  item: z.string(), by: z.enum(['frequencyTimesEffect', 'frequencyOnly']),
  runnerUp: z.string().nullable(),
});
export type Focus = z.infer<typeof Focus>;

/** Before and after a session: the item that was practised, and what happened to everybody else meanwhile. */
export const FollowUp = z.object({
  before: Envelope, after: Envelope, difference: Envelope,
  /** The same difference among colleagues, and what is left of one's own when theirs is taken off. */
  colleagues: Envelope, net: Envelope,
  /** Share of opportunities taken, where moments of this kind were tagged. */
  takenBefore: Envelope, takenAfter: Envelope, takenDifference: Envelope,
  /** The other dimension, which must not pay for it. */
  other: Dimension, otherDifference: Envelope,
  /** Interactions reviewed since the session, of those agreed. */
  heard: z.int(), wanted: z.int(), isDue: z.boolean(),
  state: z.enum(['tooEarly', 'better', 'worse', 'noDifference']),
});
export type FollowUp = z.infer<typeof FollowUp>;

const text = z.string().max(4000);

/** What was agreed between a coach and the person coached. */
export const CoachingRecord = z.strictObject({
  agentId: z.string().max(200), item: z.string().max(100),
  heldOn: z.iso.date(), goal: text.min(1), practice: text.min(1),
  checkCount: z.int().min(1).max(200), checkBy: z.iso.date(),
  /** The person's own words, and how they would score themselves on the item, 0-100. */
  agentView: text.nullable(), selfScore: z.number().min(0).max(100).nullable(),
  /** Whether the person sees scores, and customers' words, on the sheet. */
  showsScores: z.boolean(), showsCustomerWords: z.boolean(),
  /** The clips heard together, as they were chosen. */
  clipIds: z.array(z.string().max(200)).max(20),
});
export type CoachingRecord = z.infer<typeof CoachingRecord>;

export const CoachingSession = CoachingRecord.extend({ id: z.string(), createdAt: z.string(), createdBy: z.string() });
export type CoachingSession = z.infer<typeof CoachingSession>;

/** A person's objection to a score, with the evaluation as it stood. */
export const Dispute = z.object({
  id: z.string(), evaluationId: z.string(), item: z.string().nullable(), reason: z.string(),
  snapshot: z.record(z.string(), z.unknown()), raisedAt: z.string(), raisedBy: z.string(),
  state: z.enum(['open', 'kept', 'partly', 'accepted']), answer: z.string().nullable(), settledAt: z.string().nullable(), settledBy: z.string().nullable(),
});
export type Dispute = z.infer<typeof Dispute>;

export const DisputeState = z.enum(['kept', 'partly', 'accepted']);

/** One review of the person, to hear it again or to dispute it. */
export const ReviewOfPerson = z.object({
  evaluationId: z.string(), interactionId: z.string(), externalId: z.string(), startedAt: z.string().nullable(), evaluator: z.string().nullable(),
  technical: z.number().nullable(), emotional: z.number().nullable(), disputes: z.array(Dispute),
});
export type ReviewOfPerson = z.infer<typeof ReviewOfPerson>;

/** Everything that the sheet of one person says. */
export const CoachingReport = z.object({
  person: CoachedPerson,
  from: z.string().nullable(), to: z.string().nullable(),
  /** Reviews in the period, and how many more there must be before anything is said. */
  reviewed: z.int(), missing: z.int(), targetedLeftOut: z.int(),
  dimensions: z.array(z.object({ dimension: Dimension, own: Envelope, team: Envelope, self: Envelope })),
  items: z.array(CoachedItem), focus: Focus.nullable(),
  pairs: z.array(ClipPair),
  sessions: z.array(z.object({ session: CoachingSession, itemName: z.string(), followUp: FollowUp, pairs: z.array(ClipPair) })),
  reviews: z.array(ReviewOfPerson),
});
export type CoachingReport = z.infer<typeof CoachingReport>;
