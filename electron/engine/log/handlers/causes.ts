import { placeCause, placeParts } from '#shared/commands/causes.ts';
import type { ValueSide } from '#shared/model/cause.ts';
import type { Database } from '#engine/store/database.ts';
import type { AnyCommandHandler, CommandHandler } from '../handler.ts';
import { mustFind } from './row-values.ts';

const placeOf = (db: Database, codeId: string) => db.get<{ customer: ValueSide; company: ValueSide }>('SELECT customer, company FROM code_value WHERE code_id = ?', [codeId]) ?? null;

const place: CommandHandler<(typeof placeCause)['payload']['_output']> = {
  definition: placeCause,
  standing: (db, { codeId }) => placeParts.of(placeOf(db, codeId)),
  apply(db, { codeId, value }) {
    mustFind(db.get("SELECT 1 AS found FROM code WHERE id = ? AND kind = 'cause'", [codeId]), 'cause');
    const before = placeOf(db, codeId);
    db.run('DELETE FROM code_value WHERE code_id = ?', [codeId]);
    if (value !== null) db.run('INSERT INTO code_value (code_id, customer, company) VALUES (?, ?, ?)', [codeId, value.customer, value.company]);
    return { inverse: { name: placeCause.name, payload: { codeId, value: before } }, entityId: codeId };
  },
};

export const causeHandlers: readonly AnyCommandHandler[] = [place];
