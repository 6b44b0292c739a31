import { z } from 'zod';
import { defineCommand } from './command.ts';
import { ValueSide } from '../model/cause.ts';
import { StatementContent, StatementStep } from '../model/statement.ts';

const id = z.string().min(1).max(200);

/** Where a cause stands between value and irritation; null: nobody said. */
export const placeCause = defineCommand('cause.place', z.strictObject({
  codeId: id, value: z.strictObject({ customer: ValueSide, company: ValueSide }).nullable(),
}));

/** Writes down what an owner is told; `steps` are its states so far, the draft first. */
export const draftStatement = defineCommand('statement.draft', z.strictObject({
  id, owner: z.string().min(1).max(200), firstMonth: z.string().length(7), lastMonth: z.string().length(7), content: StatementContent, steps: z.array(StatementStep).min(1).max(1000),
}));
export const removeStatement = defineCommand('statement.remove', z.strictObject({ id }));
/** One step on: sent, accepted, or disputed with the owner's reason. */
export const moveStatement = defineCommand('statement.move', z.strictObject({ id, step: StatementStep }));
/** Takes the last step back. */
export const unmoveStatement = defineCommand('statement.unmove', z.strictObject({ id, stepId: id }));
