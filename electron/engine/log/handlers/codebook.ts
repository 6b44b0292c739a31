import { addCode, changeCode, codeParts, removeCode, startCodebook, type CodeRow } from '#shared/commands/codebook.ts';
import type { Database } from '#engine/store/database.ts';
import { findCode } from '#engine/store/queries/codebook.ts';
import { CommandRefused, type AnyCommandHandler, type CommandHandler } from '../handler.ts';
import { codeColumns, insertCode, mustFit } from './code-row.ts';
import { codeTreeHandlers } from './code-tree.ts';
import { mustFind, partsIfThere, updateRow } from './row-values.ts';

type PayloadOf<D> = D extends { payload: { _output: infer P } } ? P : never;

/** The digit moves to the code that was given it last; the inverse gives it back. */
function takeSlot(db: Database, p: CodeRow): void {
  if (p.quickSlot !== null) db.run('UPDATE code SET quick_slot = NULL WHERE quick_slot = ? AND id <> ?', [p.quickSlot, p.id]);
}

const add: CommandHandler<PayloadOf<typeof addCode>> = {
  definition: addCode,
  apply(db, { position, ...code }) {
    insertCode(db, code, position);
    return { inverse: { name: removeCode.name, payload: { id: code.id } }, entityId: code.id };
  },
};

const change: CommandHandler<CodeRow> = {
  definition: changeCode,
  standing: (db, { id }) => partsIfThere(codeParts, findCode(db, id)),
  apply(db, payload) {
    const { uses: _uses, ...before } = mustFind(findCode(db, payload.id), 'code');
    mustFit(db, payload);
    const wasRetired = db.get<{ retired: number }>('SELECT retired FROM code WHERE id = ?', [payload.id])?.retired === 1;
    takeSlot(db, payload);
    updateRow(db, { table: 'code', id: payload.id }, codeColumns(payload));
    return { inverse: { name: changeCode.name, payload: { ...before, retired: wasRetired } }, entityId: payload.id };
  },
};

const remove: CommandHandler<{ id: string }> = {
  definition: removeCode,
  apply(db, { id }) {
    const { uses, ...before } = mustFind(findCode(db, id), 'code');
    if (uses > 0) throw new CommandRefused('REFUSED', 'The code is in use. Take it out of use instead of removing it.');
    const position = db.get<{ position: number }>('SELECT position FROM code WHERE id = ?', [id])?.position ?? 0;
    db.run('DELETE FROM code WHERE id = ?', [id]);
    return { inverse: { name: addCode.name, payload: { ...before, retired: false, position } }, entityId: id };
  },
};

/** Where a project begins is nothing to take back. */
const start: CommandHandler<PayloadOf<typeof startCodebook>> = {
  definition: startCodebook,
  apply(db, { codes }) {
    if (db.get('SELECT 1 AS found FROM code LIMIT 1')) throw new CommandRefused('REFUSED', 'The project has a codebook already.');
    codes.forEach((code, at) => insertCode(db, code, at + 1));
    return { inverse: null, entityId: null };
  },
};

export const codebookHandlers: readonly AnyCommandHandler[] = [add, change, remove, start, ...codeTreeHandlers];
