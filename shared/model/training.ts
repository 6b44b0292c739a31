import { z } from 'zod';
import { CoachedItem } from './coaching.ts';
import { Envelope } from './envelope.ts';

/** One row of the heat table: how every team does at an item, and who would gain from a class on it. */
export const TrainingItem = CoachedItem.pick({ item: true, name: true, definition: true, dimension: true, gate: true }).extend({
  cells: z.array(z.object({ team: z.string().nullable(), score: Envelope })),
  /** People, by name, in whose reviews the item is poor clearly more often than in everybody else's: the interval of the difference lies above zero. */
  candidates: z.array(z.object({ agentId: z.string(), name: z.string(), poor: Envelope, difference: Envelope })),
});
export type TrainingItem = z.infer<typeof TrainingItem>;

/** What a trainee would have done at a moment, scored 0-4 as the rubric does. */
export const TrainingAttempt = z.object({
  id: z.string(), agentId: z.string(), item: z.string(), clipId: z.string(), response: z.string(), score: z.number(), doneAt: z.string(), recordedBy: z.string(),
});
export type TrainingAttempt = z.infer<typeof TrainingAttempt>;
