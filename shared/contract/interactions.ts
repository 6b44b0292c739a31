import { z } from 'zod';
import { procedure } from './errors.ts';
import { seen } from '../commands/edit.ts';
import { TimePoint } from '../commands/transcript.ts';
import { Evaluation } from '../model/evaluation.ts';
import { Interaction, InteractionRow, type Turn } from '../model/interaction.ts';
import { InteractionFilter, InteractionSort } from '../model/interaction-filter.ts';
import { Media } from '../model/media.ts';
import { Note, Quote, Tag } from '../model/moment.ts';
import { PackedTurns, unpackTurns } from '../model/packed-turns.ts';
import { SurveyResponse } from '../model/survey.ts';

const id = z.string().min(1).max(200);
const where = { filter: InteractionFilter, sort: InteractionSort.optional() };

/** One interaction with all that is known of it, as it travels: its turns as one text. */
export const InteractionAnswer = z.object({
  interaction: Interaction, turns: PackedTurns, tags: z.array(Tag), quotes: z.array(Quote), notes: z.array(Note),
  evaluations: z.array(Evaluation), surveys: z.array(SurveyResponse), media: z.array(Media),
  /** What was left out: the customer's scores and survey words, the agent's name, what others scored. */
  hidden: z.object({ customer: z.boolean(), agent: z.boolean(), evaluations: z.boolean() }),
});
export type InteractionAnswer = z.infer<typeof InteractionAnswer>;

/** One interaction with all that is known of it. */
export type InteractionWhole = Omit<InteractionAnswer, 'turns'> & { turns: Turn[] };

/** The interaction with its turns one by one. */
export function wholeInteraction(answer: InteractionAnswer): InteractionWhole {
  return { ...answer, turns: unpackTurns(answer.turns) };
}

/** Calls, chats, e-mails and letters: find them, list them, read them. */
export const interactions = {
  page: procedure
    .input(z.strictObject({ ...where, offset: z.int().min(0), limit: z.int().min(1).max(500) }))
    .output(z.object({ total: z.int(), rows: z.array(InteractionRow) })),
  /** What the filters can offer, with counts under the filter's other keys. */
  facets: procedure.input(z.strictObject({ filter: InteractionFilter })).output(z.object({
    fields: z.array(z.object({ field: z.string(), values: z.array(z.object({ value: z.string().nullable(), n: z.int() })) })),
    otherFields: z.array(z.string()),
  })),
  /**
   * By id or external id. `isBlind` leaves out what the customer said in surveys (true) or asks for it all the same
   * (false); without it, an interaction that waits in a blind queue is blind.
   */
  get: procedure.input(z.strictObject({ id, isBlind: z.boolean().optional() })).output(InteractionAnswer),
  /** What was marked in one interaction, without its turns: all that a tag, quote or note changes. */
  moments: procedure.input(z.strictObject({ id })).output(InteractionAnswer.pick({ tags: true, quotes: true, notes: true })),
  /** The neighbours of an interaction in a list. Positions count from 1. */
  neighbours: procedure.input(z.strictObject({ id, ...where }))
    .output(z.object({ previousId: z.string().nullable(), nextId: z.string().nullable(), position: z.int().nullable(), total: z.int() })),
  /** Full text: words, `"a phrase"`, `role:customer`. */
  search: procedure
    .input(z.strictObject({ words: z.string().min(1).max(500), filter: InteractionFilter.optional(), offset: z.int().min(0), limit: z.int().min(1).max(200) }))
    .output(z.object({
      total: z.int(),
      hits: z.array(z.object({
        interactionId: z.string(), externalId: z.string(), turnSeq: z.int(), role: z.string(), startMs: z.number().nullable(),
        snippet: z.array(z.object({ text: z.string(), isHit: z.boolean() })),
      })),
    })),
  /** Says who is who: relabels one turn, one speaker or the whole interaction, swaps agent and customer, or (role null) confirms the roles as they are. */
  relabel: procedure
    .input(z.strictObject({ id, speaker: z.string().max(200).nullable(), turnSeq: z.int().min(0).nullable(), role: z.enum(['agent', 'customer', 'bot', 'ivr', 'system']).nullable(), swap: z.boolean().optional(), seen }))
    .output(z.object({ changed: z.int() })),
  /** Puts right what a turn says; what came in is kept as `original`. With the original's own words it is as it came. */
  correct: procedure.input(z.strictObject({ id, turnSeq: z.int().min(0), text: z.string().trim().min(1).max(100_000), seen })).output(z.object({ changed: z.boolean() })),
  /** Moves the times of the transcript onto the recording, from one point or two. */
  shiftTimes: procedure.input(z.strictObject({ id, points: z.array(TimePoint).min(1).max(2), seen })).output(z.object({ shifted: z.boolean() })),
};
