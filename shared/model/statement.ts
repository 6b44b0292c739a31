import { z } from 'zod';
import { CauseMoment } from './cause.ts';
import { CostMethod } from './cost.ts';

/** `disputed` is data, not an error: its reason is kept. */
export const StatementState = z.enum(['draft', 'sent', 'accepted', 'disputed']);
export type StatementState = z.infer<typeof StatementState>;

/** What a statement may become from each state. */
export const nextStates: Readonly<Record<StatementState, readonly StatementState[]>> = { draft: ['sent'], sent: ['accepted', 'disputed'], disputed: ['sent', 'accepted'], accepted: [] };

/** One cause on a statement: contacts, minutes and the price of a minute make its cost, and credits come on top. */
export const StatementLine = z.object({
  key: z.string(), name: z.string(), contacts: z.number(), repeats: z.number(), minutes: z.number(),
  serviceCost: z.number(), repeatCost: z.number(), credits: z.number(), total: z.number(),
});
export type StatementLine = z.infer<typeof StatementLine>;

/** A statement as it was drafted; it does not move when the data do. Money in `currency`, exact to the cent. */
export const StatementContent = z.object({
  currency: z.string().nullable(), method: CostMethod, mode: z.enum(['showback', 'chargeback']),
  total: z.number(), lo: z.number(), hi: z.number(), charged: z.number().nullable(),
  perMinute: z.number().nullable(), contacts: z.int(), codedShare: z.number().nullable(), alpha: z.number().nullable(),
  lines: z.array(StatementLine), moments: z.array(CauseMoment),
});
export type StatementContent = z.infer<typeof StatementContent>;

export const StatementStep = z.object({ id: z.string(), state: StatementState, reason: z.string().nullable(), at: z.string(), by: z.string() });
export type StatementStep = z.infer<typeof StatementStep>;

export const Statement = z.object({
  id: z.string(), owner: z.string(), firstMonth: z.string(), lastMonth: z.string(), state: StatementState,
  /** Why it is disputed, in the owner's words. */
  reason: z.string().nullable(),
  /** Every state in order, with who and when. */
  steps: z.array(StatementStep), content: StatementContent,
});
export type Statement = z.infer<typeof Statement>;
