import { z } from 'zod';
import { defineCommand } from './command.ts';

const onlyId = z.strictObject({ importId: z.string().min(1).max(100) });

/** An import as the log names it; made from files, so it can be taken back but not replayed. */
export const runImport = defineCommand('import.run', onlyId);
/** Moves everything that an import brought into the bin. */
export const removeImport = defineCommand('import.remove', onlyId);
/** Brings it back. */
export const restoreImport = defineCommand('import.restore', onlyId);
/** A mapping of columns kept under a name. */
export const saveRecipe = defineCommand('recipe.save', z.strictObject({
  id: z.string().min(1).max(100), name: z.string().min(1).max(100), headerFingerprint: z.string().max(100), kind: z.string().max(60),
  mapping: z.record(z.string(), z.unknown()), createdAt: z.string(),
}));
export const removeRecipe = defineCommand('recipe.remove', z.strictObject({ id: z.string().min(1).max(100) }));
