import { z } from 'zod';
import { defineCommand } from './command.ts';
import { CodeKind } from '../model/code.ts';

const row = z.strictObject({
  id: z.string().min(1).max(100), key: z.string().min(1).max(40), name: z.string().min(1).max(120), kind: CodeKind,
  dimension: z.enum(['technical', 'emotional']).nullable(), parentId: z.string().max(100).nullable(), owner: z.string().max(120).nullable(),
  controllableBy: z.string().max(120).nullable(), preventable: z.boolean().nullable(), definition: z.string().max(4000),
  examples: z.array(z.string().max(1000)).max(10), colour: z.int().min(0).max(11), quickSlot: z.int().min(1).max(9).nullable(),
  retired: z.boolean(),
});

export const addCode = defineCommand('code.add', row);
/** Taking a code out of use is a change of `retired`; its tags stay. */
export const changeCode = defineCommand('code.change', row);
/** Only ever the inverse of `code.add`: a code that nobody used yet. */
export const removeCode = defineCommand('code.remove', z.strictObject({ id: z.string().min(1).max(100) }));
