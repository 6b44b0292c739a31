import { z } from 'zod';
import { defineCommand } from './command.ts';
import { CoachingRecord } from '../model/coaching.ts';

const id = z.string().min(1).max(200);
const session = CoachingRecord.extend({ id, createdAt: z.string(), createdBy: z.string() });
const dispute = {
  id, evaluationId: id, item: z.string().max(100).nullable(), reason: z.string().min(1).max(4000), snapshot: z.record(z.string(), z.unknown()),
  raisedAt: z.string(), raisedBy: z.string(),
};
const settlement = {
  state: z.enum(['open', 'kept', 'partly', 'accepted']), answer: z.string().max(4000).nullable(), settledAt: z.string().nullable(), settledBy: z.string().nullable(),
};

export const addCoachingSession = defineCommand('coaching.addSession', session);
export const changeCoachingSession = defineCommand('coaching.changeSession', session);
export const removeCoachingSession = defineCommand('coaching.removeSession', z.strictObject({ id }));
export const raiseDispute = defineCommand('coaching.raiseDispute', z.strictObject({ ...dispute, ...settlement }));
export const settleDispute = defineCommand('coaching.settleDispute', z.strictObject({ id, ...settlement }));
export const withdrawDispute = defineCommand('coaching.withdrawDispute', z.strictObject({ id }));
