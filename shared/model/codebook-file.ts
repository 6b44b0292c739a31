import { z } from 'zod';

/** What reading a codebook file did, or would do. */
export const CodebookImport = z.object({
  format: z.enum(['qdc', 'qdpx']),
  /** The program that wrote the file, as the file says. */
  origin: z.string().nullable(),
  /** Codes in the file. */
  codes: z.int(),
  added: z.int(), changed: z.int(), same: z.int(),
  /** Codes of the untouched default codebook that made room. */
  retired: z.int(),
  /** What stands between the levels of names in a flat list, if that is how the file does it. */
  suggestedSeparator: z.enum(['::', '.']).nullable(),
  /** What could not be taken as it was, in whole sentences. */
  remarks: z.array(z.string()),
  rows: z.array(z.object({ name: z.string(), key: z.string(), depth: z.int(), act: z.enum(['add', 'change', 'same']) })),
});
export type CodebookImport = z.infer<typeof CodebookImport>;
