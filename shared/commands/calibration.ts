import { z } from 'zod';
import { defineCommand } from './command.ts';
import { addsSomething, free, rests, takesBack, thing } from './edit.ts';
import { CalibrationAnswer, type CalibrationDecision, RoundDefinition, SealedSheet } from '../model/calibration.ts';

const id = z.string().min(1).max(200);
const sheet = SealedSheet.extend({ roundId: id });

/** Who has sealed what of a round, each as `rater interaction`, in order. */
export const roundParts = thing<{ sealed: string[] }>({ sealed: ['sealed'] });
/** Whether a rater's answers to one interaction are sealed, and since when; of the rest nobody learns. */
export const sheetParts = thing<{ sealedAt: string }>({ sealedAt: ['sealedAt'] });
export const decisionParts = thing<Pick<CalibrationDecision, 'value' | 'reason' | 'isExample'>>({ decision: ['value', 'reason', 'isExample'] });

export const addRound = defineCommand('calibration.addRound', z.strictObject({
  round: RoundDefinition,
  /** PKCS 8, PEM; null where the round came from another project. */
  privateKey: z.string().nullable(), sheets: z.array(SealedSheet), seats: z.array(z.strictObject({ rater: z.string(), publicKey: z.string(), privateKey: z.string() })),
}), addsSomething);
export const removeRound = defineCommand('calibration.removeRound', z.strictObject({ id }), rests);
/** The signing key of a rater in this project. */
export const takeSeat = defineCommand('calibration.takeSeat', z.strictObject({ roundId: id, rater: z.string(), publicKey: z.string(), privateKey: z.string() }), addsSomething);
export const leaveSeat = defineCommand('calibration.leaveSeat', z.strictObject({ roundId: id, rater: z.string() }), takesBack);
export const keepSheet = defineCommand('calibration.keepSheet', sheet, rests);
export const dropSheet = defineCommand('calibration.dropSheet', z.strictObject({ roundId: id, rater: z.string(), interaction: id }), takesBack);
/** Writes the opened answers; final, because what was seen cannot be unseen. */
export const openRound = defineCommand('calibration.open', z.strictObject({
  roundId: id, openedAt: z.string(), openedBy: z.string(),
  sheets: z.array(z.strictObject({ evaluationId: id, rater: z.string(), interaction: id, sealedAt: z.string(), technical: z.number().nullable(), emotional: z.number().nullable(), answers: z.array(CalibrationAnswer) })),
}), free('It is done once and for good; a round that is open is refused.'));
const decision = { roundId: id, interaction: id, item: z.string() };
export const settleAnswer = defineCommand('calibration.settle', z.strictObject({
  ...decision, value: z.number().nullable(), reason: z.string().min(1).max(4000), isExample: z.boolean(), decidedAt: z.string(), decidedBy: z.string(),
}), rests);
export const unsettleAnswer = defineCommand('calibration.unsettle', z.strictObject(decision), takesBack);
