import { z } from 'zod';
import { defineCommand } from './command.ts';
import { free, type Parts, rests, type Thing } from './edit.ts';
import { EntityType, type PrivatePlace } from '../model/privacy.ts';

const id = z.string().min(1).max(200);
const place = z.strictObject({
  id, interactionId: id, turnSeq: z.int().min(0), charStart: z.int().min(0), charEnd: z.int().min(0),
  startMs: z.int().min(0).nullable(), endMs: z.int().min(0).nullable(), type: EntityType, status: z.enum(['applied', 'dismissed']),
  createdAt: z.string(), createdBy: z.string(),
});

type Place = Pick<PrivatePlace, 'turnSeq' | 'charStart' | 'charEnd'> & { readonly status: PrivatePlace['status'] };
/** What was decided about each of some places; null where nobody did. */
export const redactionParts: Pick<Thing<readonly Place[]>, 'of'> = {
  of: (places): Parts => Object.fromEntries((places ?? []).map(({ turnSeq, charStart, charEnd, status }) => [`redaction ${turnSeq} ${charStart}-${charEnd}`, status === 'suggested' ? null : status])),
};

/** Hides places, lets them stand, or takes either back. `remove` goes first, so that a place can change its state. */
export const changeRedactions = defineCommand('redaction.change', z.strictObject({
  remove: z.array(id).max(10_000), add: z.array(place).max(10_000),
}), rests);

/** Personal data that was removed for good, with every trace in the project and its files. Cannot be undone. */
export const erase = defineCommand('privacy.erase', z.strictObject({ erasureId: id, reason: z.enum(['customer', 'retention', 'redaction']) }), free('It removes for good what its author was shown, whatever was written to it.'));
