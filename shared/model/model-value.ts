import { z } from 'zod';
import { Envelope } from './envelope.ts';

/** What a customer may still bring by a model of how customers stay, and how the model did on time that it did not know. */
export const ModelValue = z.object({
  value: Envelope, currency: z.string().nullable(),
  /** `sbg`: retention differs between customers; `constant`: the data tell no difference. Null without a model. */
  method: z.enum(['sbg', 'constant']).nullable(),
  /** Discounted years still to come for somebody with as many renewals, and the retention of a year where it is one for all. */
  years: z.number().nullable(), retention: z.number().nullable(),
  /** Margin of the 365 days up to the last purchase of the project. */
  yearMargin: z.number().nullable(), leftOn: z.string().nullable(),
  /** The last quarter of the time, told by the three before it: shares of the customers of its first day who stayed to its end. */
  holdOut: z.object({ from: z.string(), to: z.string(), customers: z.int(), predicted: z.number(), observed: z.number() }).nullable(),
});
export type ModelValue = z.infer<typeof ModelValue>;
