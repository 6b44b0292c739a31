import { z } from 'zod';
import { procedure } from './errors.ts';
import { seen } from '../commands/edit.ts';
import { CoachedPerson, CoachingRecord, CoachingReport, CoachingSession, Dispute, DisputeState } from '../model/coaching.ts';

const id = z.string().min(1).max(200);
const words = z.string().min(1).max(4000);

/** What one person should practise next, and whether it helped. Nobody is ranked. */
export const coaching = {
  /** Everybody who talks to customers, by team and name. */
  people: procedure.output(z.array(CoachedPerson)),
  /** One person's sheet of some days, both inclusive; null is open. */
  person: procedure
    .input(z.strictObject({ agentId: id, from: z.iso.date().nullable(), to: z.iso.date().nullable() }))
    .output(CoachingReport),
  /** The same sheet as a tagged PDF; the host then offers `exportId` for saving. */
  exportSheet: procedure
    .input(z.strictObject({ agentId: id, from: z.iso.date().nullable(), to: z.iso.date().nullable() }))
    .output(z.object({ exportId: z.string(), name: z.string(), size: z.number() })),
  addSession: procedure.input(CoachingRecord).output(CoachingSession),
  changeSession: procedure.input(CoachingRecord.extend({ id, seen })).output(CoachingSession),
  removeSession: procedure.input(z.strictObject({ id, seen })).output(z.object({ removed: z.boolean() })),
  /** Objects to a whole evaluation, or to one item of it; the evaluation is kept as it stands now. */
  dispute: procedure.input(z.strictObject({ evaluationId: id, item: z.string().max(100).nullable(), reason: words })).output(Dispute),
  settleDispute: procedure.input(z.strictObject({ id, state: DisputeState, answer: words, seen })).output(Dispute),
  withdrawDispute: procedure.input(z.strictObject({ id, seen })).output(z.object({ withdrawn: z.boolean() })),
};
