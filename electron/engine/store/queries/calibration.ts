import { isLocked } from '#engine/calibration/seal.ts';
import { RoundDefinition, type CalibrationAnswer, type CalibrationDecision, type CalibrationRound, type SealedSheet } from '#shared/model/calibration.ts';
import type { Database } from '../database.ts';

type RoundSql = { id: string; definition: string; private_key: string | null; opened_at: string | null; opened_by: string | null };

export type StoredRound = { definition: RoundDefinition; privateKey: string | null; openedAt: string | null; openedBy: string | null };

const toStored = (row: RoundSql): StoredRound => ({ definition: RoundDefinition.parse(JSON.parse(row.definition)), privateKey: row.private_key, openedAt: row.opened_at, openedBy: row.opened_by });

/** A round by id, or by name where only one has it. */
export function findRound(db: Database, idOrName: string): StoredRound | undefined {
  const row = db.get<RoundSql>('SELECT * FROM calibration_round WHERE id = ?', [idOrName]);
  if (row) return toStored(row);
  const named = db.all<RoundSql>("SELECT * FROM calibration_round WHERE json_extract(definition, '$.name') = ?", [idOrName]);
  return named.length === 1 && named[0] ? toStored(named[0]) : undefined;
}

export function listRounds(db: Database): StoredRound[] {
  return db.all<RoundSql>("SELECT * FROM calibration_round ORDER BY json_extract(definition, '$.createdAt') DESC, id").map(toStored);
}

type SheetSql = { rater: string; interaction: string; sealed_at: string; sealed: string; signature: string; rater_key: string };

export function sheetsOf(db: Database, roundId: string): SealedSheet[] {
  return db.all<SheetSql>('SELECT * FROM calibration_sheet WHERE round_id = ? ORDER BY rater, interaction', [roundId]).map((row) => ({
    rater: row.rater, interaction: row.interaction, sealedAt: row.sealed_at, sealed: row.sealed, signature: row.signature, raterKey: row.rater_key,
  }));
}

export type Seat = { rater: string; publicKey: string; privateKey: string };

export function seatsOf(db: Database, roundId: string): Seat[] {
  return db.all<Seat>('SELECT rater, public_key AS publicKey, private_key AS privateKey FROM calibration_seat WHERE round_id = ? ORDER BY rater', [roundId]);
}

/** A round as anybody may see it: of the answers only who has given them. */
export function shownRound(db: Database, { definition, privateKey, openedAt, openedBy }: StoredRound): CalibrationRound {
  const sheets = sheetsOf(db, definition.id);
  return {
    ...definition, isOwner: privateKey !== null, needsWord: privateKey !== null && isLocked(privateKey), openedAt, openedBy,
    units: definition.interactions.map((interaction) => ({ interaction, interactionId: db.get<{ id: string }>('SELECT id FROM interaction WHERE external_id = ?', [interaction])?.id ?? null })),
    progress: definition.raters.map((rater) => {
      const own = sheets.filter((sheet) => sheet.rater === rater);
      return { rater, total: definition.interactions.length, done: own.map(({ interaction }) => interaction), sealedAt: Object.fromEntries(own.map(({ interaction, sealedAt }) => [interaction, sealedAt])) };
    }),
  };
}

export type OpenedAnswer = CalibrationAnswer & { rater: string; interaction: string };

/** The answers of an opened round. */
export function answersOfRound(db: Database, roundId: string): OpenedAnswer[] {
  return db.all<OpenedAnswer>(
    `SELECT rater, interaction, item, value, start_ms AS startMs, end_ms AS endMs, turn_seq AS turnSeq, note FROM calibration_answer
     WHERE round_id = ? ORDER BY interaction, item, rater`, [roundId],
  );
}

type DecisionSql = Omit<CalibrationDecision, 'isExample'> & { isExample: number };

/** What was agreed, in one round or in all. */
export function decisionsOf(db: Database, roundId: string | null): CalibrationDecision[] {
  return db.all<DecisionSql>(
    `SELECT round_id AS roundId, interaction, item, value, reason, is_example AS isExample, decided_at AS decidedAt, decided_by AS decidedBy
     FROM calibration_decision WHERE ?1 IS NULL OR round_id = ?1 ORDER BY decided_at, interaction, item`, [roundId],
  ).map((row) => ({ ...row, isExample: row.isExample === 1 }));
}
