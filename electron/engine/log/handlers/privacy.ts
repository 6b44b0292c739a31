import { changeRedactions, erase, redactionParts } from '#shared/commands/privacy.ts';
import type { Database } from '#engine/store/database.ts';
import { findRedaction, redactionsOf, type Redaction } from '#engine/store/queries/redactions.ts';
import { CommandRefused, type AnyCommandHandler, type CommandHandler } from '../handler.ts';
import { insertRow, mustFind } from './row-values.ts';

type Change = (typeof changeRedactions)['payload']['_output'];

/** Places that the change takes away or decides anew; undecided where nothing stands. */
function touched(db: Database, { remove, add }: Change) {
  const removed = remove.flatMap((id) => findRedaction(db, id) ?? []);
  const known = new Map([...new Set(add.map(({ interactionId }) => interactionId))].map((id) => [id, redactionsOf(db, id)]));
  const decided = add.map((place) => known.get(place.interactionId)?.find((old) => old.turnSeq === place.turnSeq && old.charStart === place.charStart && old.charEnd === place.charEnd)
    ?? { ...place, status: 'suggested' as const });
  return [...decided, ...removed];
}

const change: CommandHandler<Change> = {
  definition: changeRedactions,
  standing: (db, { remove, add }) => redactionParts.of(touched(db, { remove, add })),
  apply(db, { remove, add }) {
    const removed: Redaction[] = remove.map((id) => {
      const before = mustFind(findRedaction(db, id), 'redaction');
      if (before.status === 'final') throw new CommandRefused('REFUSED', 'These words were removed for good; there is nothing left to show.');
      db.run('DELETE FROM redaction WHERE id = ?', [id]);
      return before;
    });
    for (const place of add) {
      const turn = db.get<{ length: number }>(
        'SELECT length(t.text) AS length FROM turn t JOIN interaction i ON i.key = t.interaction_key WHERE i.id = ? AND t.seq = ?', [place.interactionId, place.turnSeq],
      );
      mustFind(turn, 'turn');
      if (place.charEnd <= place.charStart) throw new CommandRefused('REFUSED', 'A place to hide cannot end before it starts.');
      insertRow(db, 'redaction', {
        id: place.id, interaction_id: place.interactionId, turn_seq: place.turnSeq, char_start: place.charStart, char_end: place.charEnd,
        start_ms: place.startMs, end_ms: place.endMs, type: place.type, status: place.status, created_at: place.createdAt, created_by: place.createdBy,
      });
    }
    const [first] = [...add, ...removed];
    return { inverse: { name: changeRedactions.name, payload: { remove: add.map(({ id }) => id), add: removed } }, entityId: first?.interactionId ?? null };
  },
};

/** Erasure is a bulk change; it stands in the log under this name, without content and without an inverse. */
const erased: CommandHandler<(typeof erase)['payload']['_output']> = {
  definition: erase,
  apply() {
    throw new CommandRefused('REFUSED', 'An erasure cannot be repeated from the log.');
  },
};

export const privacyHandlers: readonly AnyCommandHandler[] = [change, erased];
