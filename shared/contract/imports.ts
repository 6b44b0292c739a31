import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { procedure } from './errors.ts';
import { seen } from '../commands/edit.ts';
import { Mapping, TableForm } from '../model/import-mapping.ts';
import { JsonMapping } from '../model/json-mapping.ts';
import { SavedMapping } from '../model/saved-mapping.ts';
import { FilePreview, ImportReport, RecordingNames, SetAsideRow } from '../model/import-report.ts';
import { JobProgress } from '../model/job.ts';

const importId = z.string().min(1).max(100);
const choice = {
  /** Handles that the host made of what the person chose. */
  fileIds: z.array(z.string().max(200)).min(1).max(200_000),
  /** The mapping of a table by file id; detected, or a recipe's, when absent. */
  mappings: z.record(z.string(), Mapping),
  /** The same for JSON of unknown shape; also tried on every other such file of the import. */
  jsonMappings: z.record(z.string(), JsonMapping).optional(),
  /** How recordings are named, e.g. `{ID}_{AGENT}_{DT}`; null: the usual patterns are tried. */
  fileNamePattern: z.string().max(500).nullable().optional(),
};

/** From files to interactions: look first, then write; every import can be taken back whole. */
export const imports = {
  /** What each file is and how its columns would be read. Writes nothing. */
  preview: procedure.input(z.strictObject({
    fileIds: choice.fileIds, mappings: choice.mappings.optional(), jsonMappings: choice.jsonMappings,
    /** Of a folder only the files of these names. */
    names: z.array(z.string().max(2_000)).max(200).optional(),
    /** What a person said of a file, by file id or name. */
    forms: z.record(z.string(), TableForm).optional(),
  })).output(z.object({ files: z.array(FilePreview) })),
  /** `dryRun` reads everything and writes nothing. A cancelled import leaves nothing. */
  run: procedure.input(z.strictObject({ ...choice, dryRun: z.boolean() })).output(eventIterator(JobProgress, ImportReport)),
  list: procedure.output(z.array(z.object({
    id: importId, at: z.string(), status: z.enum(['importing', 'ready', 'removed']), files: z.int(), interactions: z.int(), setAside: z.int(),
  }))),
  /** What was set aside, in file order. */
  setAside: procedure.input(z.strictObject({ importId, offset: z.int().min(0), limit: z.int().min(1).max(500) }))
    .output(z.object({
      total: z.int(), rows: z.array(SetAsideRow),
      /** Tables whose rows can be saved, mended and imported again. */
      mendable: z.array(z.object({ file: z.string(), rows: z.int() })),
    })),
  /** Writes the rows that were set aside from one file, each with what is wrong with it. */
  saveSetAside: procedure.input(z.strictObject({ importId, file: z.string().max(2_000) })).output(z.object({ exportId: z.string(), name: z.string(), size: z.number() })),
  /** What the names of recordings say under a pattern, and which of them find an interaction. Writes nothing. */
  recordingNames: procedure.input(z.strictObject({ fileIds: choice.fileIds, pattern: choice.fileNamePattern })).output(RecordingNames),
  /** Takes a whole import back; undo brings it again. */
  remove: procedure.input(z.strictObject({ importId })).output(z.object({ removed: z.boolean() })),
  recipes: procedure.output(z.array(z.object({ id: z.string(), name: z.string(), kind: z.string(), mapping: SavedMapping }))),
  saveRecipe: procedure.input(z.strictObject({ name: z.string().min(1).max(100), mapping: SavedMapping, seen })).output(z.object({ id: z.string() })),
};
