import { addRound, decisionParts, dropSheet, keepSheet, leaveSeat, openRound, removeRound, roundParts, settleAnswer, sheetParts, takeSeat, unsettleAnswer } from '#shared/commands/calibration.ts';
import type { Database } from '#engine/store/database.ts';
import { decisionsOf, findRound, seatsOf, sheetsOf } from '#engine/store/queries/calibration.ts';
import { CommandRefused, type AnyCommandHandler, type CommandHandler } from '../handler.ts';
import { insertRow, mustFind, partsIfThere } from './row-values.ts';

type PayloadOf<D> = D extends { payload: { _output: infer P } } ? P : never;
type SheetRow = PayloadOf<typeof keepSheet>;

function mustFindClosed(db: Database, roundId: string) {
  const round = mustFind(findRound(db, roundId), 'round');
  if (round.openedAt !== null) throw new CommandRefused('REFUSED', 'The round is open: its answers can no longer be changed.');
  return round;
}

function insertSheet(db: Database, p: SheetRow): void {
  insertRow(db, 'calibration_sheet', { round_id: p.roundId, rater: p.rater, interaction: p.interaction, sealed_at: p.sealedAt, sealed: p.sealed, signature: p.signature, rater_key: p.raterKey });
}

function insertSeat(db: Database, p: PayloadOf<typeof takeSeat>): void {
  insertRow(db, 'calibration_seat', { round_id: p.roundId, rater: p.rater, public_key: p.publicKey, private_key: p.privateKey });
}

const add: CommandHandler<PayloadOf<typeof addRound>> = {
  definition: addRound,
  apply(db, { round, privateKey, sheets, seats }) {
    insertRow(db, 'calibration_round', { id: round.id, definition: JSON.stringify(round), private_key: privateKey });
    for (const sheet of sheets) insertSheet(db, { ...sheet, roundId: round.id });
    for (const seat of seats) insertSeat(db, { ...seat, roundId: round.id });
    return { inverse: { name: removeRound.name, payload: { id: round.id } }, entityId: round.id };
  },
};

const remove: CommandHandler<{ id: string }> = {
  definition: removeRound,
  standing: (db, { id }) => partsIfThere(roundParts, findRound(db, id) && { sealed: sheetsOf(db, id).map(({ rater, interaction }) => `${rater} ${interaction}`).toSorted() }),
  apply(db, { id }) {
    const { definition, privateKey } = mustFindClosed(db, id);
    const payload = { round: definition, privateKey, sheets: sheetsOf(db, id), seats: seatsOf(db, id) };
    db.run('DELETE FROM calibration_round WHERE id = ?', [id]);
    return { inverse: { name: addRound.name, payload }, entityId: id };
  },
};

const sit: CommandHandler<PayloadOf<typeof takeSeat>> = {
  definition: takeSeat,
  apply(db, payload) {
    mustFindClosed(db, payload.roundId);
    insertSeat(db, payload);
    return { inverse: { name: leaveSeat.name, payload: { roundId: payload.roundId, rater: payload.rater } }, entityId: payload.roundId };
  },
};

const leave: CommandHandler<PayloadOf<typeof leaveSeat>> = {
  definition: leaveSeat,
  apply(db, { roundId, rater }) {
    const seat = mustFind(seatsOf(db, roundId).find((candidate) => candidate.rater === rater), 'seat');
    db.run('DELETE FROM calibration_seat WHERE round_id = ? AND rater = ?', [roundId, rater]);
    return { inverse: { name: takeSeat.name, payload: { roundId, ...seat } }, entityId: roundId };
  },
};

const keep: CommandHandler<SheetRow> = {
  definition: keepSheet,
  standing: (db, { roundId, rater, interaction }) => sheetParts.of(sheetsOf(db, roundId).find((sheet) => sheet.rater === rater && sheet.interaction === interaction) ?? null),
  apply(db, payload) {
    mustFindClosed(db, payload.roundId);
    const { roundId, rater, interaction } = payload;
    const before = sheetsOf(db, roundId).find((sheet) => sheet.rater === rater && sheet.interaction === interaction);
    db.run('DELETE FROM calibration_sheet WHERE round_id = ? AND rater = ? AND interaction = ?', [roundId, rater, interaction]);
    insertSheet(db, payload);
    const inverse = before ? { name: keepSheet.name, payload: { roundId, ...before } } : { name: dropSheet.name, payload: { roundId, rater, interaction } };
    return { inverse, entityId: roundId };
  },
};

