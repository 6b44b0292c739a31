import { z } from 'zod';

const key = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);
/** Tenths of a percent: 1000 is the whole. */
const weight = z.int().min(0).max(1000);

/** One answer that a question offers. `points` orders the answers; what counts is where it lies between the lowest and the highest. */
export const FormOption = z.strictObject({
  label: z.string().min(1).max(120), points: z.number().min(0).max(1000), guide: z.string().max(500),
  /** `critical` is counted and flagged, `fatal` fails the evaluation; neither changes the score. */
  consequence: z.enum(['none', 'critical', 'fatal']),
  /** Finishing asks for the moment that proves this answer. */
  needsEvidence: z.boolean(),
});
export type FormOption = z.infer<typeof FormOption>;

export const FormQuestion = z.strictObject({
  key, text: z.string().min(1).max(500), guide: z.string().max(4000), options: z.array(FormOption).min(2).max(9),
  weight, isWeightLocked: z.boolean(), allowsNotApplicable: z.boolean(),
  /** Asked only when the named earlier question was answered with one of these options (positions from 0). */
  condition: z.strictObject({ question: key, options: z.array(z.int().min(0).max(8)).min(1).max(9) }).nullable(),
  /** Whose critical accuracy an error here counts in; the three are never blended (COPC). */
  accuracy: z.enum(['customer', 'business', 'compliance']).nullable(),
  /** Points on top of the score, out of 100; null for a question that is part of it. */
  bonusPoints: z.number().min(0).max(100).nullable(),
});
export type FormQuestion = z.infer<typeof FormQuestion>;

export const FormSection = z.strictObject({
  id: key, title: z.string().min(1).max(350), dimension: z.enum(['technical', 'emotional']).nullable(),
  weight, isWeightLocked: z.boolean(), questions: z.array(FormQuestion).max(100),
});
export type FormSection = z.infer<typeof FormSection>;

/**
 * A scorecard. `question`: every question has its weight of the whole. `section`: every section has, and its questions
 * share it evenly. `points`: points earned times the section's weight, over points possible times it.
 */
export const FormDefinition = z.strictObject({
  name: z.string().min(1).max(120), weighting: z.enum(['question', 'section', 'points']), sections: z.array(FormSection).min(1).max(100),
  /** 0-100; null leaves it to the project's own definition of good. */
  passMark: z.number().min(0).max(100).nullable(),
  /** How many critical answers fail the evaluation; null only flags them. */
  criticalAnswersToFail: z.int().min(1).max(100).nullable(),
  allowsBonus: z.boolean(),
});
export type FormDefinition = z.infer<typeof FormDefinition>;

/** One version of a form. What an evaluation was made with never changes: an edit is a draft, publishing it a new version. */
export const FormVersion = z.object({
  id: z.string(), formId: z.string(), version: z.int(), state: z.enum(['draft', 'published']), isRetired: z.boolean(),
  savedAt: z.string(), savedBy: z.string(), definition: FormDefinition,
  /** Evaluations, finished and begun, that are pinned to it. */
  uses: z.int(),
});
export type FormVersion = z.infer<typeof FormVersion>;
