import { z } from 'zod';
import { procedure } from './errors.ts';
import { Job } from '../model/job.ts';

const jobId = z.strictObject({ jobId: z.string().max(100) });

/** Long work: what is running, what has ended, how to hold it and how to stop it. */
export const jobs = {
  list: procedure.output(z.array(Job)),
  /** Asks a job to stop; it stops within 200 ms and leaves nothing half-written. */
  cancel: procedure.input(jobId).output(z.object({ cancelled: z.boolean() })),
  /** Holds a job at its next breath; it keeps its place, and what waits for its end goes on waiting. */
  pause: procedure.input(jobId).output(z.object({ paused: z.boolean() })),
  resume: procedure.input(jobId).output(z.object({ resumed: z.boolean() })),
};
