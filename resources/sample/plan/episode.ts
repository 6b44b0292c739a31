import { feeDay, lastDay, weekday } from '../calendar.ts';
import type { Random } from '../random.ts';
import { coldAgentId } from '../world/agents.ts';
import type { Customer } from '../world/customers.ts';
import type { Reason } from '../world/reasons.ts';
import { type Contact, queueTraits, type Score5 } from './contact.ts';
import { channelFor, staff, timeOfDay } from './staffing.ts';

/** What is decided about an issue before its contacts are. `quality` forces what would otherwise be drawn. */
export type EpisodePlan = { customer: Customer; reason: Reason; day: number; number: number; mayBeBad: boolean; contacts?: number; quality?: 'bad' | 'good'; outbound?: boolean; earliestSecond?: number };

function notSunday(day: number): number {
  return weekday(day) === 6 ? day - 1 : day;
}

function followUpDays(plan: EpisodePlan, random: Random): number[] {
  const traits = queueTraits[plan.reason.queue];
  const count = plan.contacts ?? (random.chance(traits.repeat) ? (plan.mayBeBad && random.chance(traits.third) ? 3 : 2) : 1);
  const days: number[] = [];
  let day = plan.day;
  for (let i = 1; i < count; i += 1) {
    day = notSunday(day + random.int(2, i === 1 ? 6 : 5));
    days.push(day);
  }
  if (count === 1 && plan.contacts === undefined && random.chance(0.04)) days.push(notSunday(plan.day + random.int(9, 13)));
  return days.filter((followUp) => followUp <= lastDay);
}

function badChance(plan: EpisodePlan, contactCount: number, agentId: string): number {
  if (!plan.mayBeBad || plan.quality === 'good') return 0;
  if (plan.quality === 'bad' || contactCount >= 3) return 1;
  if (contactCount === 2) return 0.78;
  return queueTraits[plan.reason.queue].bad + (agentId === coldAgentId ? 0.14 : 0) + (plan.reason.id === 'paper-fee' && plan.day >= feeDay ? 0.3 : 0);
}

/** What the customer would answer. */
export function satisfactionOf(contact: Pick<Contact, 'bad' | 'repeats' | 'agent' | 'reason' | 'outbound'>, random: Random): Score5 {
  if (contact.bad) return random.chance(0.45) ? 1 : 2;
  if (contact.repeats) return random.chance(0.7) ? 3 : 4;
  if (contact.outbound) return random.chance(0.7) ? 5 : 4;
  const warmth = contact.agent.id === coldAgentId ? 0.25 : 0.55 + 0.17 * contact.agent.emotional;
  if (random.chance(queueTraits[contact.reason.queue].delight * warmth)) return 5;
  return random.chance(0.58) ? 4 : 3;
}

/** All contacts of one issue, in order. A bad issue goes wrong at its first contact; the last one may mend it. */
export function contactsOf(plan: EpisodePlan, random: Random): Contact[] {
  const days = [plan.day, ...followUpDays(plan, random)];
  const contacts: Contact[] = [];
  const firstAgent = staff(plan.reason.queue, null, random);
  const isBad = random.chance(badChance(plan, days.length, firstAgent.id));
  days.forEach((day, index) => {
    const previous = contacts[index - 1] ?? null;
    const repeats = index < days.length - 1;
    const agent = previous ? staff(plan.reason.queue, previous.agent, random) : firstAgent;
    const channel = plan.outbound ? 'phone' : previous && random.chance(0.6) ? previous.channel : channelFor(plan.reason, plan.customer, random);
    const bad = isBad && (index === 0 || repeats || random.chance(queueTraits[plan.reason.queue].bad + 0.25));
    const transfers = channel === 'email' || plan.outbound ? 0 : random.weighted([0, 1, 2], [previous ? 80 : 87, 11, 2]);
    const facts = { agent, repeats, bad, reason: plan.reason, outbound: plan.outbound ?? false };
    contacts.push({
      ...facts, id: '', customer: plan.customer, day, secondOfDay: Math.max(timeOfDay(channel, random), plan.earliestSecond ?? 0), channel, transfers,
      episode: plan.number, contactNo: index + 1, previous, satisfaction: satisfactionOf(facts, random), script: null,
    });
  });
  return contacts;
}
