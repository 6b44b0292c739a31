import { z } from 'zod';
import { defineCommand } from './command.ts';
import { addsSomething, rests, thing } from './edit.ts';
import { CueJudgement } from '../model/empathy.ts';

const id = z.string().min(1).max(200);
const judged = CueJudgement.extend({ id, createdAt: z.string(), createdBy: z.string() });

export const judgementParts = thing<CueJudgement>({ judgement: ['outcome', 'softened', 'note'] });

export const addOpportunity = defineCommand('empathy.add', judged.extend({ interactionId: id, turnSeq: z.int().min(0) }), addsSomething);
export const changeOpportunity = defineCommand('empathy.change', judged, rests);
export const removeOpportunity = defineCommand('empathy.remove', z.strictObject({ id }), rests);
