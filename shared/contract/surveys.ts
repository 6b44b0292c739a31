import { z } from 'zod';
import { procedure } from './errors.ts';
import { seen } from '../commands/edit.ts';
import { LinkComparison } from '../model/linking.ts';
import { SurveyResponse } from '../model/survey.ts';

/** What customers said, and how well it is joined to what happened. */
export const surveys = {
  /** How many found their interaction, and why the others did not. */
  linking: procedure.output(z.object({
    surveys: z.int(), matched: z.int(), ambiguous: z.int(), unmatched: z.int(),
    reasons: z.array(z.object({ state: z.enum(['matched', 'ambiguous', 'unmatched', 'cut']), reason: z.string(), n: z.int() })),
    evaluations: z.object({ total: z.int(), matched: z.int() }), recordings: z.object({ total: z.int(), matched: z.int() }),
  })),
  /** Interactions with a linked survey beside those without, on what is known of both. */
  comparison: procedure.output(LinkComparison),
  unlinked: procedure.input(z.strictObject({ offset: z.int().min(0), limit: z.int().min(1).max(200) })).output(z.object({
    total: z.int(),
    rows: z.array(z.object({ response: SurveyResponse, candidates: z.array(z.object({ interactionId: z.string(), externalId: z.string(), startedAt: z.string().nullable() })) })),
  })),
  /** Joins a response to an interaction by hand, or cuts it loose with null. */
  link: procedure.input(z.strictObject({ responseId: z.string().max(100), interactionId: z.string().max(100).nullable(), seen }))
    .output(z.object({ linked: z.boolean() })),
};
