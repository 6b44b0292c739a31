import { relabelTurns, roleParts, rolesOf } from '#shared/commands/interactions.ts';
import { linkParts, linkSurvey } from '#shared/commands/surveys.ts';
import { refreshCustomerScore } from '#engine/store/queries/scores.ts';
import type { Role } from '#shared/model/interaction.ts';
import type { Database } from '#engine/store/database.ts';
import type { AnyCommandHandler, CommandHandler } from '../handler.ts';
import { mustFind, partsIfThere } from './row-values.ts';

function spoken(db: Database, interactionId: string, turns: readonly { seq: number }[]): { seq: number; role: Role }[] {
  const asked = new Set(turns.map(({ seq }) => seq));
  return db.all<{ seq: number; role: Role }>('SELECT t.seq, t.role FROM turn t JOIN interaction i ON i.key = t.interaction_key WHERE i.id = ? ORDER BY t.seq', [interactionId])
    .filter(({ seq }) => asked.has(seq));
}

const relabel: CommandHandler<(typeof relabelTurns)['payload']['_output']> = {
  definition: relabelTurns,
  standing: (db, { interactionId, turns }) => roleParts.of(rolesOf(spoken(db, interactionId, turns))),
  apply(db, { interactionId, turns, roleStatus }) {
    const interaction = mustFind(
      db.get<{ key: number; role_status: string }>('SELECT key, role_status FROM interaction WHERE id = ?', [interactionId]), 'interaction',
    );
    const before = turns.map(({ seq }) => ({
      seq,
      role: mustFind(db.get<{ role: string }>('SELECT role FROM turn WHERE interaction_key = ? AND seq = ?', [interaction.key, seq]), 'turn').role,
    }));
    db.bulk('UPDATE turn SET role = ? WHERE interaction_key = ? AND seq = ?', turns.map((turn) => [turn.role, interaction.key, turn.seq]));
    db.run('UPDATE interaction SET role_status = ? WHERE id = ?', [roleStatus, interactionId]);
    return {
      inverse: { name: relabelTurns.name, payload: { interactionId, turns: before, roleStatus: interaction.role_status } },
      entityId: interactionId,
    };
  },
};

const link: CommandHandler<(typeof linkSurvey)['payload']['_output']> = {
  definition: linkSurvey,
  standing: (db, { responseId }) => partsIfThere(linkParts, db.get('SELECT interaction_id AS interactionId FROM survey_response WHERE id = ?', [responseId])),
  apply(db, payload) {
    const before = mustFind(db.get<{ interactionId: string | null; linkState: string; linkReason: string | null }>(
      'SELECT interaction_id AS interactionId, link_state AS linkState, link_reason AS linkReason FROM survey_response WHERE id = ?',
      [payload.responseId],
    ), 'survey response');
    if (payload.interactionId !== null) {
      mustFind(db.get('SELECT 1 AS found FROM interaction WHERE id = ?', [payload.interactionId]), 'interaction');
    }
    db.run('UPDATE survey_response SET interaction_id = ?, link_state = ?, link_reason = ? WHERE id = ?',
      [payload.interactionId, payload.linkState, payload.linkReason, payload.responseId]);
    for (const id of new Set([before.interactionId, payload.interactionId])) if (id !== null) refreshCustomerScore(db, id);
    return { inverse: { name: linkSurvey.name, payload: { responseId: payload.responseId, ...before } }, entityId: payload.responseId };
  },
};

export const interactionHandlers: readonly AnyCommandHandler[] = [relabel, link];
