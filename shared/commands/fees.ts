import { z } from 'zod';
import { defineCommand } from './command.ts';
import { rests, thing } from './edit.ts';
import { FeeScenarioSaved } from '../model/fee.ts';

export const feeParts = thing<Pick<FeeScenarioSaved, 'beliefs' | 'seed' | 'basis'>>({ fee: ['beliefs', 'seed', 'basis'] });

/** Keeps a scenario under its name, in place of an older one of that name. */
export const saveFee = defineCommand('fee.save', z.strictObject(FeeScenarioSaved.shape), rests);
export const removeFee = defineCommand('fee.remove', z.strictObject({ id: z.string().min(1).max(200) }), rests);
