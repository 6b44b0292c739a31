import { z } from 'zod';
import { procedure } from './errors.ts';
import { Code } from '../model/code.ts';

const fields = {
  key: z.string().min(1).max(40), name: z.string().min(1).max(120), kind: Code.shape.kind,
  dimension: Code.shape.dimension, parentId: z.string().max(100).nullable(), owner: z.string().max(120).nullable(),
  controllableBy: z.string().max(120).nullable(), preventable: z.boolean().nullable(),
  definition: z.string().max(4000), examples: z.array(z.string().max(1000)).max(10),
  colour: z.int().min(0).max(11), quickSlot: z.int().min(1).max(9).nullable(),
};

/** The tree of things to listen for. */
export const codebook = {
  list: procedure.output(z.array(Code)),
  add: procedure.input(z.strictObject(fields)).output(Code),
  change: procedure.input(z.strictObject({ id: z.string().max(100), ...fields })).output(Code),
  /** Takes a code out of use; its tags stay. */
  retire: procedure.input(z.strictObject({ id: z.string().max(100) })).output(z.object({ retired: z.boolean() })),
};
