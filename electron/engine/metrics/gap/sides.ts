import type { Envelope } from '#shared/model/envelope.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import { newcombePaired, newcombeUnpaired, type PairedCounts } from '#shared/stats/newcombe.ts';
import { mcnemar } from '#shared/stats/mcnemar.ts';
import { twoProportionTest } from '#shared/stats/two-proportion-test.ts';
import { pointsEnvelope, shareEnvelope } from '../shares.ts';
import { independentUnits, type GapDesign } from './design.ts';
import type { GapCounts } from './square.ts';

/** The company's side, the customer's, their difference, and the p of "no difference". */
export type Sides = { company: Envelope; customer: Envelope; gap: Envelope; p: number | null };

/** G2: the same interactions judged by both, with the paired interval (Newcombe 1998c) and McNemar's mid-P. */
export function matchedSides(counts: GapCounts, filter: InteractionFilter, design: GapDesign = independentUnits): Sides {
  const { both, companyOnly, customerOnly, neither } = counts;
  const n = both + companyOnly + customerOnly + neither;
  const evidence: InteractionFilter = { ...filter, evaluated: true, answered: true, randomOnly: true };
  const inScope = Math.max(n, Math.min(counts.companyN, counts.customerN));
  const reason = counts.companyN === 0 || counts.customerN === 0 ? 'NO_DATA' as const : 'UNLINKED' as const;
  const excluded = { unlinked: inScope - n, missing: counts.total - inScope };
  return {
    company: shareEnvelope({ x: both + companyOnly, n, inScope, reason, excluded, designEffect: design.matchedCompany, evidence: { ...evidence, companyGood: true } }),
    customer: shareEnvelope({ x: both + customerOnly, n, inScope, reason, excluded, designEffect: design.matchedCustomer, evidence: { ...evidence, customerGood: true } }),
    gap: pointsEnvelope(newcombePaired(scaled({ both, firstOnly: companyOnly, secondOnly: customerOnly, neither }, design.difference)),
      { n, inScope, method: 'newcombe-paired', reason, evidence, designEffect: design.difference }),
    p: companyOnly + customerOnly === 0 ? null : mcnemar(companyOnly, customerOnly).pMid,
  };
}

/** G1: everything evaluated against everything answered; different interactions are compared. */
export function scorecardSides(counts: GapCounts, filter: InteractionFilter, design: GapDesign = independentUnits): Sides {
  const { companyN, companyYes, customerN, customerYes } = counts;
  const shares = { x1: companyYes, n1: companyN, x2: customerYes, n2: customerN };
  const [companyEffect, customerEffect] = [design.company, design.customer];
  const effective = { x1: companyYes / companyEffect, n1: companyN / companyEffect, x2: customerYes / customerEffect, n2: customerN / customerEffect };
  return {
    company: shareEnvelope({ x: companyYes, n: companyN, inScope: counts.total, designEffect: companyEffect, evidence: { ...filter, evaluated: true, randomOnly: true } }),
    customer: shareEnvelope({ x: customerYes, n: customerN, inScope: counts.total, designEffect: customerEffect, evidence: { ...filter, answered: true } }),
    gap: pointsEnvelope(newcombeUnpaired(effective), {
      n: Math.min(companyN, customerN), method: 'newcombe-unpaired', reason: 'NO_DATA', flags: ['different_interactions'], evidence: { ...filter },
      designEffect: Math.max(companyEffect, customerEffect),
    }),
    p: twoProportionTest(shares)?.p ?? null,
  };
}

/** The square as that many independent units would have filled it. */
function scaled(counts: PairedCounts, effect: number): PairedCounts {
  return { both: counts.both / effect, firstOnly: counts.firstOnly / effect, secondOnly: counts.secondOnly / effect, neither: counts.neither / effect };
}
