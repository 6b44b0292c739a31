import { addOpportunity, changeOpportunity, judgementParts, removeOpportunity } from '#shared/commands/empathy.ts';
import { findOpportunity, opportunityBy, roleOfTurn } from '#engine/store/queries/empathy.ts';
import { CommandRefused, type AnyCommandHandler, type CommandHandler } from '../handler.ts';
import { insertRow, mustFind, partsIfThere, updateRow } from './row-values.ts';

type Added = (typeof addOpportunity)['payload']['_output'];
type Changed = (typeof changeOpportunity)['payload']['_output'];

const columns = (p: Changed) => ({ outcome: p.outcome, softened: p.softened, note: p.note, created_at: p.createdAt, created_by: p.createdBy });

const add: CommandHandler<Added> = {
  definition: addOpportunity,
  apply(db, payload) {
    const role = roleOfTurn(db, payload.interactionId, payload.turnSeq);
    if (mustFind(role, 'turn') !== 'customer') throw new CommandRefused('REFUSED', 'Only what the customer says can be a cue. Say first who speaks there.');
    if (opportunityBy(db, payload)) throw new CommandRefused('REFUSED', 'This cue is judged already. Change the judgement instead.');
    insertRow(db, 'empathy_opportunity', { id: payload.id, interaction_id: payload.interactionId, turn_seq: payload.turnSeq, ...columns(payload) });
    return { inverse: { name: removeOpportunity.name, payload: { id: payload.id } }, entityId: payload.id };
  },
};

const change: CommandHandler<Changed> = {
  definition: changeOpportunity,
  standing: (db, { id }) => partsIfThere(judgementParts, findOpportunity(db, id)),
  apply(db, payload) {
    const { id, outcome, softened, note, createdAt, createdBy } = mustFind(findOpportunity(db, payload.id), 'judgement');
    updateRow(db, { table: 'empathy_opportunity', id }, columns(payload));
    return { inverse: { name: changeOpportunity.name, payload: { id, outcome, softened, note, createdAt, createdBy } }, entityId: id };
  },
};

const remove: CommandHandler<{ id: string }> = {
  definition: removeOpportunity,
  standing: (db, { id }) => partsIfThere(judgementParts, findOpportunity(db, id)),
  apply(db, { id }) {
    const { responseDelayMs: _derived, ...before } = mustFind(findOpportunity(db, id), 'judgement');
    db.run('DELETE FROM empathy_opportunity WHERE id = ?', [id]);
    return { inverse: { name: addOpportunity.name, payload: before }, entityId: id };
  },
};

export const empathyHandlers: readonly AnyCommandHandler[] = [add, change, remove];
