import { z } from 'zod';
import { defineCommand } from './command.ts';
import { addsSomething, rests, thing, writes } from './edit.ts';
import { CoachingRecord, type Dispute } from '../model/coaching.ts';

const id = z.string().min(1).max(200);
const session = CoachingRecord.extend({ id, createdAt: z.string(), createdBy: z.string() });
const dispute = {
  id, evaluationId: id, item: z.string().max(100).nullable(), reason: z.string().min(1).max(4000), snapshot: z.record(z.string(), z.unknown()),
  raisedAt: z.string(), raisedBy: z.string(),
};
const settlement = {
  state: z.enum(['open', 'kept', 'partly', 'accepted']), answer: z.string().max(4000).nullable(), settledAt: z.string().nullable(), settledBy: z.string().nullable(),
};

export const sessionParts = thing<CoachingRecord>({
  agentId: ['agentId'], item: ['item'], days: ['heldOn', 'checkBy'], goal: ['goal'], practice: ['practice'], checkCount: ['checkCount'], agentView: ['agentView'], selfScore: ['selfScore'],
  shows: ['showsScores', 'showsCustomerWords'], clipIds: ['clipIds'],
});
export const settlementParts = thing<Pick<Dispute, 'state' | 'answer'>>({ settlement: ['state', 'answer'] });

export const addCoachingSession = defineCommand('coaching.addSession', session, addsSomething);
export const changeCoachingSession = defineCommand('coaching.changeSession', session, writes(sessionParts));
export const removeCoachingSession = defineCommand('coaching.removeSession', z.strictObject({ id }), rests);
export const raiseDispute = defineCommand('coaching.raiseDispute', z.strictObject({ ...dispute, ...settlement }), addsSomething);
export const settleDispute = defineCommand('coaching.settleDispute', z.strictObject({ id, ...settlement }), rests);
export const withdrawDispute = defineCommand('coaching.withdrawDispute', z.strictObject({ id }), rests);
