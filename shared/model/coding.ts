import { z } from 'zod';
import { CueJudgement } from './empathy.ts';
import { Tag } from './moment.ts';

const id = z.string().min(1).max(200);
const origin = { id, createdAt: z.string().max(40), createdBy: z.string().min(1).max(200), /** By its external id: every project has ids of its own. */ interaction: z.string().min(1).max(200) };

/** One thing that a coder marked, as another project can take it in: interactions and codes by what people call them. */
export const CodedMark = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tag'), ...origin, code: z.string().min(1).max(100), ...Tag.pick({ startMs: true, endMs: true, turnSeq: true, charStart: true, charEnd: true, note: true, severity: true, outcome: true }).shape }),
  z.strictObject({ kind: z.literal('cue'), ...origin, turnSeq: z.int().min(0), ...CueJudgement.shape }),
]);
export type CodedMark = z.infer<typeof CodedMark>;

/** What came of merging another project's coding. Nothing here is written over. */
export const CodingMerge = z.object({
  added: z.int(), same: z.int(),
  /** Marks that both projects know and that differ: what stands here stays. */
  conflicts: z.array(z.object({ mine: CodedMark, theirs: CodedMark, differs: z.array(z.string()) })),
  /** Marks that find no place here. */
  setAside: z.array(z.object({ mark: CodedMark, reason: z.enum(['noInteraction', 'noCode', 'noTurn']) })),
});
export type CodingMerge = z.infer<typeof CodingMerge>;
