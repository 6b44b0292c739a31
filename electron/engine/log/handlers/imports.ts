import { removeImport, restoreImport, runImport } from '#shared/commands/imports.ts';
import { binImport, unbinImport } from '#engine/importers/bin.ts';
import { CommandRefused, type AnyCommandHandler, type CommandHandler } from '../handler.ts';

type ImportId = { importId: string };

/** The import itself is a bulk change; it stands in the log under this name so that undo can take it back. */
const run: CommandHandler<ImportId> = {
  definition: runImport,
  apply() {
    throw new CommandRefused('REFUSED', 'An import is made from files and cannot be repeated from the log.');
  },
};

const remove: CommandHandler<ImportId> = {
  definition: removeImport,
  apply(db, { importId }) {
    const batch = db.get<{ status: string }>('SELECT status FROM import_batch WHERE id = ?', [importId]);
    if (batch?.status !== 'ready') throw new CommandRefused('NOT_FOUND', 'This import is not there any more.');
    binImport(db, importId);
    return { inverse: { name: restoreImport.name, payload: { importId } }, entityId: importId };
  },
};

const restore: CommandHandler<ImportId> = {
  definition: restoreImport,
  apply(db, { importId }) {
    const batch = db.get<{ status: string }>('SELECT status FROM import_batch WHERE id = ?', [importId]);
    if (batch?.status !== 'removed') throw new CommandRefused('NOT_FOUND', 'This import is not in the bin.');
    unbinImport(db, importId);
    return { inverse: { name: removeImport.name, payload: { importId } }, entityId: importId };
  },
};

export const importHandlers: readonly AnyCommandHandler[] = [run, remove, restore];
