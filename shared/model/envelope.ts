import { z } from 'zod';
import { InteractionFilter } from './interaction-filter.ts';

/** Why a value is not available. The sentence for each code is in the page's locale files. */
export const Reason = z.enum([
  'NO_DATA', 'UNLINKED', 'NOT_MATURE', 'ZERO_DENOMINATOR', 'BELOW_MIN_N', 'NO_VARIATION', 'NOT_IDENTIFIED', 'UNRELIABLE',
]);
export type Reason = z.infer<typeof Reason>;

/** `share` is 0..1; `points` are percentage points (or NPS points); `count` counts; the rest is what it says. */
export const Unit = z.enum(['share', 'points', 'seconds', 'count', 'score', 'currency', 'ratio', 'wpm']);
export type Unit = z.infer<typeof Unit>;

/** A confidence interval in the unit of the value. `method` names it, e.g. `wilson`. */
export const Interval = z.object({ lo: z.number(), hi: z.number(), conf: z.number(), method: z.string() });
export type Interval = z.infer<typeof Interval>;

/** Every figure of Earshot: never a bare number. `evidence` lists the interactions behind it. */
export const Envelope = z.object({
  value: z.number().nullable(),
  unit: Unit,
  /** Independent units behind the value. */
  n: z.number(),
  denominator: z.number(),
  /** Numerator of a share. */
  x: z.number().optional(),
  ci: Interval.nullable(),
  nEff: z.number().optional(),
  weighted: z.boolean(),
  reason: Reason.nullable(),
  excluded: z.object({
    missing: z.number(), invalid: z.number(), unlinked: z.number(), immature: z.number(), outOfScope: z.number(),
  }),
  /** Usable records / records in scope, 0..1; 1 when nothing was in scope. */
  coverage: z.number(),
  flags: z.array(z.string()),
  evidence: InteractionFilter.nullable(),
});
export type Envelope = z.infer<typeof Envelope>;

export const nothingExcluded: Envelope['excluded'] = { missing: 0, invalid: 0, unlinked: 0, immature: 0, outOfScope: 0 };

/** An envelope with the usual emptiness filled in. */
export function envelope(given: Partial<Envelope> & Pick<Envelope, 'unit' | 'value'>): Envelope {
  return {
    n: 0, denominator: 0, ci: null, weighted: false, reason: given.value === null ? 'NO_DATA' : null,
    excluded: nothingExcluded, coverage: 1, flags: [], evidence: null, ...given,
  };
}
