import { z } from 'zod';
import { defineCommand } from './command.ts';
import { addsSomething, rests, takesBack, thing } from './edit.ts';
import { ValueSide } from '../model/cause.ts';
import { StatementContent, StatementStep, type Statement } from '../model/statement.ts';

const id = z.string().min(1).max(200);

export const placeParts = thing<{ customer: ValueSide; company: ValueSide }>({ place: ['customer', 'company'] });
/** What a statement says never changes; its state does. */
export const statementParts = thing<Pick<Statement, 'state' | 'reason'>>({ state: ['state', 'reason'] });

/** Where a cause stands between value and irritation; null: nobody said. */
export const placeCause = defineCommand('cause.place', z.strictObject({
  codeId: id, value: z.strictObject({ customer: ValueSide, company: ValueSide }).nullable(),
}), rests);

/** Writes down what an owner is told; `steps` are its states so far, the draft first. */
export const draftStatement = defineCommand('statement.draft', z.strictObject({
  id, owner: z.string().min(1).max(200), firstMonth: z.string().length(7), lastMonth: z.string().length(7), content: StatementContent, steps: z.array(StatementStep).min(1).max(1000),
}), addsSomething);
export const removeStatement = defineCommand('statement.remove', z.strictObject({ id }), rests);
/** One step on: sent, accepted, or disputed with the owner's reason. */
export const moveStatement = defineCommand('statement.move', z.strictObject({ id, step: StatementStep }), rests);
/** Takes the last step back. */
export const unmoveStatement = defineCommand('statement.unmove', z.strictObject({ id, stepId: id }), takesBack);
