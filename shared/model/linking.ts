import { z } from 'zod';

/** What linked and unlinked interactions are compared on. */
export const LinkTrait = z.enum(['channel', 'queue', 'month', 'team', 'duration']);
export type LinkTrait = z.infer<typeof LinkTrait>;

/**
 * One value of one trait among interactions with a linked survey and among those without. `difference` is linked minus
 * unlinked: of shares (0-1) with its interval, or of mean seconds for the duration. `smd` is the standardised difference.
 */
export const LinkComparisonRow = z.object({
  trait: LinkTrait, value: z.string().nullable(),
  linked: z.number().nullable(), unlinked: z.number().nullable(),
  difference: z.number().nullable(), ci: z.tuple([z.number(), z.number()]).nullable(), smd: z.number().nullable(),
  /** Interactions of either side on which the trait is known. */
  nLinked: z.int(), nUnlinked: z.int(),
});
export type LinkComparisonRow = z.infer<typeof LinkComparisonRow>;

/** Whether the interactions that customers spoke about are like the others; figures of surveys hold for the others only if they are. */
export const LinkComparison = z.object({ linked: z.int(), unlinked: z.int(), rows: z.array(LinkComparisonRow) });
export type LinkComparison = z.infer<typeof LinkComparison>;
