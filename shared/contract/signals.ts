import { z } from 'zod';
import { procedure } from './errors.ts';
import { seen } from '../commands/edit.ts';
import { Code } from '../model/code.ts';
import { Loop, LoopRow } from '../model/loop.ts';
import { SignalReport } from '../model/signal.ts';
import { Subject } from '../model/subject.ts';

const Rule = z.object({ id: z.string(), name: z.string(), words: z.string(), createdAt: z.string(), createdBy: z.string() });
const about = { subject: Subject };

/** What is starting, what people decided about it, and whether listening changed anything. */
export const signals = {
  list: procedure.output(SignalReport),
  /** `watched` and `dismissed` hold for this onset; a later one is open again. A dismissal says why. */
  mark: procedure
    .input(z.strictObject({ ...about, onset: z.iso.date(), state: z.enum(['watched', 'dismissed']), reason: z.string().max(1000).nullable(), seen }))
    .output(z.object({ marked: z.boolean() })),
  unmark: procedure.input(z.strictObject({ ...about, seen })).output(z.object({ marked: z.boolean() })),
  /** Makes a cause of a rule or of new words: a code to listen for, and the signal says that it has become one. One undo takes both back. */
  makeCause: procedure
    .input(z.strictObject({ ...about, onset: z.iso.date(), key: z.string().min(1).max(40), name: z.string().min(1).max(120), owner: z.string().max(120).nullable(), seen }))
    .output(Code),
  rules: procedure.output(z.array(Rule)),
  /** Words as the search takes them: `"a phrase"`, `role:customer`. */
  addRule: procedure.input(z.strictObject({ name: z.string().min(1).max(120), words: z.string().min(1).max(500) })).output(Rule),
  removeRule: procedure.input(z.strictObject({ id: z.string().min(1).max(100) })).output(z.object({ removed: z.boolean() })),
  /** The loop of a cause or signal, begun or not. */
  loop: procedure.input(z.strictObject(about)).output(Loop),
  changeLoop: procedure.input(z.strictObject({ ...about, loop: LoopRow.omit({ verifiedOn: true, verification: true }), seen })).output(Loop),
  /** Says "verified": refused unless four complete weeks have passed since the change and the later rate is lower by the same test. */
  verifyLoop: procedure.input(z.strictObject({ ...about, seen })).output(Loop),
};
