import { z } from 'zod';
import { Outcome } from './moment.ts';

/** Which tags of a code a new code takes: those for which all that is given is true. */
export const SplitRule = z.strictObject({
  /** In the note, or in the words of the turn that the tag stands on. */
  words: z.string().trim().min(1).max(200).nullable(),
  /** Who set the tag. */
  createdBy: z.string().max(200).nullable(),
  outcome: Outcome.nullable(),
});
export type SplitRule = z.infer<typeof SplitRule>;

/** One step of a codebook's history, from the command log. */
export const CodeRevision = z.object({
  seq: z.int(), at: z.string(), actor: z.string(),
  act: z.enum(['start', 'add', 'change', 'retire', 'restore', 'remove', 'move', 'merge', 'unmerge', 'split', 'unsplit']),
  /** It took an earlier step back, or did it again. */
  isUndo: z.boolean(), isRedo: z.boolean(),
  codeId: z.string().nullable(), codeName: z.string().nullable(),
  /** The other code of a merge or a split. */
  otherName: z.string().nullable(),
  /** Tags that moved; null where none can. */
  tags: z.int().nullable(),
  changes: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
});
export type CodeRevision = z.infer<typeof CodeRevision>;
