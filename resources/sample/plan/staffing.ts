import type { Random } from '../random.ts';
import { type Agent, agents, coldAgentId } from '../world/agents.ts';
import type { Customer } from '../world/customers.ts';
import type { Queue, Reason } from '../world/reasons.ts';
import type { Channel } from './contact.ts';

const homeQueues: Readonly<Record<string, readonly Queue[]>> = {
  Harbour: ['Billing', 'Moving home', 'Complaints'], Mill: ['Billing', 'Tariffs', 'Complaints'], North: ['Outages', 'Tariffs', 'Moving home'],
};
const coldAgentQueues: Readonly<Record<Queue, number>> = { Billing: 5.2, 'Moving home': 2, Outages: 0.4, Tariffs: 2.4, Complaints: 1.4 };

function weightOf(agent: Agent, queue: Queue): number {
  if (agent.id === coldAgentId) return coldAgentQueues[queue];
  return homeQueues[agent.team]?.includes(queue) ? 3 : 1;
}

/** Who takes a contact; the colleague of last time only now and then. */
export function staff(queue: Queue, previous: Agent | null, random: Random): Agent {
  if (previous && random.chance(0.22)) return previous;
  const others = agents.filter((agent) => agent !== previous);
  return random.weighted(others, others.map((agent) => weightOf(agent, queue)));
}

/** Nobody writes an e-mail about a power cut, and people without a computer do not chat. */
export function channelFor(reason: Reason, customer: Customer, random: Random): Channel {
  const written = customer.billing === 'paper' ? 0.5 : 1;
  const email = reason.id === 'power-cut' ? 0 : reason.queue === 'Complaints' ? 24 : 15;
  return random.weighted(['phone', 'chat', 'email'] as const, [60, 25 * written, email * written]);
}

/** Seconds after midnight; most people contact the company in the morning and after work. */
export function timeOfDay(channel: Channel, random: Random): number {
  const hour = channel === 'email' ? random.int(6, 22) : random.weighted([8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19], [6, 11, 13, 11, 8, 6, 7, 8, 9, 9, 7, 5]);
  return hour * 3600 + random.int(0, 3599);
}

const weekdayWeights = [20, 18, 17, 17, 16, 12];

/** A day of the week that begins on `monday`; the centre is closed on Sundays. */
export function dayIn(monday: number, random: Random): number {
  return monday + random.weighted([0, 1, 2, 3, 4, 5], weekdayWeights);
}
