import { z } from 'zod';

export const CodeKind = z.enum(['cause', 'behaviour', 'event']);
export type CodeKind = z.infer<typeof CodeKind>;

/** One thing to listen for. `key` is the one- or two-letter (or longer) short form typed in the tag palette. */
export const Code = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  kind: CodeKind,
  dimension: z.enum(['technical', 'emotional']).nullable(),
  parentId: z.string().nullable(),
  owner: z.string().nullable(),
  controllableBy: z.string().nullable(),
  preventable: z.boolean().nullable(),
  definition: z.string(),
  examples: z.array(z.string()),
  /** Index into the palette of the theme, 0-11. */
  colour: z.int(),
  /** The digit that applies it while playing, 1-9. */
  quickSlot: z.int().nullable(),
  /** Times it was used. */
  uses: z.int(),
});
export type Code = z.infer<typeof Code>;
