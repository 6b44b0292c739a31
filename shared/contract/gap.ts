import { z } from 'zod';
import { procedure } from './errors.ts';
import { seen } from '../commands/edit.ts';
import { Definitions, GapDefinition, GapReport, Reliability } from '../model/gap.ts';
import { Envelope } from '../model/envelope.ts';
import { InteractionFilter, SegmentField } from '../model/interaction-filter.ts';

/** How far the company's view of its service is from the customer's. */
export const gap = {
  report: procedure
    .input(z.strictObject({
      definition: GapDefinition, by: SegmentField.nullable(), topBox: z.union([z.literal(1), z.literal(2)]).nullable(), filter: InteractionFilter,
    }))
    .output(GapReport),
  /** The matched gap per month with its control limits. */
  overTime: procedure.input(z.strictObject({ filter: InteractionFilter })).output(z.object({
    months: z.array(z.object({ month: z.string(), n: z.int(), gap: Envelope, blindSpot: Envelope, lcl: z.number().nullable(), ucl: z.number().nullable(), isSignal: z.boolean(), isComplete: z.boolean() })),
    centre: z.number().nullable(),
  })),
  /** Technical and emotional score per team, queue or agent. */
  quadrant: procedure.input(z.strictObject({ by: z.enum(['team', 'queue', 'agent']), filter: InteractionFilter })).output(z.object({
    threshold: z.number(),
    groups: z.array(z.object({ name: z.string().nullable(), n: z.int(), technical: Envelope, emotional: Envelope, customer: Envelope })),
    /** `uncertain`: within one standard error of measurement of the threshold; `unscored`: only one dimension is known. */
    counts: z.object({ rightAndWarm: z.int(), correctButCold: z.int(), kindButWrong: z.int(), neither: z.int(), uncertain: z.int(), unscored: z.int() }),
    /** How far raters agree; `sem` is the standard error of measurement in score points. */
    reliability: z.object({
      technical: Reliability.extend({ sem: z.number().nullable() }), emotional: Reliability.extend({ sem: z.number().nullable() }),
      items: z.array(Reliability.extend({ item: z.string() })),
    }),
  })),
  /** Who answered and who did not, compared on everything known of both. */
  nonResponse: procedure.input(z.strictObject({ filter: InteractionFilter })).output(z.object({
    invited: Envelope, responseRate: Envelope, raw: Envelope, weighted: Envelope,
    bounds: z.object({ lo: z.number(), hi: z.number() }).nullable(), breakEven: z.number().nullable(),
    differences: z.array(z.object({ name: z.string(), responders: z.number().nullable(), others: z.number().nullable(), smd: z.number().nullable(), flag: z.enum(['none', 'flag', 'red']) })),
    /** How often each agent's contacts are invited, with the 3-sigma limits about the overall share; outside both, somebody may choose. */
    invitedByAgent: z.array(z.object({ agent: z.string(), invited: z.int(), n: z.int(), lo: z.number(), hi: z.number(), isOutside: z.boolean() })),
  })),
  definitions: procedure.output(z.object({ definitions: Definitions, version: z.int(), changedAt: z.string().nullable() })),
  /** Changes what counts as good and answers with the headline before and after. */
  changeDefinitions: procedure.input(z.strictObject({ definitions: Definitions.partial(), seen }))
    .output(z.object({ definitions: Definitions, version: z.int(), before: Envelope, after: Envelope })),
};
