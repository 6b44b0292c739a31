import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { procedure } from './errors.ts';
import { Mapping } from '../model/import-mapping.ts';
import { FilePreview, ImportReport, SetAsideRow } from '../model/import-report.ts';
import { JobProgress } from '../model/job.ts';

const importId = z.string().min(1).max(100);
const choice = {
  /** Handles that the host made of what the person chose. */
  fileIds: z.array(z.string().max(200)).min(1).max(200_000),
  /** The mapping of a table by file id; detected, or a recipe's, when absent. */
  mappings: z.record(z.string(), Mapping),
};

/** From files to interactions: look first, then write; every import can be taken back whole. */
export const imports = {
  /** What each file is and how its columns would be read. Writes nothing. */
  preview: procedure.input(z.strictObject({ fileIds: choice.fileIds })).output(z.object({ files: z.array(FilePreview) })),
  /** `dryRun` reads everything and writes nothing. A cancelled import leaves nothing. */
  run: procedure.input(z.strictObject({ ...choice, dryRun: z.boolean() })).output(eventIterator(JobProgress, ImportReport)),
  list: procedure.output(z.array(z.object({
    id: importId, at: z.string(), status: z.enum(['importing', 'ready', 'removed']), files: z.int(), interactions: z.int(), setAside: z.int(),
  }))),
  /** What was set aside, in file order. */
  setAside: procedure.input(z.strictObject({ importId, offset: z.int().min(0), limit: z.int().min(1).max(500) }))
    .output(z.object({ total: z.int(), rows: z.array(SetAsideRow) })),
  /** Takes a whole import back; undo brings it again. */
  remove: procedure.input(z.strictObject({ importId })).output(z.object({ removed: z.boolean() })),
  recipes: procedure.output(z.array(z.object({ id: z.string(), name: z.string(), kind: z.string(), mapping: Mapping }))),
  saveRecipe: procedure.input(z.strictObject({ name: z.string().min(1).max(100), mapping: Mapping })).output(z.object({ id: z.string() })),
};
