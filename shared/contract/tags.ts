import { z } from 'zod';
import { procedure } from './errors.ts';
import { seen } from '../commands/edit.ts';
import { CodingMerge } from '../model/coding.ts';
import { Note, Outcome, Quote, Tag } from '../model/moment.ts';

const id = z.string().min(1).max(200);
const place = {
  startMs: z.number().min(0).nullable(), endMs: z.number().min(0).nullable(), turnSeq: z.int().min(0).nullable(),
  charStart: z.int().min(0).nullable(), charEnd: z.int().min(0).nullable(),
};
const marks = { note: z.string().max(4000).nullable(), severity: z.int().min(1).max(3).nullable(), outcome: Outcome.nullable() };

/** What a listener marks: tags, starred quotes, notes. Acknowledged when it is on disk. */
export const tags = {
  add: procedure.input(z.strictObject({ interactionId: id, codeId: id, ...place, ...marks })).output(Tag),
  change: procedure.input(z.strictObject({ id, codeId: id, ...place, ...marks, seen })).output(Tag),
  remove: procedure.input(z.strictObject({ id, seen })).output(z.object({ removed: z.boolean() })),
  star: procedure
    .input(z.strictObject({ interactionId: id, turnSeq: z.int().min(0), charStart: place.charStart, charEnd: place.charEnd, note: marks.note }))
    .output(Quote),
  unstar: procedure.input(z.strictObject({ id })).output(z.object({ removed: z.boolean() })),
  addNote: procedure
    .input(z.strictObject({ interactionId: id, atMs: z.number().min(0).nullable(), turnSeq: z.int().min(0).nullable(), text: z.string().min(1).max(10_000) }))
    .output(Note),
  removeNote: procedure.input(z.strictObject({ id })).output(z.object({ removed: z.boolean() })),
  /** Writes what people marked here (tags and judged cues) for another project; the host then offers `exportId` for saving. */
  exportCoding: procedure.output(z.object({ exportId: z.string(), name: z.string(), size: z.number(), marks: z.int() })),
  /** Takes in what people marked in another project, by id. What differs is told and left as it is. */
  mergeCoding: procedure.input(z.strictObject({ fileId: id, dryRun: z.boolean() })).output(CodingMerge),
};
