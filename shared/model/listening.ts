import { z } from 'zod';

/** A stretch that was really heard, in milliseconds of the recording, and how fast it was played. */
export const HeardSpan = z.object({ startMs: z.number().min(0), endMs: z.number().min(0), speed: z.number().gt(0).max(10) });
export type HeardSpan = z.infer<typeof HeardSpan>;

/** How much of an interaction was heard. `share` 0..1 is null without a known length, `meanSpeed` and `fastest` while nothing was heard. */
export const Listening = z.object({
  heardMs: z.number(), share: z.number().nullable(), meanSpeed: z.number().nullable(), fastest: z.number().nullable(), spans: z.array(HeardSpan),
});
export type Listening = z.infer<typeof Listening>;
