import { z } from 'zod';
import { defineCommand } from './command.ts';
import { addsSomething, neverEdited, rests, thing, writes } from './edit.ts';
import { Outcome, type Tag } from '../model/moment.ts';

const id = z.string().min(1).max(200);
const place = {
  startMs: z.number().min(0).nullable(), endMs: z.number().min(0).nullable(), turnSeq: z.int().min(0).nullable(),
  charStart: z.int().min(0).nullable(), charEnd: z.int().min(0).nullable(),
};
const marks = { note: z.string().max(4000).nullable(), severity: z.int().min(1).max(3).nullable(), outcome: Outcome.nullable() };
const origin = { createdAt: z.string(), createdBy: z.string() };
const onlyId = z.strictObject({ id });

/** What was marked, where, and what was said of it. */
export const tagParts = thing<Pick<Tag, 'codeId' | 'note' | 'severity' | 'outcome' | keyof typeof place>>({
  codeId: ['codeId'], span: ['startMs', 'endMs', 'turnSeq', 'charStart', 'charEnd'], note: ['note'], severity: ['severity'], outcome: ['outcome'],
});

export const addTag = defineCommand('tag.add', z.strictObject({ id, interactionId: id, codeId: id, ...place, ...marks, ...origin }), addsSomething);
export const changeTag = defineCommand('tag.change', z.strictObject({ id, codeId: id, ...place, ...marks }), writes(tagParts));
export const removeTag = defineCommand('tag.remove', onlyId, rests);

export const addQuote = defineCommand('quote.add', z.strictObject({
  id, interactionId: id, turnSeq: z.int().min(0), charStart: place.charStart, charEnd: place.charEnd, note: marks.note, ...origin,
}), addsSomething);
export const removeQuote = defineCommand('quote.remove', onlyId, neverEdited);

export const addNote = defineCommand('note.add', z.strictObject({
  id, interactionId: id, atMs: z.number().min(0).nullable(), turnSeq: z.int().min(0).nullable(), text: z.string().min(1).max(10_000), ...origin,
}), addsSomething);
export const removeNote = defineCommand('note.remove', onlyId, neverEdited);
