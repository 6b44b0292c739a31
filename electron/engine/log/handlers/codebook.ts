import { addCode, changeCode, removeCode } from '#shared/commands/codebook.ts';
import type { Database } from '#engine/store/database.ts';
import { findCode } from '#engine/store/queries/codebook.ts';
import { CommandRefused, type AnyCommandHandler, type CommandHandler } from '../handler.ts';
import { insertRow, mustFind, updateRow } from './row-values.ts';

type Row = (typeof addCode)['payload']['_output'];

const columns = (p: Row) => ({
  key: p.key, name: p.name, kind: p.kind, dimension: p.dimension, parent_id: p.parentId, owner: p.owner, controllable_by: p.controllableBy,
  preventable: p.preventable, definition: p.definition, examples: JSON.stringify(p.examples), colour: p.colour, quick_slot: p.quickSlot,
  retired: p.retired,
});

/** A key, and a digit, belong to one code at a time. */
function mustBeFree(db: Database, p: Row): void {
  const sameKey = db.get('SELECT 1 AS found FROM code WHERE key = ? COLLATE NOCASE AND id <> ?', [p.key, p.id]);
  if (sameKey) throw new CommandRefused('REFUSED', `The short form "${p.key}" belongs to another code. Choose a different one.`);
  if (p.parentId === p.id) throw new CommandRefused('REFUSED', 'A code cannot stand under itself.');
}

/** The digit moves to the code that was given it last; the inverse gives it back. */
function takeSlot(db: Database, p: Row): void {
  if (p.quickSlot !== null) db.run('UPDATE code SET quick_slot = NULL WHERE quick_slot = ? AND id <> ?', [p.quickSlot, p.id]);
}

const add: CommandHandler<Row> = {
  definition: addCode,
  apply(db, payload) {
    mustBeFree(db, payload);
    if (db.get('SELECT 1 AS found FROM code WHERE quick_slot = ?', [payload.quickSlot])) {
      throw new CommandRefused('REFUSED', `Digit ${payload.quickSlot} is taken by another code.`);
    }
    insertRow(db, 'code', { id: payload.id, ...columns(payload) });
    return { inverse: { name: removeCode.name, payload: { id: payload.id } }, entityId: payload.id };
  },
};

const change: CommandHandler<Row> = {
  definition: changeCode,
  apply(db, payload) {
    const { uses: _uses, ...before } = mustFind(findCode(db, payload.id), 'code');
    mustBeFree(db, payload);
    const wasRetired = db.get<{ retired: number }>('SELECT retired FROM code WHERE id = ?', [payload.id])?.retired === 1;
    takeSlot(db, payload);
    updateRow(db, { table: 'code', id: payload.id }, columns(payload));
    return { inverse: { name: changeCode.name, payload: { ...before, retired: wasRetired } }, entityId: payload.id };
  },
};

const remove: CommandHandler<{ id: string }> = {
  definition: removeCode,
  apply(db, { id }) {
    const { uses, ...before } = mustFind(findCode(db, id), 'code');
    if (uses > 0) throw new CommandRefused('REFUSED', 'The code is in use. Take it out of use instead of removing it.');
    db.run('DELETE FROM code WHERE id = ?', [id]);
    return { inverse: { name: addCode.name, payload: { ...before, retired: false } }, entityId: id };
  },
};

export const codebookHandlers: readonly AnyCommandHandler[] = [add, change, remove];
