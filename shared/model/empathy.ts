import { z } from 'zod';
import { Envelope } from './envelope.ts';
import { Outcome } from './moment.ts';

const words = z.string().max(4000);

/** What the listener heard of one cue: how it was met, and whether the customer's next two turns were softer. */
export const CueJudgement = z.strictObject({
  /** `none`: there was no chance to answer it, or it was no cue after all. */
  outcome: Outcome,
  /** By ear and by judgement, never by a machine; null where the listener cannot tell. */
  softened: z.boolean().nullable(),
  note: words.nullable(),
});
export type CueJudgement = z.infer<typeof CueJudgement>;

/** A customer's turn that asked for more than an answer, as one listener judged it. */
export const Opportunity = CueJudgement.extend({
  id: z.string(), interactionId: z.string(), turnSeq: z.int(),
  /** From the end of the cue to the agent's next turn; 0 where the agent spoke before it ended; null without times or answer. */
  responseDelayMs: z.number().min(0).nullable(),
  createdAt: z.string(), createdBy: z.string(),
});
export type Opportunity = z.infer<typeof Opportunity>;

/** What kind of feeling a phrase may tell of; `not` takes back what another phrase found in the same words. */
export const CueKind = z.enum(['worry', 'loss', 'frustration', 'effort', 'hardship', 'letDown', 'leaving', 'joy', 'not']);
export type CueKind = z.infer<typeof CueKind>;

const mostGaps = 3;

/** `word*` any ending, `one/other` either, `...` up to four words between, three times at most: more could be looked for without end. */
export const CuePhrase = z.strictObject({
  kind: CueKind,
  phrase: z.string().trim().min(2).max(200).regex(/^[\p{L}\p{N}'’*/. -]+$/u).refine((phrase) => /\p{L}/u.test(phrase))
    .refine((phrase) => !/\*[^\s/]/u.test(phrase) && (phrase.match(/\.{2,}/gu)?.length ?? 0) <= mostGaps),
});
export type CuePhrase = z.infer<typeof CuePhrase>;

/** The phrases by which cues are offered. They offer; they never score. */
export const CueList = z.object({
  /** 0: the shipped list; it grows with every change. */
  version: z.int(), changedAt: z.string().nullable(),
  phrases: z.array(CuePhrase),
});
export type CueList = z.infer<typeof CueList>;

/** A customer's turn in which a phrase of the list stands; `start` and `end` are UTF-16 units of its text. */
export const CueCandidate = z.object({ turnSeq: z.int(), kind: CueKind.exclude(['not']), start: z.int(), end: z.int() });
export type CueCandidate = z.infer<typeof CueCandidate>;

/** One cue as the figures count it: once, however many judged it. Names and numbers in its words are masked. */
export const CountedCue = z.object({
  interactionId: z.string(), externalId: z.string(), startedAt: z.string().nullable(), turnSeq: z.int(), startMs: z.number().nullable(),
  words: z.string(),
  /** Null where listeners disagree; it then counts nowhere. */
  outcome: Outcome.nullable(),
  softened: z.boolean().nullable(), responseDelayMs: z.number().nullable(),
  /** Judged as a cue, or known from a tag of the item "Noticing" that says how it went. */
  by: z.enum(['judgement', 'tag']),
});
export type CountedCue = z.infer<typeof CountedCue>;

/** What became of customers' cues. Their unit is the cue; those without a chance count in no share. */
export const EmpathyFigures = z.object({
  counts: z.object({ taken: z.int(), missed: z.int(), wrong: z.int(), none: z.int(), disputed: z.int() }),
  /** Taken, of taken, missed and wrong. */
  met: Envelope,
  /** Taken less missed and wrong, of all three; points. */
  balance: Envelope,
  /** Median seconds to the agent's answer. */
  delay: Envelope,
  softenedAfterTaken: Envelope, softenedAfterOther: Envelope,
  /** The latest first. */
  cues: z.array(CountedCue),
});
export type EmpathyFigures = z.infer<typeof EmpathyFigures>;

/** How well the list finds what listeners of this project judged to be cues. */
export const CueListMeasure = z.object({ precision: Envelope, recall: Envelope });
export type CueListMeasure = z.infer<typeof CueListMeasure>;
