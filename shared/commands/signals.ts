import { z } from 'zod';
import { defineCommand } from './command.ts';
import { addsSomething, type Edit, neverEdited, rests, thing } from './edit.ts';
import { LoopRow } from '../model/loop.ts';
import { Subject } from '../model/subject.ts';

const time = z.iso.datetime();

/** What was decided about a signal, and why. */
export const markParts = thing<{ state: 'watched' | 'dismissed' | 'cause'; reason: string | null }>({ mark: ['state', 'reason'] });
/** The stages of a loop; a verification holds for the change that it was made about. */
export const loopParts = thing<LoopRow>({
  heardOn: ['heardOn'], owner: ['owner', 'assignedOn'], decision: ['decision', 'decidedOn'], change: ['changeMade', 'changedOn', 'verifiedOn', 'verification'],
});
type LoopChange = { subject: string; loop: LoopRow | null };
const writesLoop: Edit<LoopChange> = {
  kind: 'writes', isOpen: false,
  of: ({ loop }) => loopParts.of(loop),
  put: ({ subject, loop }, parts) => ({ subject, loop: loop === null ? null : loopParts.put(loop, parts) }),
};

/** A text rule that is watched week by week: words as the search takes them. */
export const addRule = defineCommand('rule.add', z.strictObject({
  id: z.string().min(1).max(100), name: z.string().min(1).max(120), words: z.string().min(1).max(500), createdAt: time, createdBy: z.string().min(1).max(200),
}), addsSomething);
export const removeRule = defineCommand('rule.remove', z.strictObject({ id: z.string().min(1).max(100) }), neverEdited);

/** What a person decided about one signal, for the onset it had then; `mark` null takes it away. */
export const markSignal = defineCommand('signal.mark', z.strictObject({
  subject: Subject,
  mark: z.strictObject({
    onset: z.iso.date(), state: z.enum(['watched', 'dismissed', 'cause']), reason: z.string().max(1000).nullable(),
    codeId: z.string().max(100).nullable(), markedAt: time, markedBy: z.string().min(1).max(200),
  }).nullable(),
}), rests);

/** Who answers for a cause or signal, what was decided and changed, and whether it showed; `loop` null takes it away. */
export const changeLoop = defineCommand('loop.change', z.strictObject({ subject: Subject, loop: LoopRow.nullable() }), writesLoop);
