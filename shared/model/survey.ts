import { z } from 'zod';

/** What a customer answered. `linkReason` says in words how it found its interaction, or why it did not. */
export const SurveyResponse = z.object({
  id: z.string(), externalId: z.string(), interactionId: z.string().nullable(), customer: z.string().nullable(),
  sentAt: z.string().nullable(), answeredAt: z.string().nullable(),
  linkState: z.enum(['matched', 'ambiguous', 'unmatched', 'cut']), linkReason: z.string().nullable(),
  comment: z.string().nullable(),
  answers: z.array(z.object({
    item: z.string(), kind: z.string(), label: z.string(),
    value: z.number().nullable(), text: z.string().nullable(), scaleMin: z.number().nullable(), scaleMax: z.number().nullable(),
  })),
});
export type SurveyResponse = z.infer<typeof SurveyResponse>;
