import { z } from 'zod';
import { AfterEvent, OutcomeBy } from './afterwards.ts';
import { CauseWeight } from './cause.ts';
import { CostMethod } from './cost.ts';
import { FeeBasis, FeeBeliefs } from './fee.ts';
import { GapDefinition } from './gap.ts';
import { InteractionFilter, SegmentField } from './interaction-filter.ts';

const filter = InteractionFilter;
const topBox = z.union([z.literal(1), z.literal(2)]).nullable();
/** A metric by its name, and what the page calls it. */
const metric = { name: z.string().min(2).max(60), label: z.string().min(1).max(100), filter };

/** A chart of a screen as what was asked for it: the briefing asks again, so that its figures stay those of the data. */
export const BriefingChart = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('gapSegments'), definition: GapDefinition, by: SegmentField, topBox, filter }),
  z.strictObject({ of: z.literal('square'), topBox, filter }),
  z.strictObject({ of: z.literal('overTime'), filter }),
  z.strictObject({ of: z.literal('quadrant'), by: z.enum(['team', 'queue']), filter }),
  z.strictObject({ of: z.literal('belief'), topBox }),
  z.strictObject({ of: z.literal('nonResponse'), filter }),
  z.strictObject({ of: z.literal('metricSegments'), ...metric, by: SegmentField }),
  z.strictObject({ of: z.literal('metricMonths'), ...metric }),
  z.strictObject({ of: z.literal('metricSpread'), ...metric }),
  z.strictObject({ of: z.literal('pareto'), weight: CauseWeight, method: CostMethod, filter }),
  z.strictObject({ of: z.literal('owners'), method: CostMethod, from: z.iso.date().optional(), to: z.iso.date().optional() }),
  z.strictObject({ of: z.literal('causeWeeks'), code: z.string().min(1).max(200), filter }),
  z.strictObject({ of: z.literal('fee'), name: z.string().min(1).max(100).nullable(), currency: z.string().max(10).nullable(), beliefs: FeeBeliefs, seed: z.int().min(0).max(2 ** 32 - 1), basis: FeeBasis.nullable().default(null) }),
  z.strictObject({ of: z.literal('afterwards'), by: OutcomeBy, event: AfterEvent }),
]);
export type BriefingChart = z.infer<typeof BriefingChart>;
export type BriefingChartOf<K extends BriefingChart['of']> = Extract<BriefingChart, { of: K }>;
