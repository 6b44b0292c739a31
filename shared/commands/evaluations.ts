import { z } from 'zod';
import { defineCommand } from './command.ts';
import { addsSomething, free, type Parts, rests, restsOnAll, takesBack, type Thing, thing, writes } from './edit.ts';
import { type AuditQueue, DrawMethod, FrameExclusions, FrameRule, QueueStratum } from '../model/audit-queue.ts';
import { DraftAnswer, EvaluationKind, FailReason } from '../model/evaluation.ts';
import { FormDefinition, type FormVersion } from '../model/form.ts';
import { InteractionFilter, SegmentField } from '../model/interaction-filter.ts';
import { HeardSpan } from '../model/listening.ts';

const id = z.string().min(1).max(200);
const onlyId = z.strictObject({ id });

/** What a version of a form asks, and whether it is still a draft. */
export const formParts = thing<Pick<FormVersion, 'state' | 'definition'>>({ form: ['state', 'definition'] });
export const queueParts = thing<Pick<AuditQueue, 'replaced'>>({ replaced: ['replaced'] });

type Filled = { readonly answers: readonly DraftAnswer[]; readonly note: string | null };
/** Every answer of an evaluation that is being filled in is a part of its own, and so is the note. */
export const answerParts: Thing<Filled> = {
  isOpen: true,
  of: (row) => ({ note: row?.note ?? null, ...Object.fromEntries((row?.answers ?? []).map((answer) => [`answer ${answer.question}`, answer])) }),
  put: (row, parts) => ({ ...row, note: 'note' in parts ? parts['note'] as string | null : row.note, answers: answersIn(parts) }),
};
const answersIn = (parts: Parts): DraftAnswer[] => Object.entries(parts).flatMap(([name, answer]) => (name.startsWith('answer ') && answer !== null ? [answer as DraftAnswer] : []));

export const saveForm = defineCommand('form.save', z.strictObject({
  id, formId: id, version: z.int().min(1).max(50), state: z.enum(['draft', 'published']), isRetired: z.boolean(),
  savedAt: z.string(), savedBy: z.string(), definition: FormDefinition,
}), rests);
/** A draft, or a version that nobody used. */
export const removeForm = defineCommand('form.remove', onlyId, rests);
/** Takes all versions of a form out of use, or brings them back; evaluations keep theirs. */
export const retireForm = defineCommand('form.retire', z.strictObject({ formId: id, isRetired: z.boolean() }), free('It is one yes or no: whoever says one of them saw the other.'));

const draft = z.strictObject({
  id, interactionId: id, formVersionId: id, queueId: id.nullable(), kind: EvaluationKind, evaluator: z.string().min(1).max(200),
  answers: z.array(DraftAnswer).max(100), note: z.string().max(10_000).nullable(), heard: z.array(HeardSpan).max(5000), isBlind: z.boolean(), startedAt: z.string(),
});
export type DraftPayload = z.infer<typeof draft>;

/** The whole of what has been filled in so far. */
export const saveDraft = defineCommand('evaluation.draft', draft, writes(answerParts));
export const discardDraft = defineCommand('evaluation.discard', onlyId, restsOnAll);
/** The scores travel with the command, so that doing it again years later gives the same ones. */
export const finishEvaluation = defineCommand('evaluation.finish', z.strictObject({
  draft, evaluatedAt: z.string(), purpose: z.enum(['random', 'targeted', 'self']), form: z.string(),
  score: z.number().nullable(), passed: z.boolean().nullable(), technical: z.number().nullable(), emotional: z.number().nullable(), failReasons: z.array(FailReason).max(200),
  answers: z.array(z.strictObject({ question: z.string(), value: z.number().nullable(), valueMax: z.number() })).max(100),
}), restsOnAll);
/** Makes a finished evaluation one that is being filled in again. */
export const reopenEvaluation = defineCommand('evaluation.reopen', z.strictObject({ id, draft }), free('It gives the answers back as they stand; one that is open already is refused.'));

const entry = z.strictObject({ interactionId: id, position: z.int(), stratum: z.string().nullable(), probability: z.number().nullable(), replacedBecause: z.string().max(500).nullable() });

export const drawQueue = defineCommand('queue.draw', z.strictObject({
  id, name: z.string().min(1).max(120), method: DrawMethod, formVersionId: id, filter: InteractionFilter, rule: FrameRule,
  strataField: SegmentField.nullable(), strata: z.array(QueueStratum).max(1000), seed: z.int(), frameSize: z.int(), frameHash: z.string(), excluded: FrameExclusions,
  isBlind: z.boolean(), hidesAgent: z.boolean(), drawnAt: z.string(), drawnBy: z.string(), entries: z.array(entry).max(2000),
}), addsSomething);
/** Takes a queue away; evaluations that were made from it stay. */
export const removeQueue = defineCommand('queue.remove', onlyId, rests);
/** Puts another interaction of the same stratum in the place of one that cannot be evaluated. `by` null: there is no other. */
export const replaceInQueue = defineCommand('queue.replace', z.strictObject({ queueId: id, interactionId: id, because: z.string().min(1).max(500), by: entry.nullable() }), free('An interaction that was evaluated or replaced meanwhile is refused.'));
/** The inverse of a replacement. */
export const returnToQueue = defineCommand('queue.return', z.strictObject({ queueId: id, interactionId: id, without: id.nullable() }), takesBack);
