import { drawQueue, queueParts, removeQueue, replaceInQueue, returnToQueue } from '#shared/commands/evaluations.ts';
import type { Database } from '#engine/store/database.ts';
import { findQueue, queueEntries } from '#engine/store/queries/audit-queues.ts';
import { CommandRefused, type AnyCommandHandler, type CommandHandler } from '../handler.ts';
import { insertRow, mustFind, partsIfThere } from './row-values.ts';

type PayloadOf<D> = D extends { payload: { _output: infer P } } ? P : never;
type Draw = PayloadOf<typeof drawQueue>;
type Entry = Draw['entries'][number];

function insertEntry(db: Database, queueId: string, entry: Entry): void {
  insertRow(db, 'audit_queue_entry', {
    queue_id: queueId, interaction_id: entry.interactionId, position: entry.position, stratum: entry.stratum, probability: entry.probability, replaced_because: entry.replacedBecause,
  });
}

const draw: CommandHandler<Draw> = {
  definition: drawQueue,
  apply(db, p) {
    insertRow(db, 'audit_queue', {
      id: p.id, name: p.name, method: p.method, form_version_id: p.formVersionId, filter: JSON.stringify(p.filter), strata_field: p.strataField, strata: JSON.stringify(p.strata),
      seed: p.seed, frame_size: p.frameSize, frame_hash: p.frameHash, excluded: JSON.stringify({ rule: p.rule, counts: p.excluded }),
      is_blind: p.isBlind, hides_agent: p.hidesAgent, drawn_at: p.drawnAt, drawn_by: p.drawnBy,
    });
    for (const entry of p.entries) insertEntry(db, p.id, entry);
    return { inverse: { name: removeQueue.name, payload: { id: p.id } }, entityId: p.id };
  },
};

const remove: CommandHandler<{ id: string }> = {
  definition: removeQueue,
  standing: (db, { id }) => partsIfThere(queueParts, findQueue(db, id)),
  apply(db, { id }) {
    const queue = mustFind(findQueue(db, id), 'queue');
    const { formName: _form, total: _total, finished: _finished, replaced: _replaced, nextInteractionId: _next, ...kept } = queue;
    const entries = queueEntries(db, id).map(({ externalId: _external, state: _state, ...entry }) => entry);
    db.run('DELETE FROM audit_queue WHERE id = ?', [id]);
    return { inverse: { name: drawQueue.name, payload: { ...kept, entries } }, entityId: id };
  },
};

const replace: CommandHandler<PayloadOf<typeof replaceInQueue>> = {
  definition: replaceInQueue,
  apply(db, { queueId, interactionId, because, by }) {
    const before = mustFind(queueEntries(db, queueId).find((entry) => entry.interactionId === interactionId), 'interaction in the queue');
    if (before.state !== 'waiting') throw new CommandRefused('REFUSED', 'This interaction was evaluated or replaced already.');
    db.run('UPDATE audit_queue_entry SET replaced_because = ? WHERE queue_id = ? AND interaction_id = ?', [because, queueId, interactionId]);
    if (by) insertEntry(db, queueId, by);
    return { inverse: { name: returnToQueue.name, payload: { queueId, interactionId, without: by?.interactionId ?? null } }, entityId: interactionId };
  },
};

const giveBack: CommandHandler<PayloadOf<typeof returnToQueue>> = {
  definition: returnToQueue,
  apply(db, { queueId, interactionId, without }) {
    const entries = queueEntries(db, queueId);
    const before = mustFind(entries.find((entry) => entry.interactionId === interactionId), 'interaction in the queue');
    const other = entries.find((entry) => entry.interactionId === without);
    db.run('UPDATE audit_queue_entry SET replaced_because = NULL WHERE queue_id = ? AND interaction_id = ?', [queueId, interactionId]);
    db.run('DELETE FROM audit_queue_entry WHERE queue_id = ? AND interaction_id = ?', [queueId, without]);
    const by = other === undefined ? null : (({ externalId: _external, state: _state, ...entry }) => entry)(other);
    return { inverse: { name: replaceInQueue.name, payload: { queueId, interactionId, because: before.replacedBecause ?? '', by } }, entityId: interactionId };
  },
};

export const auditQueueHandlers: readonly AnyCommandHandler[] = [draw, remove, replace, giveBack];
