import { z } from 'zod';
import { procedure } from './errors.ts';
import { seen } from '../commands/edit.ts';
import { AuditQueue, AuditQueueEntry, DrawRequest, FrameAdvice } from '../model/audit-queue.ts';
import { DraftAnswer, Evaluation, EvaluationDraft, EvaluationKind } from '../model/evaluation.ts';
import { FormDefinition, FormVersion } from '../model/form.ts';
import { Reliability } from '../model/gap.ts';
import { HeardSpan } from '../model/listening.ts';

const id = z.string().min(1).max(200);
const onlyId = z.strictObject({ id });
const onlySeen = z.strictObject({ id, seen });
const which = { interactionId: id, queueId: id.nullable(), kind: EvaluationKind };
const heard = z.array(HeardSpan).max(5000);

/** An interaction's evaluation as the person at the desk has it in hand. */
export const EvaluationInHand = z.object({
  form: FormVersion, draft: EvaluationDraft.nullable(), finished: Evaluation.nullable(), evaluator: z.string(), queue: AuditQueue.nullable(),
  /** Where the interaction stands in its queue, from 1. */
  position: z.int().nullable(),
});
export type EvaluationInHand = z.infer<typeof EvaluationInHand>;

/** What one evaluation would be under another form. Null scores: the answers that it has do not reach. */
export const DryRunRow = z.object({
  evaluationId: z.string(), interactionId: z.string().nullable(), externalId: z.string().nullable(),
  before: z.number().nullable(), after: z.number().nullable(), passedBefore: z.boolean().nullable(), passedAfter: z.boolean().nullable(),
});
export type DryRunRow = z.infer<typeof DryRunRow>;

/** Past evaluations scored again under a draft. `changed` are those whose score or outcome would differ, the largest change first. */
export const DryRun = z.object({
  compared: z.int(), unchanged: z.int(), changed: z.array(DryRunRow), changedTotal: z.int(),
  /** Evaluations with an answer that the draft has no place for, or with a question of it unanswered. */
  incomplete: z.int(), meanBefore: z.number().nullable(), meanAfter: z.number().nullable(), newlyFailed: z.int(), newlyPassed: z.int(),
});
export type DryRun = z.infer<typeof DryRun>;

/** Forms, the evaluations made with them, and the queues of interactions to evaluate. */
export const evaluations = {
  /** Every version of every form, newest first, with the one that comes with Earshot. */
  forms: procedure.output(z.array(FormVersion)),
  /** Saves a draft: of a new form (`formId` null), or the next version of one. A form has one draft at a time. */
  saveForm: procedure.input(z.strictObject({ formId: id.nullable(), definition: FormDefinition, seen })).output(FormVersion),
  publishForm: procedure.input(onlySeen).output(FormVersion),
  /** Throws a draft away. */
  removeForm: procedure.input(onlySeen).output(z.object({ removed: z.boolean() })),
  retireForm: procedure.input(z.strictObject({ formId: id, isRetired: z.boolean() })).output(z.object({ retired: z.boolean() })),
  dryRun: procedure.input(onlyId).output(DryRun),
  /** How far raters agree on each item (metric specification 4.2). */
  reliability: procedure.output(z.array(Reliability.extend({ item: z.string() }))),

  /** What is to be filled in for an interaction: the form, and what has been answered so far. Writes nothing. */
  open: procedure.input(z.strictObject(which)).output(EvaluationInHand),
  save: procedure
    .input(z.strictObject({ ...which, answers: z.array(DraftAnswer).max(100), note: z.string().max(10_000).nullable(), heard, isBlind: z.boolean(), seen }))
    .output(EvaluationDraft),
  discard: procedure.input(onlySeen).output(z.object({ discarded: z.boolean() })),
  finish: procedure.input(z.strictObject({ ...which, heard, isBlind: z.boolean(), seen })).output(z.object({ evaluation: Evaluation, queue: AuditQueue.nullable() })),
  reopen: procedure.input(onlyId).output(EvaluationDraft),

  /** What a draw would draw from. Writes nothing. */
  frame: procedure.input(DrawRequest).output(FrameAdvice),
  draw: procedure
    .input(DrawRequest.extend({ name: z.string().min(1).max(120), formVersionId: id.nullable(), isBlind: z.boolean(), hidesAgent: z.boolean() }))
    .output(AuditQueue),
  queues: procedure.output(z.array(AuditQueue)),
  queue: procedure.input(onlyId).output(z.object({ queue: AuditQueue, entries: z.array(AuditQueueEntry) })),
  removeQueue: procedure.input(onlySeen).output(z.object({ removed: z.boolean() })),
  /** Draws another of the same stratum for one that cannot be heard or read. */
  replace: procedure.input(z.strictObject({ queueId: id, interactionId: id, because: z.string().min(1).max(500) })).output(AuditQueue),
};
