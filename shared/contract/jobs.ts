import { z } from 'zod';
import { procedure } from './errors.ts';
import { Job } from '../model/job.ts';

/** Long work: what is running, what has ended, and how to stop it. */
export const jobs = {
  list: procedure.output(z.array(Job)),
  /** Asks a job to stop; it stops within 200 ms and leaves nothing half-written. */
  cancel: procedure.input(z.strictObject({ jobId: z.string().max(100) })).output(z.object({ cancelled: z.boolean() })),
};
