import { z } from 'zod';
import { Role } from './interaction.ts';

/** Names from the outer to the inner; a list on the way is gone through element by element. Empty: the thing itself. */
export const JsonPath = z.array(z.string().max(500)).max(20);
export type JsonPath = z.infer<typeof JsonPath>;

/** What the times of turns are: numbers of this unit, `0:02:14.5`, or moments of a calendar (the first one is the start). */
export const JsonTimeUnit = z.enum(['ms', 's', 'min', 'clock', 'moment']);
export type JsonTimeUnit = z.infer<typeof JsonTimeUnit>;

/** What a value beside the turns says of the whole interaction. */
export const JsonFact = z.enum([
  'externalId', 'channel', 'startedAt', 'durationMs', 'agentId', 'agentName', 'customerId', 'customerName', 'language', 'reason',
]);
export type JsonFact = z.infer<typeof JsonFact>;

/** How a JSON file of a shape that nobody knows becomes interactions. Plain JSON: saved, it is a recipe. */
export const JsonMapping = z.object({
  version: z.literal(1),
  form: z.literal('json'),
  /** Of the names in the file that it was made for. */
  fingerprint: z.string().max(100),
  /** The list of interactions; null when the file is one. */
  interactions: JsonPath.nullable(),
  /** From an interaction to its list of turns. */
  turns: JsonPath,
  /** From a turn to its parts. */
  text: JsonPath,
  speaker: JsonPath.nullable(),
  start: JsonPath.nullable(),
  end: JsonPath.nullable(),
  unit: JsonTimeUnit,
  /** Who a speaker is, where the name alone does not tell. */
  roles: z.record(z.string().max(300), Role),
  /** From an interaction to what is known of it. */
  facts: z.array(z.object({ fact: JsonFact, path: JsonPath })).max(30),
  /** Further values, kept as fields of the interaction under these names. */
  kept: z.array(z.object({ name: z.string().min(1).max(200), path: JsonPath })).max(100),
});
export type JsonMapping = z.infer<typeof JsonMapping>;

/** A value that a path leads to. */
export const JsonField = z.object({ path: JsonPath, examples: z.array(z.string()), isNumber: z.boolean() });
export type JsonField = z.infer<typeof JsonField>;

/** A list of objects that could be the turns or the interactions. */
export const JsonList = z.object({ path: JsonPath, count: z.int(), fields: z.array(JsonField) });
export type JsonList = z.infer<typeof JsonList>;

/** What stands in a JSON file, and what a mapping would make of it. */
export const JsonPreview = z.object({
  fingerprint: z.string(),
  /** Lists by the path from the root, the likeliest turns first. */
  lists: z.array(JsonList),
  /** Values outside every list. */
  values: z.array(JsonField),
  /** The first turns under the mapping, and how many interactions there are. */
  read: z.object({
    interactions: z.int(), externalId: z.string(),
    turns: z.array(z.object({ speaker: z.string(), role: Role, startMs: z.number().nullable(), endMs: z.number().nullable(), text: z.string() })),
    total: z.int(), problem: z.string().nullable(),
  }).nullable(),
});
export type JsonPreview = z.infer<typeof JsonPreview>;
