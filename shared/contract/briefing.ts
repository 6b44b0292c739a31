import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { procedure } from './errors.ts';
import { Seen, seen } from '../commands/edit.ts';
import { BriefingComparison, BriefingFormat, BriefingSize, BriefingTemplate, BriefingTheme, Claim, Story } from '../model/briefing.ts';
import { BriefingChart } from '../model/briefing-chart.ts';
import { JobProgress } from '../model/job.ts';

/** The story with the version of every word, place and choice of a person's own: what a change of it rests on. */
const StoryInHand = Story.extend({ seen: Seen });
export type StoryInHand = z.infer<typeof StoryInHand>;

const slideId = z.string().max(100);
const look = { template: BriefingTemplate.optional(), size: BriefingSize.optional() };

/** The board briefing: a story decided from the data, edited by a person, written as files. Every change can be undone. */
export const briefing = {
  story: procedure.output(StoryInHand),
  /** The user's own words, or a hidden slide; null takes a generated text back. */
  editSlide: procedure
    .input(z.strictObject({ slideId, title: z.string().max(400).nullable().optional(), lead: z.string().max(2000).nullable().optional(), bullets: z.array(z.string().max(600)).max(12).nullable().optional(), isHidden: z.boolean().optional(), seen }))
    .output(StoryInHand),
  /** Moves a slide by so many places, up to either end. */
  moveSlide: procedure.input(z.strictObject({ slideId, by: z.int().min(-100).max(100), seen })).output(StoryInHand),
  /** A slide of the user's own behind another one, or at the end. */
  addSlide: procedure.input(z.strictObject({ afterId: slideId.nullable() })).output(z.object({ slideId: z.string(), story: StoryInHand })),
  /** A chart of a screen as a slide of its own, with its figures; one that is there already is not put in twice. */
  addChart: procedure.input(z.strictObject({ chart: BriefingChart })).output(z.object({ slideId: z.string(), isNew: z.boolean(), story: StoryInHand })),
  /** Takes one of the user's own slides away, or a chart that was brought in; generated ones can only be hidden. */
  removeSlide: procedure.input(z.strictObject({ slideId, seen })).output(StoryInHand),
  /** How much is told, on what size, in which colours and fonts; a theme of null is the house's own. */
  choose: procedure.input(z.strictObject({ ...look, theme: BriefingTheme.nullable().optional(), seen })).output(StoryInHand),
  /** The company's logo, a PNG or JPEG of at most 512 kB; null takes it away. */
  setLogo: procedure.input(z.strictObject({ fileId: z.string().max(100).nullable(), seen })).output(StoryInHand),
  /** Opens an exported briefing again and compares each claim that travels in it with the data of today. */
  compare: procedure.input(z.strictObject({ fileId: z.string().max(100) })).output(BriefingComparison),
  /** Writes the file; the host then offers `exportId` for saving. Template and size are those chosen, unless named here. */
  export: procedure
    .input(z.strictObject({ format: BriefingFormat, ...look }))
    .output(eventIterator(JobProgress, z.object({ exportId: z.string(), name: z.string(), size: z.number(), slides: z.int(), claims: z.array(Claim) }))),
};
