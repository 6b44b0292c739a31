import { z } from 'zod';
import { Unit } from './envelope.ts';

const words = { title: z.string(), description: z.string() };
const limits = { lo: z.number().nullable(), hi: z.number().nullable() };

/** A month of a figure: a share 0..1, or whatever the plot's unit is; limits null where none are drawn. */
const PlotMonth = z.object({ label: z.string(), value: z.number(), n: z.int(), lcl: z.number().nullable(), ucl: z.number().nullable(), isSignal: z.boolean() });

/** A step of a waterfall, from where the one before it ended; `left` is what remains. Money. */
export const PlotStep = z.object({ label: z.string(), amount: z.number(), from: z.number(), to: z.number(), kind: z.enum(['earned', 'lost', 'left']) });
export type PlotStep = z.infer<typeof PlotStep>;

/** What a chart of a slide draws; every writer draws the same figures. */
export const Plot = z.discriminatedUnion('kind', [
  /** Months in a line, between control limits where there are some. */
  z.object({ kind: z.literal('control'), ...words, unit: Unit, centre: z.number().nullable(), months: z.array(PlotMonth) }),
  /** Groups by their two scores, 0-100. */
  z.object({ kind: z.literal('quadrant'), ...words, threshold: z.number(), groups: z.array(z.object({ label: z.string(), n: z.int(), technical: z.number(), emotional: z.number() })) }),
  /** How one sum of money becomes another. */
  z.object({ kind: z.literal('waterfall'), ...words, currency: z.string().nullable(), steps: z.array(PlotStep) }),
  /** Kaplan-Meier: share per group on days that all groups share; null where too few are followed. */
  z.object({
    kind: z.literal('survival'), ...words, days: z.array(z.int()),
    groups: z.array(z.object({ label: z.string(), n: z.int(), shares: z.array(z.number().nullable()), at: z.array(z.object({ day: z.int(), share: z.number(), ...limits, atRisk: z.int() })) })),
  }),
  /** Parts of one whole, the largest first, and how much of it they reach together; money in `currency`, else counted. */
  z.object({ kind: z.literal('pareto'), ...words, currency: z.string().nullable(), rows: z.array(z.object({ label: z.string(), owner: z.string().nullable(), amount: z.number(), share: z.number(), cumulative: z.number() })) }),
  /** A figure by part. `of` names the parts. */
  z.object({ kind: z.literal('bars'), ...words, unit: Unit, of: z.string(), rows: z.array(z.object({ label: z.string(), n: z.int(), value: z.number(), ...limits })) }),
  /** Who passed whom: interactions in the four cells of the square. */
  z.object({ kind: z.literal('square'), ...words, both: z.int(), companyOnly: z.int(), customerOnly: z.int(), neither: z.int() }),
]);
export type Plot = z.infer<typeof Plot>;
export type PlotOf<K extends Plot['kind']> = Extract<Plot, { kind: K }>;
