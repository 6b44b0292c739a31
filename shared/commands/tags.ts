import { z } from 'zod';
import { defineCommand } from './command.ts';
import { Outcome } from '../model/moment.ts';

const id = z.string().min(1).max(200);
const place = {
  startMs: z.number().min(0).nullable(), endMs: z.number().min(0).nullable(), turnSeq: z.int().min(0).nullable(),
  charStart: z.int().min(0).nullable(), charEnd: z.int().min(0).nullable(),
};
const marks = { note: z.string().max(4000).nullable(), severity: z.int().min(1).max(3).nullable(), outcome: Outcome.nullable() };
const origin = { createdAt: z.string(), createdBy: z.string() };
const onlyId = z.strictObject({ id });

export const addTag = defineCommand('tag.add', z.strictObject({ id, interactionId: id, codeId: id, ...place, ...marks, ...origin }));
export const changeTag = defineCommand('tag.change', z.strictObject({ id, codeId: id, ...place, ...marks }));
export const removeTag = defineCommand('tag.remove', onlyId);

export const addQuote = defineCommand('quote.add', z.strictObject({
  id, interactionId: id, turnSeq: z.int().min(0), charStart: place.charStart, charEnd: place.charEnd, note: marks.note, ...origin,
}));
export const removeQuote = defineCommand('quote.remove', onlyId);

export const addNote = defineCommand('note.add', z.strictObject({
  id, interactionId: id, atMs: z.number().min(0).nullable(), turnSeq: z.int().min(0).nullable(), text: z.string().min(1).max(10_000), ...origin,
}));
export const removeNote = defineCommand('note.remove', onlyId);
