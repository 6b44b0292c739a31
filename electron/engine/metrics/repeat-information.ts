import { isPossibleSql } from '#engine/store/queries/as-of.ts';
import { handledSql } from '#engine/store/queries/measure-sql.ts';
import type { Metric } from './metric.ts';
import { measuredShare } from './tallied-metric.ts';
import type { Tally } from './tally.ts';

const about = {
  who: 'handled' as const, flags: ['of_the_coded'],
  /** Nobody listened: not assessed. Assessed and not at risk: in another denominator. */
  excluded: `CASE WHEN NOT ${isPossibleSql('i.started_at')} THEN 'invalid' WHEN i.tag_count = 0 AND ${handledSql} THEN 'missing' ELSE 'outOfScope' END`,
  reason: ({ excluded, reason }: Tally) => (excluded.outOfScope > 0 ? 'ZERO_DENOMINATOR' as const : reason),
};

/**
 * Repeat-information rate, from what listeners tagged: contacts in which the customer had to say again what was already
 * said, of those at risk of it (transferred, or not the first of their episode), and of all that were listened to.
 */
export const repeatInformation: readonly Metric[] = [
  measuredShare({ name: 'repeat-information', direction: 'down', isHeadline: true }, about),
  measuredShare({ name: 'repeat-information-all', direction: 'down', isHeadline: false }, about),
];
