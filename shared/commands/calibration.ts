import { z } from 'zod';
import { defineCommand } from './command.ts';
import { CalibrationAnswer, RoundDefinition, SealedSheet } from '../model/calibration.ts';

const id = z.string().min(1).max(200);
const sheet = SealedSheet.extend({ roundId: id });

export const addRound = defineCommand('calibration.addRound', z.strictObject({
  round: RoundDefinition,
  /** PKCS 8, PEM; null where the round came from another project. */
  privateKey: z.string().nullable(), sheets: z.array(SealedSheet), seats: z.array(z.strictObject({ rater: z.string(), publicKey: z.string(), privateKey: z.string() })),
}));
export const removeRound = defineCommand('calibration.removeRound', z.strictObject({ id }));
/** The signing key of a rater in this project. */
export const takeSeat = defineCommand('calibration.takeSeat', z.strictObject({ roundId: id, rater: z.string(), publicKey: z.string(), privateKey: z.string() }));
export const leaveSeat = defineCommand('calibration.leaveSeat', z.strictObject({ roundId: id, rater: z.string() }));
export const keepSheet = defineCommand('calibration.keepSheet', sheet);
export const dropSheet = defineCommand('calibration.dropSheet', z.strictObject({ roundId: id, rater: z.string(), interaction: id }));
/** Writes the opened answers; final, because what was seen cannot be unseen. */
export const openRound = defineCommand('calibration.open', z.strictObject({
  roundId: id, openedAt: z.string(), openedBy: z.string(),
  sheets: z.array(z.strictObject({ evaluationId: id, rater: z.string(), interaction: id, sealedAt: z.string(), technical: z.number().nullable(), emotional: z.number().nullable(), answers: z.array(CalibrationAnswer) })),
}));
const decision = { roundId: id, interaction: id, item: z.string() };
export const settleAnswer = defineCommand('calibration.settle', z.strictObject({
  ...decision, value: z.number().nullable(), reason: z.string().min(1).max(4000), isExample: z.boolean(), decidedAt: z.string(), decidedBy: z.string(),
}));
export const unsettleAnswer = defineCommand('calibration.unsettle', z.strictObject(decision));
