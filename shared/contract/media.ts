import { z } from 'zod';
import { procedure } from './errors.ts';
import { MeasuredPeaks, Peaks } from '../model/media.ts';

const mediaId = z.string().min(1).max(100);

/** Recordings. The sound itself comes from the host's media address, never through this contract. */
export const media = {
  /** The waveform between two times at the resolution asked for; null until it has been measured. */
  peaks: procedure
    .input(z.strictObject({ mediaId, fromMs: z.number().min(0), toMs: z.number().min(0), points: z.int().min(10).max(4000) }))
    .output(Peaks.nullable()),
  /** Reads a recording once and stores its waveform. */
  measure: procedure.input(z.strictObject({ mediaId })).output(z.object({ measured: z.boolean(), reason: z.string().nullable() })),
  /** Keeps a waveform that the page measured with the browser's decoder, where the engine has none. Not kept while places of it are hidden. */
  keepPeaks: procedure.input(z.strictObject({ mediaId, peaks: MeasuredPeaks })).output(z.object({ kept: z.boolean() })),
};
