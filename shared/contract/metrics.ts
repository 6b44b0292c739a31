import { z } from 'zod';
import { procedure } from './errors.ts';
import { Envelope } from '../model/envelope.ts';
import { InteractionFilter, SegmentField } from '../model/interaction-filter.ts';

export const MetricName = z.string().min(2).max(60).regex(/^[a-z0-9][a-z0-9-]*$/);

/** Every other figure: what it means, its value, its parts, its course. */
export const metrics = {
  /** The metrics that exist. `label` and `definition` are keys of the locale files. */
  list: procedure.output(z.array(z.object({ name: MetricName, label: z.string(), definition: z.string(), unit: Envelope.shape.unit, direction: z.enum(['up', 'down', 'context']), isHeadline: z.boolean() }))),
  get: procedure
    .input(z.strictObject({ names: z.array(MetricName).max(60), filter: InteractionFilter }))
    .output(z.record(MetricName, Envelope)),
  /** One metric in depth: by segment, per month, and how its values are spread. */
  explore: procedure
    .input(z.strictObject({ name: MetricName, by: SegmentField.nullable(), filter: InteractionFilter }))
    .output(z.object({
      whole: Envelope,
      segments: z.array(z.object({ segment: z.string().nullable(), envelope: Envelope })),
      months: z.array(z.object({ month: z.string(), envelope: Envelope, isComplete: z.boolean() })),
      distribution: z.array(z.object({ label: z.string(), n: z.int() })),
    })),
};
