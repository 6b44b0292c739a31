import { z } from 'zod';
import { HeardSpan, Listening } from './listening.ts';

/** Why an evaluation failed: a fatal or critical answer to a question, or the pass mark. */
export const FailReason = z.object({ kind: z.enum(['fatal', 'critical', 'passMark']), question: z.string().nullable() });
export type FailReason = z.infer<typeof FailReason>;

/** The moment that proves an answer: a time, a turn where there are no times, or a tag. */
export const Evidence = z.strictObject({ ms: z.number().min(0).nullable(), turnSeq: z.int().min(0).nullable(), tagId: z.string().max(200).nullable() });
export type Evidence = z.infer<typeof Evidence>;

/** A scorecard filled in for one interaction. Scores are 0-100. */
export const Evaluation = z.object({
  id: z.string(), externalId: z.string().nullable(), form: z.string().nullable(), evaluator: z.string().nullable(),
  evaluatedAt: z.string().nullable(), purpose: z.enum(['random', 'targeted', 'calibration', 'self', 'unknown']),
  score: z.number().nullable(), passed: z.boolean().nullable(),
  technical: z.number().nullable(), emotional: z.number().nullable(), note: z.string().nullable(),
  answers: z.array(z.object({
    item: z.string(), value: z.number().nullable(), valueMax: z.number(), evidenceMs: z.number().nullable(),
    evidenceTurnSeq: z.int().nullable(), evidenceTagId: z.string().nullable(),
  })),
  /** Of evaluations made in Earshot; null for imported ones. */
  formVersionId: z.string().nullable(), queueId: z.string().nullable(), startedAt: z.string().nullable(),
  failReasons: z.array(FailReason),
  /** What the customer said was never shown before it was finished. */
  isBlind: z.boolean().nullable(), listening: Listening.nullable(),
});
export type Evaluation = z.infer<typeof Evaluation>;

/** One answer while the form is being filled in: the option by its position from 0, null for "not applicable". */
export const DraftAnswer = z.strictObject({
  question: z.string().min(1).max(40), option: z.int().min(0).max(8).nullable(), evidence: Evidence.nullable(),
});
export type DraftAnswer = z.infer<typeof DraftAnswer>;

/** `quality`: by whoever judges for the company. `self`: by the agent, on the same form; it counts in no rate. */
export const EvaluationKind = z.enum(['quality', 'self']);
export type EvaluationKind = z.infer<typeof EvaluationKind>;

/** A form that is being filled in. */
export const EvaluationDraft = z.object({
  id: z.string(), interactionId: z.string(), formVersionId: z.string(), queueId: z.string().nullable(), kind: EvaluationKind, evaluator: z.string(),
  answers: z.array(DraftAnswer), note: z.string().nullable(), heard: z.array(HeardSpan), isBlind: z.boolean(), startedAt: z.string(),
});
export type EvaluationDraft = z.infer<typeof EvaluationDraft>;
