import { z } from 'zod';
import { Envelope } from './envelope.ts';
import { InteractionFilter } from './interaction-filter.ts';
import { Loop } from './loop.ts';
import { Subject } from './subject.ts';

/** Where something was heard first. */
export const FirstHeard = z.object({
  interactionId: z.string(), externalId: z.string(), at: z.string(), turnSeq: z.int().nullable(), startMs: z.number().nullable(), text: z.string().nullable(), hasAudio: z.boolean(),
});
export type FirstHeard = z.infer<typeof FirstHeard>;

/** Something that customers speak of more than they did. */
export const Signal = z.object({
  subject: Subject, kind: z.enum(['code', 'rule', 'words']), name: z.string(), owner: z.string().nullable(),
  /** `alert`: passed the test, the least ratio and the least excess. `watch`: above by chance alone less than 1 in 20, in two of three weeks. */
  level: z.enum(['alert', 'watch']),
  /** `spike`: conditional test with Benjamini-Hochberg; `limit`: over the limit of a scattered code (Laney); `drift`: EWMA. */
  how: z.enum(['spike', 'limit', 'drift', 'nominal']),
  state: z.enum(['open', 'watched', 'dismissed', 'cause']), stateReason: z.string().nullable(),
  /** First day of the first week that stood out, and complete weeks from then on. */
  onset: z.string(), weeksSince: z.int(),
  /** The last four weeks are still above the baseline by the same test. */
  isStillUp: z.boolean(),
  count: z.int(), exposure: z.int(), baseline: z.object({ count: z.int(), exposure: z.int() }),
  /** Rate since the onset over the rate before; no value for what was never heard before. */
  ratio: Envelope, p: z.number().nullable(), q: z.number().nullable(), excess: z.number(),
  /** Up to 26 weeks, oldest first; the band is where the share of a usual week lies. */
  weeks: z.array(z.object({ week: z.string(), count: z.int(), exposure: z.int() })), band: z.object({ lo: z.number(), hi: z.number() }).nullable(),
  firstHeard: FirstHeard.nullable(), cost: Envelope, currency: z.string().nullable(), evidence: InteractionFilter,
  /** Name of a coded signal that most of the contacts belong to as well. */
  sameAs: z.string().nullable(), loop: Loop.nullable(),
});
export type Signal = z.infer<typeof Signal>;

export const SignalReport = z.object({
  signals: z.array(Signal),
  /** Complete weeks that were looked at, and how much was tested in the last of them. */
  weeks: z.object({ from: z.string().nullable(), to: z.string().nullable(), count: z.int(), usable: z.int() }), tested: z.object({ codes: z.int(), rules: z.int(), words: z.int() }),
  /** Contacts with a cause in the last complete week; the test needs 50. */
  codedLastWeek: z.int(),
});
export type SignalReport = z.infer<typeof SignalReport>;
