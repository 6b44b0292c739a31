import { z } from 'zod';
import { Mapping, TablePreview } from './import-mapping.ts';

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
