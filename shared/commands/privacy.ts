import { z } from 'zod';
import { defineCommand } from './command.ts';
import { EntityType } from '../model/privacy.ts';

const id = z.string().min(1).max(200);
const place = z.strictObject({
  id, interactionId: id, turnSeq: z.int().min(0), charStart: z.int().min(0), charEnd: z.int().min(0),
  startMs: z.int().min(0).nullable(), endMs: z.int().min(0).nullable(), type: EntityType, status: z.enum(['applied', 'dismissed']),
  createdAt: z.string(), createdBy: z.string(),
});

/** Hides places, lets them stand, or takes either back. `remove` goes first, so that a place can change its state. */
export const changeRedactions = defineCommand('redaction.change', z.strictObject({
  remove: z.array(id).max(10_000), add: z.array(place).max(10_000),
}));

/** Personal data that was removed for good, with every trace in the project and its files. Cannot be undone. */
export const erase = defineCommand('privacy.erase', z.strictObject({ erasureId: id, reason: z.enum(['customer', 'retention', 'redaction']) }));
