import { z } from 'zod';
import { defineCommand } from './command.ts';
import { addsSomething, free, rests, takesBack, thing, writes } from './edit.ts';
import { type Code, CodeKind } from '../model/code.ts';

const id = z.string().min(1).max(100);
const row = z.strictObject({
  id, key: z.string().min(1).max(40), name: z.string().min(1).max(120), kind: CodeKind,
  dimension: z.enum(['technical', 'emotional']).nullable(), parentId: z.string().max(100).nullable(), owner: z.string().max(120).nullable(),
  controllableBy: z.string().max(120).nullable(), preventable: z.boolean().nullable(), definition: z.string().max(4000),
  examples: z.array(z.string().max(1000)).max(10), colour: z.int().min(0).max(11), quickSlot: z.int().min(1).max(9).nullable(),
  retired: z.boolean(),
});
/** The columns of one code as commands carry them. */
export type CodeRow = z.infer<typeof row>;

/** All that people write of a code; whether it is out of use is one yes or no. */
export const codeParts = thing<Omit<Code, 'id' | 'uses'>>({
  key: ['key'], name: ['name'], kind: ['kind'], dimension: ['dimension'], parentId: ['parentId'], owner: ['owner'], controllableBy: ['controllableBy'],
  preventable: ['preventable'], definition: ['definition'], examples: ['examples'], colour: ['colour'], quickSlot: ['quickSlot'],
});
/** Where a code stands among the codes in use: under which, and before which. */
export const codePlaceParts = thing<{ parentId: string | null; beforeId: string | null }>({ codePlace: ['parentId', 'beforeId'] });

/** Without a `position` the code goes to the end. */
export const addCode = defineCommand('code.add', row.extend({ position: z.int().min(0).optional() }), addsSomething);
/** Taking a code out of use is a change of `retired`; its tags stay. */
export const changeCode = defineCommand('code.change', row, writes(codeParts));
/** Only ever the inverse of `code.add`: a code that nobody used yet. */
export const removeCode = defineCommand('code.remove', z.strictObject({ id }), takesBack);

/** The codebook that a new project begins with; it is no step that a person would take back. */
export const startCodebook = defineCommand('codebook.start', z.strictObject({ codes: z.array(row).min(1).max(200) }), addsSomething);

/** Where codes stand in the tree: under which code, and in which order. */
export const arrangeCodes = defineCommand('code.arrange', z.strictObject({
  id, places: z.array(z.strictObject({ id, parentId: id.nullable(), position: z.int().min(0) })).min(1).max(2000),
}), rests);

/** Every tag and every code under `id` goes to `intoId`, and `id` is taken out of use. */
export const mergeCode = defineCommand('code.merge', z.strictObject({ id, intoId: id }), free('It moves tags as they stand and keeps every word of both codes; a code that went out of use meanwhile is refused.'));
/** Only ever the inverse of `code.merge`: gives back what had moved. */
export const unmergeCode = defineCommand('code.unmerge', z.strictObject({
  id, intoId: id, tagIds: z.array(id), childIds: z.array(id), quickSlot: row.shape.quickSlot,
}), takesBack);

/** A new code takes some of the tags of `id`. */
export const splitCode = defineCommand('code.split', z.strictObject({ id, code: row, tagIds: z.array(id) }), free('It moves tags as they stand; one that belongs to another code by now is refused.'));
/** Only ever the inverse of `code.split`. */
export const unsplitCode = defineCommand('code.unsplit', z.strictObject({ id, newId: id }), takesBack);
