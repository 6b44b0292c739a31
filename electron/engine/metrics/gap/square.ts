import { envelope, type Envelope, type Reason } from '#shared/model/envelope.ts';
import type { GapReport } from '#shared/model/gap.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import { matchedGap } from '#shared/stats/perception-gap.ts';
import { shareEnvelope } from '../shares.ts';
import { withSmallSampleRule } from '../small-sample.ts';
import type { GapCounts, GapDesign } from './gap-group.ts';
import { matchedN } from './sides.ts';

type Square = Pick<GapReport, 'table' | 'blindSpot' | 'missRate' | 'hiddenStrength' | 'kappa' | 'ac1'>;

export const noSquare: Square = { table: null, blindSpot: null, missRate: null, hiddenStrength: null, kappa: null, ac1: null };

/**
 * The 2 x 2 square of matched interactions and what follows from it: blind spots b/n, the share b/(b + d) of unhappy
 * customers that the company passed, hidden strengths c/n, and the agreement of both sides beyond chance.
 */
export function squareOf(counts: GapCounts, { design, filter, reason }: { design: GapDesign; filter: InteractionFilter; reason: Reason }): Square {
  const { both, companyOnly, customerOnly, neither } = counts;
  const n = matchedN(counts);
  const matched: InteractionFilter = { ...filter, randomOnly: true };
  const share = (x: number, cell: 'companyOnly' | 'customerOnly', of: { n: number; reason: Reason; designEffect: number }): Envelope =>
    shareEnvelope({ x, ...of, evidence: { ...matched, cell } });
  const agreement = matchedGap({ both, companyOnly, customerOnly, neither });
  const statistic = (value: number | null): Envelope => withSmallSampleRule(envelope({
    unit: 'ratio', value, n, denominator: n, reason: value !== null ? null : n === 0 ? reason : 'NO_VARIATION', evidence: { ...matched, evaluated: true, answered: true },
  }));
  return {
    table: { both, companyOnly, customerOnly, neither },
    blindSpot: share(companyOnly, 'companyOnly', { n, reason, designEffect: design.blindSpot }),
    missRate: share(companyOnly, 'companyOnly', { n: companyOnly + neither, reason: n === 0 ? reason : 'ZERO_DENOMINATOR', designEffect: design.missRate }),
    hiddenStrength: share(customerOnly, 'customerOnly', { n, reason, designEffect: design.hiddenStrength }),
    kappa: statistic(agreement.kappa), ac1: statistic(agreement.ac1),
  };
}