const drop: CommandHandler<PayloadOf<typeof dropSheet>> = {
  definition: dropSheet,
  apply(db, { roundId, rater, interaction }) {
    mustFindClosed(db, roundId);
    const before = mustFind(sheetsOf(db, roundId).find((sheet) => sheet.rater === rater && sheet.interaction === interaction), 'sheet');
    db.run('DELETE FROM calibration_sheet WHERE round_id = ? AND rater = ? AND interaction = ?', [roundId, rater, interaction]);
    return { inverse: { name: keepSheet.name, payload: { roundId, ...before } }, entityId: roundId };
  },
};

const open: CommandHandler<PayloadOf<typeof openRound>> = {
  definition: openRound,
  apply(db, { roundId, openedAt, openedBy, sheets }) {
    const { definition } = mustFindClosed(db, roundId);
    db.run('UPDATE calibration_round SET opened_at = ?, opened_by = ? WHERE id = ?', [openedAt, openedBy, roundId]);
    const maxOf = new Map(definition.items.map(({ item, max }) => [item, max]));
    for (const sheet of sheets) {
      for (const { item, value, startMs, endMs, turnSeq, note } of sheet.answers) {
        insertRow(db, 'calibration_answer', { round_id: roundId, rater: sheet.rater, interaction: sheet.interaction, item, value, start_ms: startMs, end_ms: endMs, turn_seq: turnSeq, note });
      }
      writeEvaluation(db, sheet, maxOf);
    }
    return { inverse: null, entityId: roundId };
  },
};

/** What was scored in a round counts for how far raters agree; where the project has the interaction, it stands beside its other evaluations. */
function writeEvaluation(db: Database, sheet: PayloadOf<typeof openRound>['sheets'][number], maxOf: ReadonlyMap<string, number>): void {
  const interaction = db.get<{ id: string }>('SELECT id FROM interaction WHERE external_id = ?', [sheet.interaction]);
  if (!interaction) return;
  insertRow(db, 'evaluation', {
    id: sheet.evaluationId, interaction_id: interaction.id, interaction_external_id: sheet.interaction, evaluator: sheet.rater, evaluated_at: sheet.sealedAt,
    purpose: 'calibration', technical: sheet.technical, emotional: sheet.emotional,
  });
  for (const { item, value, startMs } of sheet.answers) {
    insertRow(db, 'evaluation_answer', { evaluation_id: sheet.evaluationId, item, value, value_max: maxOf.get(item) ?? 4, evidence_ms: startMs === null ? null : Math.round(startMs) });
  }
}

const settle: CommandHandler<PayloadOf<typeof settleAnswer>> = {
  definition: settleAnswer,
  standing: (db, { roundId, interaction, item }) => decisionParts.of(decisionsOf(db, roundId).find((decision) => decision.interaction === interaction && decision.item === item) ?? null),
  apply(db, p) {
    const { openedAt } = mustFind(findRound(db, p.roundId), 'round');
    if (openedAt === null) throw new CommandRefused('REFUSED', 'The round is not open yet: there is nothing to agree on.');
    const before = decisionsOf(db, p.roundId).find((decision) => decision.interaction === p.interaction && decision.item === p.item);
    db.run('DELETE FROM calibration_decision WHERE round_id = ? AND interaction = ? AND item = ?', [p.roundId, p.interaction, p.item]);
    insertRow(db, 'calibration_decision', { round_id: p.roundId, interaction: p.interaction, item: p.item, value: p.value, reason: p.reason, is_example: p.isExample, decided_at: p.decidedAt, decided_by: p.decidedBy });
    const place = { roundId: p.roundId, interaction: p.interaction, item: p.item };
    return { inverse: before ? { name: settleAnswer.name, payload: before } : { name: unsettleAnswer.name, payload: place }, entityId: p.roundId };
  },
};

const unsettle: CommandHandler<PayloadOf<typeof unsettleAnswer>> = {
  definition: unsettleAnswer,
  apply(db, { roundId, interaction, item }) {
    const before = mustFind(decisionsOf(db, roundId).find((decision) => decision.interaction === interaction && decision.item === item), 'agreed answer');
    db.run('DELETE FROM calibration_decision WHERE round_id = ? AND interaction = ? AND item = ?', [roundId, interaction, item]);
    return { inverse: { name: settleAnswer.name, payload: before }, entityId: roundId };
  },
};

export const calibrationHandlers: readonly AnyCommandHandler[] = [add, remove, sit, leave, keep, drop, open, settle, unsettle];
