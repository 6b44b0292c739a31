import { coachingDay, fullCoverageDay, lastDay } from '../calendar.ts';
import type { Random } from '../random.ts';
import { coldAgentId } from '../world/agents.ts';
import { queues, type Queue } from '../world/reasons.ts';
import type { Contact } from './contact.ts';
import { customerOnlySurveys, matchedQuotas, superiorAmongCustomerOnly, superiorAmongLinked, surveyQuotas, targetedEvaluations, unmatchedRandomEvaluations } from './quotas.ts';

/** Which contacts were asked, evaluated and coded, and what came of it. */
export type Outcomes = {
  surveys: ReadonlyMap<Contact, { link: 'interaction' | 'customer'; superior: boolean }>;
  evaluations: ReadonlyMap<Contact, { purpose: 'random' | 'targeted'; passed: boolean }>;
  coded: ReadonlySet<Contact>;
};

/** The last day on which a contact can still be surveyed and evaluated within the extract. */
const lastAskedDay = lastDay - 4;
const codedShareBefore = 0.34;

/** `count` of a list without replacement, each item drawn with its weight (Efraimidis and Spirakis 2006). */
function draw<T>(list: readonly T[], count: number, how: { random: Random; weight: (item: T) => number }): T[] {
  if (list.length < count) throw new RangeError(`cannot draw ${count} of ${list.length}`);
  return list.map((item) => ({ item, key: how.random.next() ** (1 / how.weight(item)) })).sort((a, b) => b.key - a.key).slice(0, count).map(({ item }) => item);
}

const must = 1e6;

function surveyWeight(contact: Contact): number {
  if (contact.script) return must;
  const long = contact.day < fullCoverageDay ? 2.6 : 1;
  const leaver = contact.customer.leavesOn === null ? 1 : 4;
  return long * leaver * (contact.bad ? (contact.reason.queue === 'Tariffs' ? 2 : 1.25) : 1) * (contact.agent.id === coldAgentId ? 1.5 : 1);
}

function drawSurveyed(contacts: readonly Contact[], random: Random): Map<Queue, Contact[]> {
  return new Map(queues.map((queue) => [queue, draw(
    contacts.filter((contact) => contact.reason.queue === queue && contact.day <= lastAskedDay && !contact.outbound), surveyQuotas[queue], { random, weight: surveyWeight },
  )]));
}

/** How likely delight is, used only to choose who is delighted when the number is given. */
function delightWeight(contact: Contact): number {
  if (contact.script) return contact.script.csat === 5 ? must : 1e-6;
  if (contact.bad || contact.repeats) return 1e-6;
  const wasCold = contact.agent.id === coldAgentId && contact.day < coachingDay;
  return wasCold ? 0.12 : contact.agent.emotional ** 2 * (contact.satisfaction === 5 ? 3 : 1);
}

/** How likely a pass is: the house form looks at procedure, so the technical side decides. */
function passWeight(contact: Contact): number {
  if (contact.script) return contact.script.passed ? must : 1e-6;
  return contact.agent.technical ** 3 * (contact.agent.id === coldAgentId ? 2 : 1);
}

/** Chooses who is delighted and who passed in one queue so that all four cells of the square come out as planned. */
function fillSquare(matched: readonly Contact[], queue: Queue, random: Random): Set<Contact> {
  const quota = matchedQuotas[queue];
  const delighted = new Set(draw(matched, quota.delighted, { random, weight: delightWeight }));
  for (const contact of matched) {
    if (delighted.has(contact)) contact.satisfaction = 5;
    else if (contact.satisfaction === 5) contact.satisfaction = 4;
    if (delighted.has(contact) && contact.bad) throw new Error(`too few contacts without a bad experience in ${queue}`);
  }
  const others = matched.filter((contact) => !delighted.has(contact));
  return new Set([
    ...draw([...delighted], quota.both, { random, weight: passWeight }),
    ...draw(others, quota.passed - quota.both, { random, weight: passWeight }),
  ]);
}

