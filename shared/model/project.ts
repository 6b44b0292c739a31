import { z } from 'zod';

/** A project file that the host knows. `id` is the host's; no path crosses the contract. */
export const ProjectEntry = z.object({ id: z.string(), name: z.string(), isOpen: z.boolean(), isPresent: z.boolean() });
export type ProjectEntry = z.infer<typeof ProjectEntry>;

export const ProjectInfo = z.object({
  id: z.string(), name: z.string(), isSample: z.boolean(), isReadOnly: z.boolean(), isEncrypted: z.boolean(),
  /** One sentence when opening repaired something. */
  recovered: z.string().nullable(),
  savedAt: z.string(),
  undo: z.object({ name: z.string(), interactionId: z.string().nullable() }).nullable(),
  redo: z.object({ name: z.string(), interactionId: z.string().nullable() }).nullable(),
  counts: z.object({
    interactions: z.int(), withAudio: z.int(), withTranscript: z.int(), evaluated: z.int(), answered: z.int(), matched: z.int(),
    surveys: z.int(), surveysLinked: z.int(), surveysAmbiguous: z.int(), customers: z.int(), agents: z.int(),
    tags: z.int(), quotes: z.int(), beliefs: z.int(), purchases: z.int(), rolesUnsure: z.int(),
  }),
  firstAt: z.string().nullable(), lastAt: z.string().nullable(),
  lastImport: z.object({ id: z.string(), at: z.string(), imported: z.int(), setAside: z.int() }).nullable(),
});
export type ProjectInfo = z.infer<typeof ProjectInfo>;
