import { z } from 'zod';
import { CueCandidate, CueJudgement, CueList, CueListMeasure, CuePhrase, EmpathyFigures, Opportunity } from '../model/empathy.ts';
import { procedure } from './errors.ts';
import { seen } from '../commands/edit.ts';

const id = z.string().min(1).max(200);

/** Empathy opportunities: customers' cues, offered by phrases and judged by listeners, and what became of them. */
export const empathy = {
  /**
   * What was judged in one interaction, and where the list offers a cue. Who scores it blind sees only their own. `isStopped`: looking
   * took too long with this list, so that cues may be missing.
   */
  ofInteraction: procedure.input(z.strictObject({ id })).output(z.object({ opportunities: z.array(Opportunity), candidates: z.array(CueCandidate), isStopped: z.boolean() })),
  /** Judges a customer's turn; who judged it before judges it anew. */
  judge: procedure.input(CueJudgement.extend({ interactionId: id, turnSeq: z.int().min(0), seen })).output(Opportunity),
  remove: procedure.input(z.strictObject({ id, seen })).output(z.object({ removed: z.boolean() })),
  /** Of one person or of everybody (null), of some days, both inclusive; null is open. */
  figures: procedure.input(z.strictObject({ agentId: id.nullable(), from: z.iso.date().nullable(), to: z.iso.date().nullable() })).output(EmpathyFigures),
  cueList: procedure.output(CueList.extend({ measure: CueListMeasure })),
  /** Puts another list in place of the project's; null goes back to the shipped one. */
  changeCueList: procedure.input(z.strictObject({ phrases: z.array(CuePhrase).min(1).max(600).nullable(), seen })).output(CueList),
};
