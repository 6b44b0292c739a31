import { z } from 'zod';
import { Envelope } from './envelope.ts';

/**
 * Why there is no value by purchases: nobody has bought; somebody cancels, but no renewal shows who stays; fewer than 500
 * buyers; a history shorter than two usual times between purchases; no optimum; no trial on the last quarter of the time;
 * several currencies; purchases without an amount above zero; spending that goes with how often somebody buys.
 */
export const PurchaseRefusal = z.enum([
  'no_purchases', 'subscriptions', 'few_customers', 'short_history', 'not_identified', 'untried', 'mixed_currencies', 'no_amounts', 'value_depends',
]);
export type PurchaseRefusal = z.infer<typeof PurchaseRefusal>;

/** What a customer may still bring by a model of how customers stay or come back, and how the model did on time that it did not know. */
export const ModelValue = z.object({
  value: Envelope, currency: z.string().nullable(),
  /** By what customers are seen to be there: contracts that are renewed, or purchases as they come. Null without any purchase. */
  basis: z.enum(['contracts', 'purchases']).nullable(),
  /** `sbg`: retention differs between customers; `constant`: the data tell no difference; `bgnbd`: purchases without a contract. Null without a model. */
  method: z.enum(['sbg', 'constant', 'bgnbd']).nullable(),
  /** By contracts: discounted years still to come for somebody with as many renewals, and the retention of a year where it is one for all. */
  years: z.number().nullable(), retention: z.number().nullable(),
  /** Margin of the 365 days up to the last purchase of the project. */
  yearMargin: z.number().nullable(), leftOn: z.string().nullable(),
  /**
   * By purchases: how many are expected of the customer in the `years` to come, at what margin each, after `bought` days on which they
   * bought. `stillBuys` is the chance that they have not stopped; null for who bought once, of whom the model cannot tell.
   */
  ahead: z.object({ purchases: z.number(), years: z.number(), each: z.number().nullable(), bought: z.int(), stillBuys: z.number().nullable() }).nullable(),
  /** By purchases: the parameters of BG/NBD, alpha in weeks, and of Gamma-Gamma, v in the currency; as `stats bgnbd_conditional` and `gamma_gamma` take them. */
  fitted: z.object({
    r: z.number(), alpha: z.number(), a: z.number(), b: z.number(), spend: z.object({ p: z.number(), q: z.number(), v: z.number() }).nullable(),
  }).nullable(),
  refusal: PurchaseRefusal.nullable(),
  /**
   * The last quarter of the time, told by the three before it. `stayed`: shares of the customers of its first day who stayed to its
   * end; `purchases`: how many the customers known on its first day made in it.
   */
  holdOut: z.object({ of: z.enum(['stayed', 'purchases']), from: z.string(), to: z.string(), customers: z.int(), predicted: z.number(), observed: z.number() }).nullable(),
});
export type ModelValue = z.infer<typeof ModelValue>;
