import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { procedure } from './errors.ts';
import { BriefingFormat, Claim, Story } from '../model/briefing.ts';
import { JobProgress } from '../model/job.ts';

/** The board briefing: a story decided from the data, edited by a person, written as files. */
export const briefing = {
  story: procedure.output(Story),
  /** The user's own words, order or a hidden slide; null takes a generated text back. */
  editSlide: procedure
    .input(z.strictObject({ slideId: z.string().max(100), title: z.string().max(400).nullable().optional(), lead: z.string().max(2000).nullable().optional(), bullets: z.array(z.string().max(600)).max(12).nullable().optional(), isHidden: z.boolean().optional() }))
    .output(Story),
  moveSlide: procedure.input(z.strictObject({ slideId: z.string().max(100), by: z.union([z.literal(-1), z.literal(1)]) })).output(Story),
  /** Writes the file; the host then offers `exportId` for saving. */
  export: procedure
    .input(z.strictObject({ format: BriefingFormat }))
    .output(eventIterator(JobProgress, z.object({ exportId: z.string(), name: z.string(), size: z.number(), slides: z.int(), claims: z.array(Claim) }))),
};
