import { z } from 'zod';
import { defineCommand } from './command.ts';
import { addsSomething, neverEdited } from './edit.ts';

const id = z.string().min(1).max(200);

export const addAttempt = defineCommand('training.addAttempt', z.strictObject({
  id, agentId: id, item: z.string().max(100), clipId: id, response: z.string().min(1).max(4000), score: z.number().min(0).max(4), doneAt: z.string(), recordedBy: z.string(),
}), addsSomething);
export const removeAttempt = defineCommand('training.removeAttempt', z.strictObject({ id }), neverEdited);
