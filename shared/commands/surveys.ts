import { z } from 'zod';
import { defineCommand } from './command.ts';
import { rests, thing } from './edit.ts';

export const linkParts = thing<{ interactionId: string | null }>({ interactionId: ['interactionId'] });

/** Joins a survey response to an interaction by hand, or cuts it loose. */
export const linkSurvey = defineCommand('survey.link', z.strictObject({
  responseId: z.string().min(1).max(100), interactionId: z.string().max(100).nullable(),
  linkState: z.enum(['matched', 'ambiguous', 'unmatched', 'cut']), linkReason: z.string().max(400).nullable(),
}), rests);
