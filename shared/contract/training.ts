import { z } from 'zod';
import { procedure } from './errors.ts';
import { Clip } from '../model/coaching.ts';
import { TrainingAttempt, TrainingItem } from '../model/training.ts';

const id = z.string().min(1).max(200);
const period = { from: z.iso.date().nullable(), to: z.iso.date().nullable() };

/** The training room: what to hold a class on, whom to invite, what to hear, and practice on real moments. */
export const training = {
  items: procedure.input(z.strictObject(period)).output(z.array(TrainingItem)),
  /** Clips of one item, of anybody and naming nobody. */
  reel: procedure.input(z.strictObject({ item: z.string().min(1).max(100), ...period })).output(z.array(Clip)),
  attempts: procedure.input(z.strictObject({ agentId: id })).output(z.array(TrainingAttempt)),
  addAttempt: procedure
    .input(z.strictObject({ agentId: id, item: z.string().min(1).max(100), clipId: id, response: z.string().trim().min(1).max(4000), score: z.number().min(0).max(4) }))
    .output(TrainingAttempt),
  removeAttempt: procedure.input(z.strictObject({ id })).output(z.object({ removed: z.boolean() })),
};
