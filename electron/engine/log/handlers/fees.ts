import { feeParts, removeFee, saveFee } from '#shared/commands/fees.ts';
import type { FeeScenarioSaved } from '#shared/model/fee.ts';
import { findFee } from '#engine/store/queries/fees.ts';
import { CommandRefused, type AnyCommandHandler, type CommandHandler } from '../handler.ts';
import { insertRow, mustFind, partsIfThere } from './row-values.ts';

const save: CommandHandler<FeeScenarioSaved> = {
  definition: saveFee,
  standing: (db, { name }) => feeParts.of(findFee(db, { name }) ?? null),
  apply(db, { id, name, beliefs, seed, savedAt, savedBy, basis }) {
    const before = findFee(db, { name });
    if (before === undefined && findFee(db, { id })) throw new CommandRefused('REFUSED', 'This scenario is saved under another name already.');
    db.run('DELETE FROM fee_scenario WHERE name = ?', [name]);
    insertRow(db, 'fee_scenario', { id, name, beliefs: JSON.stringify(beliefs), seed, saved_at: savedAt, saved_by: savedBy, basis: basis ? JSON.stringify(basis) : null });
    return { inverse: before ? { name: saveFee.name, payload: before } : { name: removeFee.name, payload: { id } }, entityId: id };
  },
};

const remove: CommandHandler<{ id: string }> = {
  definition: removeFee,
  standing: (db, { id }) => partsIfThere(feeParts, findFee(db, { id })),
  apply(db, { id }) {
    const before = mustFind(findFee(db, { id }), 'fee scenario');
    db.run('DELETE FROM fee_scenario WHERE id = ?', [id]);
    return { inverse: { name: saveFee.name, payload: before }, entityId: id };
  },
};

export const feeHandlers: readonly AnyCommandHandler[] = [save, remove];
