import { addAttempt, removeAttempt } from '#shared/commands/training.ts';
import { findAttempt } from '#engine/store/queries/training.ts';
import type { AnyCommandHandler, CommandHandler } from '../handler.ts';
import { insertRow, mustFind } from './row-values.ts';

type AttemptRow = (typeof addAttempt)['payload']['_output'];

const add: CommandHandler<AttemptRow> = {
  definition: addAttempt,
  apply(db, p) {
    insertRow(db, 'training_attempt', { id: p.id, agent_id: p.agentId, item: p.item, clip_id: p.clipId, response: p.response, score: p.score, done_at: p.doneAt, recorded_by: p.recordedBy });
    return { inverse: { name: removeAttempt.name, payload: { id: p.id } }, entityId: p.id };
  },
};

const remove: CommandHandler<{ id: string }> = {
  definition: removeAttempt,
  apply(db, { id }) {
    const before = mustFind(findAttempt(db, id), 'attempt');
    db.run('DELETE FROM training_attempt WHERE id = ?', [id]);
    return { inverse: { name: addAttempt.name, payload: before }, entityId: id };
  },
};

export const trainingHandlers: readonly AnyCommandHandler[] = [add, remove];
