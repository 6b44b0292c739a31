import { z } from 'zod';
import { defineCommand } from './command.ts';
import { addsSomething, free, rests, takesBack, thing } from './edit.ts';

/** What a mapping kept under a name says. */
export const recipeParts = thing<{ mapping: Record<string, unknown> }>({ mapping: ['mapping'] });
const onlyId = z.strictObject({ importId: z.string().min(1).max(100) });

/** An import as the log names it; made from files, so it can be taken back but not replayed. */
export const runImport = defineCommand('import.run', onlyId, addsSomething);
/** Moves everything that an import brought into the bin. */
export const removeImport = defineCommand('import.remove', onlyId, free('The bin takes everything as it stands, with what was marked on it, and gives it back so.'));
/** Brings it back. */
export const restoreImport = defineCommand('import.restore', onlyId, takesBack);
/** A mapping of columns kept under a name. */
export const saveRecipe = defineCommand('recipe.save', z.strictObject({
  id: z.string().min(1).max(100), name: z.string().min(1).max(100), headerFingerprint: z.string().max(100), kind: z.string().max(60),
  mapping: z.record(z.string(), z.unknown()), createdAt: z.string(),
}), rests);
export const removeRecipe = defineCommand('recipe.remove', z.strictObject({ id: z.string().min(1).max(100) }), takesBack);
