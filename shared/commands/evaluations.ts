import { z } from 'zod';
import { defineCommand } from './command.ts';
import { DrawMethod, FrameExclusions, FrameRule, QueueStratum } from '../model/audit-queue.ts';
import { DraftAnswer, EvaluationKind, FailReason } from '../model/evaluation.ts';
import { FormDefinition } from '../model/form.ts';
import { InteractionFilter, SegmentField } from '../model/interaction-filter.ts';
import { HeardSpan } from '../model/listening.ts';

const id = z.string().min(1).max(200);
const onlyId = z.strictObject({ id });

export const saveForm = defineCommand('form.save', z.strictObject({
  id, formId: id, version: z.int().min(1).max(50), state: z.enum(['draft', 'published']), isRetired: z.boolean(),
  savedAt: z.string(), savedBy: z.string(), definition: FormDefinition,
}));
/** A draft, or a version that nobody used. */
export const removeForm = defineCommand('form.remove', onlyId);
/** Takes all versions of a form out of use, or brings them back; evaluations keep theirs. */
export const retireForm = defineCommand('form.retire', z.strictObject({ formId: id, isRetired: z.boolean() }));

const draft = z.strictObject({
  id, interactionId: id, formVersionId: id, queueId: id.nullable(), kind: EvaluationKind, evaluator: z.string().min(1).max(200),
  answers: z.array(DraftAnswer).max(100), note: z.string().max(10_000).nullable(), heard: z.array(HeardSpan).max(5000), isBlind: z.boolean(), startedAt: z.string(),
});
export type DraftPayload = z.infer<typeof draft>;

/** The whole of what has been filled in so far. */
export const saveDraft = defineCommand('evaluation.draft', draft);
export const discardDraft = defineCommand('evaluation.discard', onlyId);
/** The scores travel with the command, so that doing it again years later gives the same ones. */
export const finishEvaluation = defineCommand('evaluation.finish', z.strictObject({
  draft, evaluatedAt: z.string(), purpose: z.enum(['random', 'targeted', 'self']), form: z.string(),
  score: z.number().nullable(), passed: z.boolean().nullable(), technical: z.number().nullable(), emotional: z.number().nullable(), failReasons: z.array(FailReason).max(200),
  answers: z.array(z.strictObject({ question: z.string(), value: z.number().nullable(), valueMax: z.number() })).max(100),
}));
/** Makes a finished evaluation one that is being filled in again. */
export const reopenEvaluation = defineCommand('evaluation.reopen', z.strictObject({ id, draft }));

const entry = z.strictObject({ interactionId: id, position: z.int(), stratum: z.string().nullable(), probability: z.number().nullable(), replacedBecause: z.string().max(500).nullable() });

export const drawQueue = defineCommand('queue.draw', z.strictObject({
  id, name: z.string().min(1).max(120), method: DrawMethod, formVersionId: id, filter: InteractionFilter, rule: FrameRule,
  strataField: SegmentField.nullable(), strata: z.array(QueueStratum).max(1000), seed: z.int(), frameSize: z.int(), frameHash: z.string(), excluded: FrameExclusions,
  isBlind: z.boolean(), hidesAgent: z.boolean(), drawnAt: z.string(), drawnBy: z.string(), entries: z.array(entry).max(2000),
}));
/** Takes a queue away; evaluations that were made from it stay. */
export const removeQueue = defineCommand('queue.remove', onlyId);
/** Puts another interaction of the same stratum in the place of one that cannot be evaluated. `by` null: there is no other. */
export const replaceInQueue = defineCommand('queue.replace', z.strictObject({ queueId: id, interactionId: id, because: z.string().min(1).max(500), by: entry.nullable() }));
/** The inverse of a replacement. */
export const returnToQueue = defineCommand('queue.return', z.strictObject({ queueId: id, interactionId: id, without: id.nullable() }));