function chooseSuperior(linked: readonly Contact[], random: Random): Set<Contact> {
  const delighted = linked.filter((contact) => contact.satisfaction === 5);
  return new Set(draw(delighted, superiorAmongLinked, { random, weight: (contact) => (contact.script ? (contact.script.superior === 5 ? must : 1e-6) : 1) }));
}

/** Contacts whose survey lost its interaction id: nothing else of the customer follows within a week, and nobody evaluated them. */
function drawCustomerOnly(contacts: readonly Contact[], taken: ReadonlySet<Contact>, random: Random): Contact[] {
  const free = contacts.filter((contact) => !taken.has(contact) && !contact.outbound && !contact.repeats && contact.day <= lastAskedDay && contact.customer.leavesOn === null && contact.contactNo === 1);
  const chosen = draw(free, customerOnlySurveys, { random, weight: () => 1 });
  chosen.forEach((contact, index) => {
    if (contact.bad) return;
    contact.satisfaction = index % 3 === 0 ? 5 : index % 3 === 1 ? 4 : 3;
  });
  return chosen;
}

function evaluateRest(contacts: readonly Contact[], isTaken: (contact: Contact) => boolean, random: Random): { unmatched: Contact[]; passedUnmatched: Set<Contact> } {
  const free = contacts.filter((contact) => !isTaken(contact) && contact.day <= lastAskedDay && !contact.outbound);
  const weight = (contact: Contact): number => (contact.agent.id === coldAgentId ? (contact.day >= coachingDay ? 9 : 3) : contact.day < fullCoverageDay ? 1.4 : 1);
  const unmatched = draw(free, unmatchedRandomEvaluations, { random, weight });
  return { unmatched, passedUnmatched: new Set(draw(unmatched, Math.round(unmatched.length * 0.73), { random, weight: passWeight })) };
}

/** Draws samples and fills quotas; sets the satisfaction of the contacts it had to decide. */
export function createOutcomes(contacts: readonly Contact[], random: Random): Outcomes {
  const surveyed = drawSurveyed(contacts, random);
  const linked = [...surveyed.values()].flat();
  const evaluations = new Map<Contact, { purpose: 'random' | 'targeted'; passed: boolean }>();
  for (const [queue, list] of surveyed) {
    const matched = draw(list, matchedQuotas[queue].matched, { random, weight: (contact) => (contact.script ? must : contact.agent.id === coldAgentId ? 8 : contact.bad ? 0.7 : 1) });
    const passed = fillSquare(matched, queue, random);
    for (const contact of matched) evaluations.set(contact, { purpose: 'random', passed: passed.has(contact) });
  }
  const superior = chooseSuperior(linked, random);
  const customerOnly = drawCustomerOnly(contacts, new Set(linked), random);
  const superiorOther = new Set(customerOnly.filter((contact) => contact.satisfaction === 5).slice(0, superiorAmongCustomerOnly));
  const surveys = new Map<Contact, { link: 'interaction' | 'customer'; superior: boolean }>();
  for (const contact of linked) surveys.set(contact, { link: 'interaction', superior: superior.has(contact) });
  for (const contact of customerOnly) surveys.set(contact, { link: 'customer', superior: superiorOther.has(contact) });

  const { unmatched, passedUnmatched } = evaluateRest(contacts, (contact) => surveys.has(contact), random);
  for (const contact of unmatched) evaluations.set(contact, { purpose: 'random', passed: passedUnmatched.has(contact) });
  const rest = contacts.filter((contact) => !evaluations.has(contact) && surveys.get(contact)?.link !== 'customer' && contact.day <= lastAskedDay && !contact.outbound);
  const targeted = draw(rest, targetedEvaluations, { random, weight: (contact) => (contact.bad ? 5 : 0.6) * (contact.transfers > 0 ? 2 : 1) });
  for (const contact of targeted) evaluations.set(contact, { purpose: 'targeted', passed: random.chance(0.36) });

  const coded = new Set(contacts.filter((contact) => contact.day >= fullCoverageDay || contact.script !== null || random.chance(codedShareBefore)));
  return { surveys, evaluations, coded };
}
