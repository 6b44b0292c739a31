import { z } from 'zod';
import { Mapping, TablePreview } from './import-mapping.ts';
import { JsonMapping, JsonPreview } from './json-mapping.ts';

/** What a file turned out to be, before anything is written. */
export const FilePreview = z.object({
  fileId: z.string(), name: z.string(), size: z.number(),
  kind: z.enum(['transcript', 'table', 'audio', 'unknown', 'unreadable']),
  /** Id of the importer, e.g. `webvtt`, `csv`. */
  importer: z.string().nullable(),
  /** A sentence when the file cannot be read or is not known. */
  message: z.string().nullable(),
  table: TablePreview.nullable(),
  /** The mapping that would be used: a recipe's if the headers are known, else the detected one. */
  mapping: Mapping.nullable(),
  recipeName: z.string().nullable(),
  /** JSON that a mapping reads, or that waits for one: what stands in it, and the mapping that would be used or tried first. */
  json: JsonPreview.nullable(),
  jsonMapping: JsonMapping.nullable(),
});
export type FilePreview = z.infer<typeof FilePreview>;

/** One thing that was set aside, with where, what was found and what was expected. */
export const SetAsideRow = z.object({
  file: z.string(), row: z.int().nullable(), column: z.string().nullable(), code: z.string(),
  found: z.string().nullable(), expected: z.string().nullable(), message: z.string(),
});
export type SetAsideRow = z.infer<typeof SetAsideRow>;

export const ImportReport = z.object({
  importId: z.string().nullable(),
  files: z.int(),
  /** Records read, added, updated. */
  read: z.int(), new: z.int(), updated: z.int(),
  unchangedFiles: z.int(),
  setAside: z.array(SetAsideRow),
  setAsideTotal: z.int(),
  byKind: z.record(z.string(), z.object({ read: z.int(), new: z.int(), updated: z.int() })),
  linked: z.object({ surveys: z.int(), matched: z.int(), ambiguous: z.int(), unmatched: z.int() }),
  ms: z.number(),
});
export type ImportReport = z.infer<typeof ImportReport>;

/** How the names of recordings are understood. */
export const RecordingNames = z.object({
  /** Why the pattern cannot be used, in a sentence. */
  problem: z.string().nullable(),
  total: z.int(),
  /** Recordings that find an interaction of the project, or a transcript among the chosen files. */
  joined: z.int(),
  /** The first of them. `externalId`: the interaction that the name speaks of. */
  rows: z.array(z.object({
    name: z.string(), externalId: z.string(), agent: z.string().nullable(), customer: z.string().nullable(), startedAt: z.string().nullable(), isJoined: z.boolean(), fits: z.boolean(),
  })),
});
export type RecordingNames = z.infer<typeof RecordingNames>;
