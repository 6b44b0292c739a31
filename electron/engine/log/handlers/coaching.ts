import {
  addCoachingSession, changeCoachingSession, raiseDispute, removeCoachingSession, sessionParts, settleDispute, settlementParts, withdrawDispute,
} from '#shared/commands/coaching.ts';
import { findDispute, findSession } from '#engine/store/queries/coaching.ts';
import { CommandRefused, type AnyCommandHandler, type CommandHandler } from '../handler.ts';
import { insertRow, mustFind, partsIfThere, updateRow } from './row-values.ts';

type SessionRow = (typeof addCoachingSession)['payload']['_output'];
type DisputeRow = (typeof raiseDispute)['payload']['_output'];

function sessionColumns(p: SessionRow) {
  if (p.checkBy < p.heldOn) throw new CommandRefused('REFUSED', 'The check cannot be due before the session.');
  return {
    agent_id: p.agentId, item: p.item, held_on: p.heldOn, goal: p.goal, practice: p.practice, check_count: p.checkCount, check_by: p.checkBy,
    agent_view: p.agentView, self_score: p.selfScore, shows_scores: p.showsScores, shows_customer_words: p.showsCustomerWords,
    clip_ids: JSON.stringify(p.clipIds), created_at: p.createdAt, created_by: p.createdBy,
  };
}

const add: CommandHandler<SessionRow> = {
  definition: addCoachingSession,
  apply(db, payload) {
    mustFind(db.get('SELECT 1 AS found FROM agent WHERE id = ?', [payload.agentId]), 'person');
    insertRow(db, 'coaching_session', { id: payload.id, ...sessionColumns(payload) });
    return { inverse: { name: removeCoachingSession.name, payload: { id: payload.id } }, entityId: payload.id };
  },
};

const change: CommandHandler<SessionRow> = {
  definition: changeCoachingSession,
  standing: (db, { id }) => partsIfThere(sessionParts, findSession(db, id)),
  apply(db, payload) {
    const before = mustFind(findSession(db, payload.id), 'session');
    updateRow(db, { table: 'coaching_session', id: payload.id }, sessionColumns(payload));
    return { inverse: { name: changeCoachingSession.name, payload: before }, entityId: payload.id };
  },
};

const remove: CommandHandler<{ id: string }> = {
  definition: removeCoachingSession,
  standing: (db, { id }) => partsIfThere(sessionParts, findSession(db, id)),
  apply(db, { id }) {
    const before = mustFind(findSession(db, id), 'session');
    db.run('DELETE FROM coaching_session WHERE id = ?', [id]);
    return { inverse: { name: addCoachingSession.name, payload: before }, entityId: id };
  },
};

const raise: CommandHandler<DisputeRow> = {
  definition: raiseDispute,
  apply(db, p) {
    mustFind(db.get('SELECT 1 AS found FROM evaluation WHERE id = ?', [p.evaluationId]), 'evaluation');
    insertRow(db, 'dispute', {
      id: p.id, evaluation_id: p.evaluationId, item: p.item, reason: p.reason, snapshot: JSON.stringify(p.snapshot), raised_at: p.raisedAt, raised_by: p.raisedBy,
      state: p.state, answer: p.answer, settled_at: p.settledAt, settled_by: p.settledBy,
    });
    return { inverse: { name: withdrawDispute.name, payload: { id: p.id } }, entityId: p.id };
  },
};

const settle: CommandHandler<(typeof settleDispute)['payload']['_output']> = {
  definition: settleDispute,
  standing: (db, { id }) => partsIfThere(settlementParts, findDispute(db, id)),
  apply(db, p) {
    const { state, answer, settledAt, settledBy } = mustFind(findDispute(db, p.id), 'dispute');
    updateRow(db, { table: 'dispute', id: p.id }, { state: p.state, answer: p.answer, settled_at: p.settledAt, settled_by: p.settledBy });
    return { inverse: { name: settleDispute.name, payload: { id: p.id, state, answer, settledAt, settledBy } }, entityId: p.id };
  },
};

const withdraw: CommandHandler<{ id: string }> = {
  definition: withdrawDispute,
  standing: (db, { id }) => partsIfThere(settlementParts, findDispute(db, id)),
  apply(db, { id }) {
    const before = mustFind(findDispute(db, id), 'dispute');
    db.run('DELETE FROM dispute WHERE id = ?', [id]);
    return { inverse: { name: raiseDispute.name, payload: before }, entityId: id };
  },
};

export const coachingHandlers: readonly AnyCommandHandler[] = [add, change, remove, raise, settle, withdraw];
