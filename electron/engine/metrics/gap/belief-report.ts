import type { GapReport } from '#shared/model/gap.ts';
import type { MetricContext } from '../metric.ts';
import { beliefSides, headlineGroup, readBelief } from './belief.ts';
import { findingOf } from './finding.ts';
import { listedSegments } from './segments.ts';
import { noSquare } from './square.ts';

type BeliefReport = Omit<GapReport, 'topBox' | 'targetedLeftOut' | 'firstAt' | 'lastAt' | 'definitions' | 'customerItem'>;

/**
 * The belief gap (G0). What people inside believe is about the service as a whole, so a split splits those who were
 * asked: leaders, managers, agents, each against the same customers. A filter narrows the customers alone.
 */
export function beliefReport(context: MetricContext, topBox: 1 | 2): BeliefReport {
  const belief = readBelief(context, topBox);
  const { filter } = context;
  const inside = headlineGroup(belief);
  const sides = beliefSides(inside, belief.customers, filter);
  const otherBox = topBox === 1 ? 2 : 1;
  const other = readBelief(context, otherBox);
  const order = belief.groups.map((group) => group.group as string);
  const segments = listedSegments(belief.groups.map((group) => ({ segment: group.group, ...beliefSides(group, belief.customers, filter) })));
  return {
    definition: 'belief', company: sides.company, customer: sides.customer, gap: sides.gap, p: sides.p, ...noSquare,
    sensitivity: { topBox: otherBox, gap: beliefSides(headlineGroup(other), other.customers, { ...filter, topBox: otherBox }).gap },
    mixAdjusted: null, rankAgreement: null, limitsOfAgreement: null, by: 'group',
    segments: segments.sort((a, b) => order.indexOf(a.segment ?? '') - order.indexOf(b.segment ?? '')),
    finding: findingOf({ definition: 'belief', hasCompany: inside.n > 0, hasCustomer: belief.customers.tally.n > 0, isTargetedOnly: false, isMixed: false }, sides),
  };
}
