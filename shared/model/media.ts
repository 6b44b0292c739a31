import { z } from 'zod';

/** A recording. `playable` false means that no decoder of the player reads it; it is kept and named all the same. */
export const Media = z.object({
  id: z.string(), name: z.string(), size: z.number(), format: z.string(), playable: z.boolean(),
  durationMs: z.number().nullable(), channels: z.int().nullable(), sampleRate: z.number().nullable(),
  /** False while the file is not where it was. */
  isPresent: z.boolean(),
});
export type Media = z.infer<typeof Media>;

/** Lowest and highest sample per step and channel, -127..127, interleaved min, max. */
export const Peaks = z.object({
  stepMs: z.number(), fromMs: z.number(),
  channels: z.array(z.array(z.int().min(-128).max(127))),
});
export type Peaks = z.infer<typeof Peaks>;

/** Values of one channel: at most 15 minutes in steps of 20 ms. */
const channelPeaks = z.array(z.int().min(-127).max(127)).min(2).max(100_000);

/** The peaks of a whole recording as the page measures them: one or two channels of the same length. */
export const MeasuredPeaks = z.strictObject({
  stepMs: z.int().min(10).max(200),
  channels: z.array(channelPeaks).min(1).max(2).refine((channels) => channels.every(({ length }) => length % 2 === 0 && length === channels[0]?.length)),
});
export type MeasuredPeaks = z.infer<typeof MeasuredPeaks>;
