import { z } from 'zod';
import { procedure } from './errors.ts';
import { CauseDetail, CauseReport, CauseWeight, ValueSide } from '../model/cause.ts';
import { CostMethod, CostReport } from '../model/cost.ts';
import { Statement, StatementState } from '../model/statement.ts';
import { InteractionFilter } from '../model/interaction-filter.ts';

const id = z.string().min(1).max(200);
const days = { from: z.iso.date().optional(), to: z.iso.date().optional() };

/** From cause to owner to money: what stands behind contacts, what it costs, who answers for it. */
export const causes = {
  /** The root-cause Pareto. */
  report: procedure.input(z.strictObject({ weight: CauseWeight, method: CostMethod, filter: InteractionFilter })).output(CauseReport),
  /** One cause in depth, by id or short form. */
  detail: procedure.input(z.strictObject({ code: id, filter: InteractionFilter })).output(CauseDetail),
  /** Puts a cause between value and irritation; null takes the person's word back. */
  place: procedure.input(z.strictObject({ code: id, value: z.strictObject({ customer: ValueSide, company: ValueSide }).nullable() })).output(z.object({ placed: z.boolean() })),
  /** What service cost, by owner and cause. Counts whole months: those that the days touch. */
  cost: procedure.input(z.strictObject({ method: CostMethod, ...days })).output(CostReport),
  /** Every statement, newest first. */
  statements: procedure.output(z.array(Statement)),
  /** Drafts what one owner is told of a period, as the figures stand now. */
  draftStatement: procedure.input(z.strictObject({ owner: z.string().min(1).max(200), method: CostMethod, ...days })).output(Statement),
  moveStatement: procedure.input(z.strictObject({ id, state: StatementState, reason: z.string().max(2000).nullable() })).output(Statement),
  removeStatement: procedure.input(z.strictObject({ id })).output(z.object({ removed: z.boolean() })),
  /** Writes a statement as a workbook; the host then offers `exportId` for saving. */
  exportStatement: procedure.input(z.strictObject({ id })).output(z.object({ exportId: z.string(), name: z.string(), size: z.number() })),
};
