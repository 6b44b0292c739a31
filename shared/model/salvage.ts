import { z } from 'zod';

/** A state that a damaged project can go on from, best first. */
export const ProjectState = z.object({
  id: z.string(),
  /** When that state was current, ISO 8601 UTC; null if unknown. */
  at: z.string().nullable(),
  /** Saved changes that would be lost; null if that cannot be known. */
  lostChanges: z.int().nullable(),
});
export type ProjectState = z.infer<typeof ProjectState>;

/** What could be read of one table of a damaged project. */
export const SalvagedTable = z.object({
  name: z.string(),
  /** Rows that were read, each once. */
  rows: z.int(),
  /** How many the table had; null where nothing says so any more. */
  expected: z.int().nullable(),
  /** Read, but not in the new project, because what they belong to could not be read. */
  leftOut: z.int(),
});
export type SalvagedTable = z.infer<typeof SalvagedTable>;

export const SalvageReport = z.object({
  /** The new project, made of what could be read. */
  project: z.object({ id: z.string(), name: z.string() }),
  /** A ZIP of all rows as tables, for saving. `size` is in bytes. */
  exportId: z.string(), name: z.string(), size: z.int(),
  /** Rows that were read, of all tables. */
  rows: z.int(),
  /** Tables with rows, and those that must have had some. */
  tables: z.array(SalvagedTable),
  /** Tables of which no row was found, and nothing says whether they had any. */
  unknown: z.array(z.string()),
  /** Rows that are sound, but of which nothing says what table they are from; in the ZIP only. */
  stray: z.int(),
  /** References that were emptied because what they led to could not be read. */
  emptied: z.int(),
  /** Codes that could not be read and stand in the new project under a name that says so, because tags are theirs. */
  standInCodes: z.int(),
  /** Changes after the last full save: found in the log beside the project, made again, and places of it that cannot be read. */
  journal: z.object({ found: z.int(), made: z.int(), unreadable: z.int() }),
  /** Whether the record of changes was whole and goes on; else the new project begins its own and nothing before can be undone. */
  isLogKept: z.boolean(),
});
export type SalvageReport = z.infer<typeof SalvageReport>;
