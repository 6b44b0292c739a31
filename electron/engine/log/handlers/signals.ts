import { addRule, changeLoop, loopParts, markParts, markSignal, removeRule } from '#shared/commands/signals.ts';
import { stagesSoFar } from '#engine/signals/loops.ts';
import { findLoopRow, findMark, findRule } from '#engine/store/queries/signals.ts';
import { CommandRefused, type AnyCommandHandler, type CommandHandler } from '../handler.ts';
import { insertRow, mustFind } from './row-values.ts';

type Payload<C extends { payload: { _output: unknown } }> = C['payload']['_output'];

const add: CommandHandler<Payload<typeof addRule>> = {
  definition: addRule,
  apply(db, p) {
    if (db.get('SELECT 1 AS found FROM signal_rule WHERE name = ?', [p.name])) throw new CommandRefused('REFUSED', `There is a rule called "${p.name}" already.`);
    insertRow(db, 'signal_rule', { id: p.id, name: p.name, words: p.words, created_at: p.createdAt, created_by: p.createdBy });
    return { inverse: { name: removeRule.name, payload: { id: p.id } }, entityId: p.id };
  },
};

const remove: CommandHandler<Payload<typeof removeRule>> = {
  definition: removeRule,
  apply(db, { id }) {
    const before = mustFind(findRule(db, id), 'rule');
    db.run('DELETE FROM signal_rule WHERE id = ?', [id]);
    return { inverse: { name: addRule.name, payload: before }, entityId: id };
  },
};

const mark: CommandHandler<Payload<typeof markSignal>> = {
  definition: markSignal,
  standing: (db, { subject, mark: next }) => {
    const known = findMark(db, subject);
    // A decision about an earlier onset does not count any more: the signal is open again.
    return markParts.of(known === undefined || (next !== null && known.onset < next.onset) ? null : known);
  },
  apply(db, { subject, mark: next }) {
    const before = findMark(db, subject) ?? null;
    db.run('DELETE FROM signal_mark WHERE subject = ?', [subject]);
    if (next) {
      insertRow(db, 'signal_mark', {
        subject, onset: next.onset, state: next.state, reason: next.reason, code_id: next.codeId, marked_at: next.markedAt, marked_by: next.markedBy,
      });
    }
    return { inverse: { name: markSignal.name, payload: { subject, mark: before } }, entityId: subject };
  },
};

const loop: CommandHandler<Payload<typeof changeLoop>> = {
  definition: changeLoop,
  standing: (db, { subject }) => loopParts.of(stagesSoFar(db, subject)),
  apply(db, { subject, loop: next }) {
    const before = findLoopRow(db, subject) ?? null;
    db.run('DELETE FROM loop_closure WHERE subject = ?', [subject]);
    if (next) {
      insertRow(db, 'loop_closure', {
        subject, heard_on: next.heardOn, owner: next.owner, assigned_on: next.assignedOn, decision: next.decision, decided_on: next.decidedOn,
        change_made: next.changeMade, changed_on: next.changedOn, verified_on: next.verifiedOn,
        verification: next.verification === null ? null : JSON.stringify(next.verification),
      });
    }
    return { inverse: { name: changeLoop.name, payload: { subject, loop: before } }, entityId: subject };
  },
};

export const signalHandlers: readonly AnyCommandHandler[] = [add, remove, mark, loop];
