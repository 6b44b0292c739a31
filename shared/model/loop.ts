import { z } from 'zod';
import { Subject } from './subject.ts';

/** Weeks that must have passed since a change before its effect is looked for. */
export const leastWeeksAfter = 4;
/** Below this lower-tail mid-P a later rate counts as lower. */
export const verifiedBelow = 0.05;

/** Contacts with it of those coded, before and since the change, and the lower-tail mid-P of the same conditional test. */
export const LoopTest = z.strictObject({
  before: z.strictObject({ count: z.int(), exposure: z.int() }), after: z.strictObject({ count: z.int(), exposure: z.int() }),
  weeks: z.int(), p: z.number().min(0).max(1),
});
export type LoopTest = z.infer<typeof LoopTest>;

/** Verification is kept only when enough weeks have passed and the later rate is lower by the test. */
export const Verification = LoopTest.refine(({ weeks, p }) => weeks >= leastWeeksAfter && p < verifiedBelow, 'The later rate is not lower by the test.');

const day = z.iso.date().nullable();

/** The stages of one loop as people entered them; days of the centre's calendar. */
export const LoopRow = z.strictObject({
  heardOn: day, owner: z.string().max(120).nullable(), assignedOn: day, decision: z.string().max(2000).nullable(), decidedOn: day,
  changeMade: z.string().max(2000).nullable(), changedOn: day, verifiedOn: day, verification: Verification.nullable(),
});
export type LoopRow = z.infer<typeof LoopRow>;

export const loopStages = ['heard', 'assigned', 'decided', 'changed', 'verified'] as const;
export type LoopStage = (typeof loopStages)[number];

/** Whether listening changed anything. `daysBetween` is from the stage before that has a day; null while one is missing. */
export const Loop = LoopRow.extend({
  subject: Subject, name: z.string(),
  stages: z.array(z.object({ stage: z.enum(loopStages), on: z.string().nullable(), daysBetween: z.int().nullable() })),
  /** The test as it stands today; null before a change. */
  test: LoopTest.nullable(),
  /** `tooEarly` below four complete weeks; `noDifference` while the later rate is not lower by the test. */
  effect: z.enum(['none', 'tooEarly', 'noDifference', 'lower']),
});
export type Loop = z.infer<typeof Loop>;
