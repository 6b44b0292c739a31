import type { Definitions } from '#shared/model/gap.ts';
import { envelope, type Envelope } from '#shared/model/envelope.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import { breakEvenNonResponse, funnelLimits, nonResponseBounds } from '#shared/stats/non-response.ts';
import type { Database } from '#engine/store/database.ts';
import { responseRate as responseRateMetric } from '../response-rate.ts';
import { shareEnvelope } from '../shares.ts';
import { shareOfTally } from '../tallied-metric.ts';
import { Tally } from '../tally.ts';
import { readContacts, type Contact } from './contacts.ts';
import { differencesOf } from './response-differences.ts';
import { weightedShare } from './weighting.ts';

type AgentInvitations = { agent: string; invited: number; n: number; lo: number; hi: number; isOutside: boolean };

/**
 * Who answered and who did not, asked or not: response rate (AAPOR RR1 style: completed / invited), standardised
 * differences on all that is known of both, the share weighted to all interactions, bounds without assumptions (Manski
 * 1995), and the share of silent customers at which the gap would disappear. What needs invitations is not available
 * without them: who was never asked did not refuse.
 */
export function nonResponse(db: Database, definitions: Definitions, filter: InteractionFilter) {
  const contacts = readContacts(db, definitions, filter);
  const responders = contacts.filter((contact) => contact.answered === 1);
  const others = contacts.filter((contact) => contact.answered === 0);
  const hasInvitations = contacts.some((contact) => contact.invited === 1);
  const responseRate = responseRateMetric.compute({ db, definitions, filter, now: new Date(0) });
  const raw = shareOfTally(tallyOf(responders), { ...filter, answered: true });
  const byAgent = invitationsByAgent(contacts);
  const differences = responders.length === 0 || others.length === 0 ? [] : differencesOf(responders, others);
  const known = raw.value === null || responseRate.value === null ? null : { customer: raw.value, responseRate: responseRate.value };
  const [lo, hi] = known === null ? [0, 1] : nonResponseBounds(known.customer, known.responseRate);
  const company = companyShare(contacts);
  return {
    invited: invitedShare(contacts, { hasInvitations, filter, isGamed: byAgent.some((agent) => agent.isOutside) }), responseRate, raw,
    weighted: weightedShare(contacts, { filter, differences }),
    bounds: known === null ? null : { lo, hi }, breakEven: known === null || company === null ? null : breakEvenNonResponse({ company, ...known }),
    differences, invitedByAgent: byAgent,
  };
}

function tallyOf(responders: readonly Contact[]): Tally {
  const tally = new Tally(null);
  for (const { customerGood, customerId } of responders) tally.add({ cluster: customerId, value: customerGood, excluded: null });
  return tally;
}

/** Coverage: how many of all contacts were asked. */
function invitedShare(contacts: readonly Contact[], { hasInvitations, filter, isGamed }: { hasInvitations: boolean; filter: InteractionFilter; isGamed: boolean }): Envelope {
  const evidence: InteractionFilter = { ...filter, measuredBy: 'response-rate' };
  if (!hasInvitations) return envelope({ unit: 'share', value: null, reason: 'NO_DATA', evidence });
  const x = contacts.filter((contact) => contact.invited === 1).length;
  return shareEnvelope({ x, n: contacts.length, flags: isGamed ? ['gaming_risk'] : [], evidence });
}

/** The company's share of good among its drawn evaluations; null without one. */
function companyShare(contacts: readonly Contact[]): number | null {
  const evaluated = contacts.filter((contact) => contact.companyGood !== null);
  return evaluated.length === 0 ? null : evaluated.filter((contact) => contact.companyGood === 1).length / evaluated.length;
}

/** An agent who chooses whom to invite shows up outside the 3-sigma limits of a binomial funnel (Spiegelhalter 2005). */
function invitationsByAgent(contacts: readonly Contact[]): AgentInvitations[] {
  const overall = contacts.filter((contact) => contact.invited === 1).length / Math.max(1, contacts.length);
  const agents = new Map<string, { invited: number; n: number }>();
  for (const { agent, invited } of contacts) {
    if (agent === null) continue;
    const own = agents.get(agent) ?? { invited: 0, n: 0 };
    agents.set(agent, { invited: own.invited + invited, n: own.n + 1 });
  }
  if (overall === 0) return [];
  return [...agents].map(([agent, { invited, n }]) => {
    const [lo, hi] = funnelLimits(overall, n) ?? [0, 1];
    return { agent, invited, n, lo, hi, isOutside: invited / n < lo || invited / n > hi };
  }).sort((a, b) => a.agent.localeCompare(b.agent));
}
