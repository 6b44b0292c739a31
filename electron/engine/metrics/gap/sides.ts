import type { Envelope, Reason } from '#shared/model/envelope.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import { mcnemar } from '#shared/stats/mcnemar.ts';
import { newcombePaired, newcombeUnpaired, type PairedCounts } from '#shared/stats/newcombe.ts';
import { normalUpper } from '#shared/stats/normal.ts';
import { twoProportionTest } from '#shared/stats/two-proportion-test.ts';
import { pointsEnvelope, shareEnvelope } from '../shares.ts';
import type { GapCounts, GapDesign } from './gap-group.ts';

/** The company's side, the customer's, their difference, and the p of "no difference". */
export type Sides = { company: Envelope; customer: Envelope; gap: Envelope; p: number | null };

/** What the sides need beside the counts. */
export type SidesAbout = {
  filter: InteractionFilter; design: GapDesign;
  /** Why a side without a judgement has none. */
  companyReason: Reason; customerReason: Reason;
  /** Judgements that are linked to no interaction; counted here only if they are in the counts. */
  unlinked: { company: number; customer: number };
};

export const matchedN = ({ both, companyOnly, customerOnly, neither }: GapCounts): number => both + companyOnly + customerOnly + neither;

/** Where nothing says that interactions were drawn at random, a rate is one of the reviewed interactions alone. */
function reviewedFlags(counts: GapCounts): string[] {
  return counts.purposeUnknown > 0 ? ['of_the_reviewed'] : [];
}

/** G2: the same interactions judged by both, with the paired interval (Newcombe 1998c) and McNemar's mid-P. */
export function matchedSides(counts: GapCounts, { filter, design, companyReason, customerReason, unlinked }: SidesAbout): Sides {
  const { both, companyOnly, customerOnly, neither } = counts;
  const n = matchedN(counts);
  const evidence: InteractionFilter = { ...filter, evaluated: true, answered: true, randomOnly: true };
  const inScope = Math.max(n, Math.min(counts.companyN, counts.customerN));
  const reason = reasonWithoutPairs(counts, companyReason, customerReason);
  const flags = reviewedFlags(counts);
  const excluded = { unlinked: inScope - n + Math.min(unlinked.company, unlinked.customer), outOfScope: counts.targeted };
  return {
    company: shareEnvelope({ x: both + companyOnly, n, inScope, reason, excluded, flags, designEffect: design.matchedCompany, evidence }),
    customer: shareEnvelope({ x: both + customerOnly, n, inScope, reason, excluded, flags, designEffect: design.matchedCustomer, evidence }),
    gap: pointsEnvelope(newcombePaired(scaled({ both, firstOnly: companyOnly, secondOnly: customerOnly, neither }, design.difference)),
      { n, inScope, method: 'newcombe-paired', reason, excluded, flags, evidence, designEffect: design.difference }),
    p: companyOnly + customerOnly === 0 ? null : pairedP(companyOnly, customerOnly, design.difference),
  };
}

/** A side that has nothing at all comes before sides that do not meet. */
function reasonWithoutPairs({ companyN, customerN }: GapCounts, companyReason: Reason, customerReason: Reason): Reason {
  const missing = [...(companyN === 0 ? [companyReason] : []), ...(customerN === 0 ? [customerReason] : [])];
  return missing.find((reason) => reason === 'NO_DATA') ?? missing[0] ?? 'UNLINKED';
}

/** McNemar's mid-P; with customers who come again, the large-sample test with its variance multiplied (Rao & Scott 1984). */
function pairedP(b: number, c: number, effect: number): number {
  const test = mcnemar(b, c);
  return effect > 1 ? 2 * normalUpper(Math.abs(test.z) / Math.sqrt(effect)) : test.pMid;
}

/** G1: everything evaluated against everything answered; different interactions are compared. */
export function scorecardSides(counts: GapCounts, { filter, design, companyReason, customerReason, unlinked }: SidesAbout): Sides {
  const { companyN, companyYes, customerN, customerYes } = counts;
  const effective = { x1: companyYes / design.company, n1: companyN / design.company, x2: customerYes / design.customer, n2: customerN / design.customer };
  const flags = reviewedFlags(counts);
  const reason = reasonWithoutPairs(counts, companyReason, customerReason);
  const excluded = { outOfScope: counts.targeted };
  return {
    company: shareEnvelope({
      x: companyYes, n: companyN, reason: companyReason, excluded, flags: [...flags, ...unlinkedFlag(unlinked.company)], designEffect: design.company,
      evidence: { ...filter, evaluated: true, randomOnly: true },
    }),
    customer: shareEnvelope({ x: customerYes, n: customerN, reason: customerReason, flags: unlinkedFlag(unlinked.customer), designEffect: design.customer, evidence: { ...filter, answered: true } }),
    gap: {
      ...pointsEnvelope(newcombeUnpaired(effective), {
        n: Math.min(companyN, customerN), method: 'newcombe-unpaired', reason, excluded, flags: ['different_interactions', ...flags],
        evidence: { ...filter, measuredBy: 'gap-scorecard' }, designEffect: Math.max(design.company, design.customer),
      }),
      // The smaller side decides what may be said; behind the figure stand the interactions of both.
      denominator: companyN + customerN - matchedN(counts) - unlinked.company - unlinked.customer,
    },
    p: companyN === 0 || customerN === 0 ? null : unpairedP(counts, design),
  };
}

const unlinkedFlag = (n: number) => (n > 0 ? ['includes_unlinked'] : []);

/** The pooled z test, or Fisher's where counts are small; with customers who come again, z with each variance multiplied. */
function unpairedP({ companyN, companyYes, customerN, customerYes }: GapCounts, design: GapDesign): number | null {
  if (design.company === 1 && design.customer === 1) return twoProportionTest({ x1: companyYes, n1: companyN, x2: customerYes, n2: customerN })?.p ?? null;
  const pooled = (companyYes + customerYes) / (companyN + customerN);
  const error = Math.sqrt(pooled * (1 - pooled) * (design.company / companyN + design.customer / customerN));
  return error === 0 ? 1 : 2 * normalUpper(Math.abs(companyYes / companyN - customerYes / customerN) / error);
}

/** The square as that many independent units would have filled it. */
function scaled(counts: PairedCounts, effect: number): PairedCounts {
  return { both: counts.both / effect, firstOnly: counts.firstOnly / effect, secondOnly: counts.secondOnly / effect, neither: counts.neither / effect };
}
