import { z } from 'zod';

/** A scorecard filled in for one interaction. Scores are 0-100. */
export const Evaluation = z.object({
  id: z.string(), externalId: z.string().nullable(), form: z.string().nullable(), evaluator: z.string().nullable(),
  evaluatedAt: z.string().nullable(), purpose: z.enum(['random', 'targeted', 'calibration', 'self', 'unknown']),
  score: z.number().nullable(), passed: z.boolean().nullable(),
  technical: z.number().nullable(), emotional: z.number().nullable(), note: z.string().nullable(),
  answers: z.array(z.object({ item: z.string(), value: z.number().nullable(), valueMax: z.number(), evidenceMs: z.number().nullable() })),
});
export type Evaluation = z.infer<typeof Evaluation>;
