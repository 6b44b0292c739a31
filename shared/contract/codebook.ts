import { z } from 'zod';
import { procedure } from './errors.ts';
import { seen } from '../commands/edit.ts';
import { Code, CodeKind } from '../model/code.ts';
import { CodebookImport } from '../model/codebook-file.ts';
import { CodeRevision, SplitRule } from '../model/code-revision.ts';

const id = z.string().min(1).max(100);
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
  change: procedure.input(z.strictObject({ id: z.string().max(100), ...fields, seen })).output(Code),
  /** Takes a code out of use; its tags stay. */
  retire: procedure.input(z.strictObject({ id, seen })).output(z.object({ retired: z.boolean() })),
  /** The codes that are out of use. */
  retired: procedure.output(z.array(Code)),
  /** Brings a code back into use. */
  restore: procedure.input(z.strictObject({ id })).output(Code),
  /** Puts a code under another (null: at the top), before one of its new neighbours or at the end. */
  move: procedure.input(z.strictObject({ id, parentId: id.nullable(), beforeId: id.nullable(), seen })).output(z.object({ moved: z.boolean() })),
  /** What a merge would do. `both` counts interactions that have tags of both codes and would have the one twice. */
  mergePreview: procedure.input(z.strictObject({ id, intoId: id })).output(z.object({ tags: z.int(), interactions: z.int(), both: z.int(), codes: z.int() })),
  /** Moves every tag of `id` to `intoId` and takes `id` out of use. */
  merge: procedure.input(z.strictObject({ id, intoId: id })).output(z.object({ moved: z.int() })),
  /** How many tags of a code a rule finds, and the first of them. */
  splitPreview: procedure.input(z.strictObject({ id, rule: SplitRule })).output(z.object({
    tags: z.int(), moving: z.int(), coders: z.array(z.string()),
    examples: z.array(z.object({ interactionId: z.string(), externalId: z.string(), startMs: z.number().nullable(), turnSeq: z.int().nullable(), note: z.string().nullable(), text: z.string().nullable() })),
  })),
  /** Adds a code and gives it the tags of `id` that the rule finds. */
  split: procedure.input(z.strictObject({ id, rule: SplitRule, code: z.strictObject(fields) })).output(z.object({ code: Code, moved: z.int() })),
  /** What was done to the codebook, or to one code of it, newest first. */
  history: procedure.input(z.strictObject({ id: id.nullable(), limit: z.int().min(1).max(500) })).output(z.array(CodeRevision)),
  /**
   * Reads a codebook file (.qdc, or the codebook of a .qdpx). A code that is here already is changed, a new one added as `kind`,
   * none is taken away; one undo takes it all back. `separator` makes levels of flat names.
   */
  importFile: procedure
    .input(z.strictObject({ fileId: z.string().max(200), kind: CodeKind, separator: z.enum(['::', '.']).nullable(), dryRun: z.boolean() }))
    .output(CodebookImport),
  /** Writes the codes in use as .qdc; the host then offers `exportId` for saving. `leftOut` counts the codes out of use. */
  exportFile: procedure.output(z.object({ exportId: z.string(), name: z.string(), size: z.number(), codes: z.int(), leftOut: z.int() })),
};
