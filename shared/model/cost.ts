import { z } from 'zod';
import { Envelope } from './envelope.ts';

/** `time-driven`: minutes at the price of a practical minute, unused capacity apart; `fully-loaded`: every contact the same. */
export const CostMethod = z.enum(['time-driven', 'fully-loaded']);
export type CostMethod = z.infer<typeof CostMethod>;

/** One cause of an owner with every factor of its cost. Money in the report's currency, exact to the cent. */
export const ChargeLine = z.object({
  code: z.string(), key: z.string(), name: z.string(), owner: z.string().nullable(),
  /** Contacts charged here, split 1/k over their causes: of their own, and repeats of episodes that this cause began. */
  contacts: z.number(), repeats: z.number(),
  minutes: z.number(), serviceCost: z.number(), repeatCost: z.number(), credits: z.number(), total: z.number(),
  /** The total with the interval that customers' differences give it, and the contacts behind it. */
  cost: Envelope,
});
export type ChargeLine = z.infer<typeof ChargeLine>;

export const OwnerCharge = z.object({
  owner: z.string(), total: z.number(), contacts: z.number(), repeats: z.number(), minutes: z.number(), credits: z.number(), cost: Envelope,
  /** What may be moved: nothing while it is showback, the lower limit while not every contact is coded, else the total. */
  charged: z.number().nullable(),
});
export type OwnerCharge = z.infer<typeof OwnerCharge>;

/** Showback tells, charge-back moves budget. Each condition with what was found. */
export const ChargeMode = z.object({
  mode: z.enum(['showback', 'chargeback']),
  codedShare: Envelope, codedEnough: z.boolean(),
  /** Krippendorff's alpha of the causes that two or more people coded on the same contacts. */
  agreement: z.object({ alpha: z.number().nullable(), lo: z.number().nullable(), units: z.int(), isReliable: z.boolean() }),
  disputesOpen: z.int(),
});
export type ChargeMode = z.infer<typeof ChargeMode>;

/** What service cost in a period and who answers for it; owners + unallocated + unused = total, to the cent. */
export const CostReport = z.object({
  method: CostMethod, currency: z.string().nullable(),
  /** First and last month that counts, `YYYY-MM`. */
  firstMonth: z.string().nullable(), lastMonth: z.string().nullable(), months: z.int(),
  total: z.number(), serviceCost: z.number(), credits: z.number(),
  owners: z.array(OwnerCharge), lines: z.array(ChargeLine),
  unallocated: z.number(),
  /** Why it is nobody's: nobody listened, the cause has no owner, or a credit follows no contact. */
  unallocatedParts: z.object({ uncoded: z.number(), noOwner: z.number(), looseCredits: z.number() }),
  unused: z.number(),
  /** The price of a minute over the period, and of a contact; the share of practical minutes that contacts used. */
  perMinute: Envelope, perContact: Envelope, utilisation: Envelope,
  mode: ChargeMode,
  /** `no_costs`, `no_capacity`, `over_capacity`, `mixed_currencies`, `minutes_estimated`, `months_without_cost`. */
  flags: z.array(z.string()),
  /** Contacts whose minutes come from the mean of their reason. */
  minutesEstimated: z.int(),
});
export type CostReport = z.infer<typeof CostReport>;
