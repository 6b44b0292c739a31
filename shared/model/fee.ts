import { z } from 'zod';
import { Envelope } from './envelope.ts';

/** What someone believes about an input: low <= mode <= high. */
export const Estimate = z.strictObject({ low: z.number(), mode: z.number(), high: z.number() })
  .refine(({ low, mode, high }) => low <= mode && mode <= high, 'An estimate goes from low over likely to high.');
export type Estimate = z.infer<typeof Estimate>;

/** The inputs of the fee simulator, in the order of its formula. Shares and probabilities 0..1; money in one currency. */
export const feeInputNames = [
  'customers', 'shareCharged', 'fee', 'waivedShare', 'contactsPerCharged', 'costPerContact', 'creditPerContact', 'extraChurn', 'marginPerCustomerYear', 'yearsLost', 'discount', 'oneOff',
] as const;
export const FeeInput = z.enum(feeInputNames);
export type FeeInput = z.infer<typeof FeeInput>;

/** A belief for every input. `fee` is what one charged customer pays over the period. */
export const FeeBeliefs = z.strictObject({
  customers: Estimate, shareCharged: Estimate, fee: Estimate, waivedShare: Estimate, contactsPerCharged: Estimate, costPerContact: Estimate, creditPerContact: Estimate,
  extraChurn: Estimate, marginPerCustomerYear: Estimate, yearsLost: Estimate, discount: Estimate, oneOff: Estimate,
});
export type FeeBeliefs = z.infer<typeof FeeBeliefs>;

/** An input taken from the project, or a stated assumption. `not_shown`: the interval of the effect includes none; `pre_trend`: the groups parted before. */
export const FeeSource = z.object({ input: FeeInput, from: z.enum(['data', 'assumption']), figure: Envelope.nullable(), flags: z.array(z.string()) });
export type FeeSource = z.infer<typeof FeeSource>;

export const FeeInputs = z.object({
  beliefs: FeeBeliefs, sources: z.array(FeeSource), currency: z.string().nullable(),
  /** Days that contacts were compared for, before and after the start. */
  comparedDays: z.int(),
});
export type FeeInputs = z.infer<typeof FeeInputs>;

export const FeeOutcome = z.object({
  /** At the likely value of every input. */
  net: z.number().nullable(), charged: z.number(), revenue: z.number(), refunds: z.number(), contacts: z.number(), contactCost: z.number(), credits: z.number(), churnCost: z.number(), oneOff: z.number(),
  breakEvenContacts: z.number().nullable(), breakEvenChurn: z.number().nullable(),
  /** Over all draws: mean, the middle 80 %, and the share of draws in which the fee loses money. */
  meanNet: z.number().nullable(), lo: z.number().nullable(), hi: z.number().nullable(), chanceOfLoss: z.number().nullable(), draws: z.int(), seed: z.int(),
  /** Net with one input at its 10 % and 90 % value and all others likely; widest first. */
  tornado: z.array(z.object({ input: FeeInput, netAtLow: z.number().nullable(), netAtHigh: z.number().nullable() })),
});
export type FeeOutcome = z.infer<typeof FeeOutcome>;

/** What the inputs were taken from: the contacts with a cause since a day. */
export const FeeBasis = z.strictObject({ code: z.string().min(1).max(200), startsOn: z.iso.date() });
export type FeeBasis = z.infer<typeof FeeBasis>;

export const FeeScenarioSaved = z.object({
  id: z.string(), name: z.string(), beliefs: FeeBeliefs, seed: z.int(), savedAt: z.string(), savedBy: z.string(),
  /** Null where every input was typed. */
  basis: FeeBasis.nullable().default(null),
});
export type FeeScenarioSaved = z.infer<typeof FeeScenarioSaved>;
