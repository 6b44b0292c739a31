import { z } from 'zod';
import { procedure } from './errors.ts';
import { seen } from '../commands/edit.ts';
import { CauseDetail, CauseReport, CauseWeight, ValueSide } from '../model/cause.ts';
import { CostMethod, CostReport } from '../model/cost.ts';
import { FeeBasis, FeeBeliefs, FeeInputs, FeeOutcome, FeeScenarioSaved } from '../model/fee.ts';
import { Statement, StatementState } from '../model/statement.ts';
import { InteractionFilter } from '../model/interaction-filter.ts';

const id = z.string().min(1).max(200);
const seed = z.int().min(0).max(2 ** 32 - 1).optional();
const days = { from: z.iso.date().optional(), to: z.iso.date().optional() };

/** From cause to owner to money: what stands behind contacts, what it costs, who answers for it. */
export const causes = {
  /** The root-cause Pareto. */
  report: procedure.input(z.strictObject({ weight: CauseWeight, method: CostMethod, filter: InteractionFilter })).output(CauseReport),
  /** One cause in depth, by id or short form. */
  detail: procedure.input(z.strictObject({ code: id, filter: InteractionFilter })).output(CauseDetail),
  /** Puts a cause between value and irritation; null takes the person's word back. */
  place: procedure.input(z.strictObject({ code: id, value: z.strictObject({ customer: ValueSide, company: ValueSide }).nullable(), seen })).output(z.object({ placed: z.boolean() })),
  /** What service cost, by owner and cause. Counts whole months: those that the days touch. */
  cost: procedure.input(z.strictObject({ method: CostMethod, ...days })).output(CostReport),
  /** Every statement, newest first. */
  statements: procedure.output(z.array(Statement)),
  /** Drafts what one owner is told of a period, as the figures stand now. */
  draftStatement: procedure.input(z.strictObject({ owner: z.string().min(1).max(200), method: CostMethod, ...days })).output(Statement),
  moveStatement: procedure.input(z.strictObject({ id, state: StatementState, reason: z.string().max(2000).nullable(), seen })).output(Statement),
  removeStatement: procedure.input(z.strictObject({ id, seen })).output(z.object({ removed: z.boolean() })),
  /** Writes a statement as a workbook; the host then offers `exportId` for saving. */
  exportStatement: procedure.input(z.strictObject({ id })).output(z.object({ exportId: z.string(), name: z.string(), size: z.number() })),
  /** Fields of customers, with their values, that could say who is charged. */
  feeFields: procedure.output(z.array(z.object({ field: z.string(), values: z.array(z.string()) }))),
  /** Inputs of the fee simulator from the project's data: the contacts of a cause, since the day a fee began. */
  feeInputs: procedure.input(z.strictObject({ code: id, startsOn: z.iso.date(), charged: z.strictObject({ field: z.string().min(1).max(200), value: z.string().max(200) }).nullable() })).output(FeeInputs),
  /** What a fee earns, with its uncertainty; the same seed gives the same figures. */
  feeRun: procedure.input(z.strictObject({ beliefs: FeeBeliefs, seed })).output(FeeOutcome),
  fees: procedure.output(z.array(FeeScenarioSaved)),
  saveFee: procedure.input(z.strictObject({ name: z.string().min(1).max(100), beliefs: FeeBeliefs, seed, basis: FeeBasis.nullable().default(null), seen })).output(FeeScenarioSaved),
  removeFee: procedure.input(z.strictObject({ id, seen })).output(z.object({ removed: z.boolean() })),
};
