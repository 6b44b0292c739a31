import { z } from 'zod';

/** How far a long piece of work is. `total` is null until it is known. */
export const JobProgress = z.object({
  jobId: z.string(),
  /** Key of the sentence shown, e.g. `reading`. */
  phase: z.enum(['reading', 'checking', 'writing', 'linking', 'saving', 'drawing', 'measuring']),
  done: z.number(), total: z.number().nullable(),
  /** What is in hand, e.g. a file name. */
  item: z.string().nullable(),
  /** Of what `done` counts, per second of work in this phase, pauses left out; null until it means something. */
  rate: z.number().nullable(),
  /** Milliseconds of work left in this phase at that rate; null while that is not known. */
  leftMs: z.number().nullable(),
  isPaused: z.boolean(),
});
export type JobProgress = z.infer<typeof JobProgress>;

export const Job = JobProgress.extend({
  label: z.string(),
  state: z.enum(['running', 'paused', 'done', 'failed', 'cancelled']),
  startedAt: z.string(), endedAt: z.string().nullable(), message: z.string().nullable(),
});
export type Job = z.infer<typeof Job>;
