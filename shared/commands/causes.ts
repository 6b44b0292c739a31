import { z } from 'zod';
import { defineCommand } from './command.ts';
import { ValueSide } from '../model/cause.ts';

const id = z.string().min(1).max(200);

/** Where a cause stands between value and irritation; null: nobody said. */
export const placeCause = defineCommand('cause.place', z.strictObject({
  codeId: id, value: z.strictObject({ customer: ValueSide, company: ValueSide }).nullable(),
}));
