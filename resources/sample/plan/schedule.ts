import { dayOf, feeDay, firstDay, fullCoverageDay, lastDay, weekday } from '../calendar.ts';
import type { Random } from '../random.ts';
import { externalIdOf, scripts } from '../scripts/all-scripts.ts';
import { agentOf } from '../world/agents.ts';
import { cast, type Customer, failedCustomerId } from '../world/customers.ts';
import { reasonOf, reasons, type Reason } from '../world/reasons.ts';
import { createAvailability, type Availability } from './availability.ts';
import type { Contact } from './contact.ts';
import { contactsOf, type EpisodePlan } from './episode.ts';
import { dayIn } from './staffing.ts';

/** Coded contacts about the fee in each week from 11 May 2026: hardly any, then six to ten once it is charged. */
export const feeContactsPerWeek: readonly number[] = [0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 8, 9, 7, 10, 8, 9, 7, 8, 6, 8, 7, 9, 7];
/** Contacts in each week from 11 May 2026. */
export const contactsPerWeek: readonly number[] = [56, 57, 55, 58, 57, 56, 58, 57, 59, 56, 57, 58, 58, 57, 58, 60, 57, 59, 58, 57, 56, 58, 57, 59, 55];
const earlierContactsPerWeek = [4, 5, 4, 4, 5];
const outboundEvery = 43;

/** Contacts, and contacts about the fee, of one week. */
type WeekCount = { all: number; fee: number };
type Board = { contacts: Contact[]; weeks: Map<number, WeekCount>; availability: Availability; customers: readonly Customer[]; random: Random; episodes: number; placed: number };

function mondayOf(day: number): number {
  return day - weekday(day);
}

function weekOf(board: Board, monday: number): WeekCount {
  const count = board.weeks.get(monday) ?? { all: 0, fee: 0 };
  board.weeks.set(monday, count);
  return count;
}

function add(board: Board, contacts: readonly Contact[]): void {
  const first = contacts[0];
  const last = contacts[contacts.length - 1];
  if (!first || !last) return;
  const countsAsBad = contacts.some((contact) => contact.bad) || contacts.length >= 3 || first.reason.queue === 'Complaints';
  board.availability.take(first.customer, { fromDay: first.day, toDay: last.day, bad: countsAsBad });
  board.contacts.push(...contacts);
  for (const contact of contacts) {
    const week = weekOf(board, mondayOf(contact.day));
    week.all += 1;
    if (contact.reason.id === 'paper-fee') week.fee += 1;
  }
  board.episodes += 1;
}

function place(board: Board, plan: Omit<EpisodePlan, 'number' | 'mayBeBad'>): void {
  add(board, contactsOf({ ...plan, number: board.episodes, mayBeBad: plan.quality === 'bad' || board.availability.mayBeBad(plan.customer, plan.day) }, board.random));
}

/** Smooth weighted rotation: each reason comes back at its own pace, so that no week is odd by chance. */
function createRotation(): (isAllowed: (reason: Reason) => boolean) => Reason {
  const credit = new Map(reasons.map((reason) => [reason, 0]));
  const total = reasons.reduce((sum, reason) => sum + reason.weight, 0);
  return (isAllowed) => {
    for (const reason of reasons) credit.set(reason, (credit.get(reason) ?? 0) + reason.weight);
    const [chosen] = [...credit].filter(([reason]) => reason.weight > 0 && isAllowed(reason)).reduce((best, entry) => (entry[1] > best[1] ? entry : best));
    credit.set(chosen, (credit.get(chosen) ?? 0) - total);
    return chosen;
  };
}

function isCandidate(board: Board, { customer, day, reason }: { customer: Customer; day: number; reason: Reason }): boolean {
  if (cast.has(customer.id) || customer.leavesOn !== null || customer.sinceDay > day - 3) return false;
  if (reason.id === 'paper-fee' && customer.billing !== 'paper') return false;
  if (reason.queue === 'Complaints' && !board.availability.mayBeBad(customer, day)) return false;
  return board.availability.isFree(customer, day, day + 13);
}

function placeSomewhere(board: Board, monday: number, { reason, contacts }: { reason: Reason; contacts?: number }): void {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const day = dayIn(monday, board.random);
    const customer = board.random.pick(board.customers);
    if (day < firstDay || day > lastDay || !isCandidate(board, { customer, day, reason })) continue;
    board.placed += 1;
    const outbound = board.placed % outboundEvery === 0 && reason.id !== 'paper-fee';
    const told = reasonOf(board.placed % (2 * outboundEvery) === 0 ? 'planned-work' : 'meter-display');
    place(board, {
      customer, day, reason: outbound ? told : reason, ...(outbound ? { outbound, contacts: 1, quality: 'good' as const } : contacts ? { contacts } : {}),
      ...(reason.id === 'paper-fee' && mondayOf(day) === feeDay ? { earliestSecond: 13 * 3600 } : {}),
    });
    return;
  }
  throw new Error(`no customer is free in the week of day ${monday} for ${reason.id}`);
}

function fillFee(board: Board, monday: number, week: number): void {
  const wanted = feeContactsPerWeek[week] ?? 0;
  const next = feeContactsPerWeek[week + 1] ?? 0;
  while (weekOf(board, monday).fee < wanted) {
    const room = wanted - weekOf(board, monday).fee >= 2 && weekOf(board, monday + 7).fee < Math.min(next, 2) && monday >= feeDay;
    placeSomewhere(board, monday, { reason: reasonOf('paper-fee'), contacts: room && board.random.chance(0.45) ? 2 : 1 });
  }
}

function fillWeeks(board: Board): void {
  const rotate = createRotation();
  for (let monday = mondayOf(firstDay), week = 0; monday < fullCoverageDay; monday += 7, week += 1) {
    while (weekOf(board, monday).all < (earlierContactsPerWeek[week % 5] ?? 4)) placeSomewhere(board, monday, { reason: rotate(() => true) });
  }
  contactsPerWeek.forEach((wanted, week) => {
    const monday = fullCoverageDay + 7 * week;
    fillFee(board, monday, week);
    while (weekOf(board, monday).all < wanted) placeSomewhere(board, monday, { reason: rotate((reason) => !(reason.queue === 'Complaints' && wanted - weekOf(board, monday).all < 2)) });
  });
}

/** Those whose leaving is planned: an issue that went wrong, or right, some weeks before. */
function placeLeavers(board: Board): void {
  for (const customer of board.customers) {
    if (customer.leavesOn === null) continue;
    const gap = customer.leavesHurt ? board.random.int(8, 165) : board.random.int(120, 420);
    const day = Math.max(firstDay + 2, customer.leavesOn - gap);
    if (day > customer.leavesOn - 6) continue;
    const allowed = reasons.filter((reason) => reason.weight > 0 && (customer.leavesHurt || reason.queue !== 'Complaints'));
    place(board, { customer, day: weekday(day) === 6 ? day - 1 : day, reason: board.random.weighted(allowed, allowed.map((reason) => reason.weight)), contacts: 1, quality: customer.leavesHurt ? 'bad' : 'good' });
  }
}

/** The recorded calls, with the contact before or after that they speak of. */
function placeScripts(board: Board): void {
  const byId = new Map(board.customers.map((customer) => [customer.id, customer]));
  const plans: { id: string; reason: Contact['reason']['id']; date: string }[] = [
    { id: failedCustomerId, reason: 'meter-display', date: '2024-02-20' }, { id: failedCustomerId, reason: 'planned-work', date: '2025-05-13' }, { id: failedCustomerId, reason: 'deal-end', date: '2026-08-31' },
  ];
  for (const { id, reason, date } of plans) {
    const customer = byId.get(id);
    if (customer) place(board, { customer, reason: reasonOf(reason), day: dayOf(date), contacts: 1, quality: 'good' });
  }
  for (const script of scripts) {
    const customer = byId.get(script.customerId);
    if (!customer) throw new RangeError(`no customer ${script.customerId}`);
    const day = dayOf(script.date);
    const begins = script.precededByDays ? day - script.precededByDays : day;
    const contacts = contactsOf({ customer, reason: reasonOf(script.reason), day: begins, number: board.episodes, mayBeBad: script.bad, contacts: script.precededByDays || script.followedUp ? 2 : 1, quality: script.bad ? 'bad' : 'good' }, board.random);
    const at = script.precededByDays ? 1 : 0;
    const recorded = contacts[at];
    if (!recorded) throw new RangeError(`no place for the recorded call of ${script.date}`);
    Object.assign(recorded, { agent: agentOf(script.agentId), day, secondOfDay: script.secondOfDay, channel: 'phone', transfers: 0, bad: script.bad, satisfaction: script.csat, script });
    add(board, contacts);
  }
}

function byTime(a: Contact, b: Contact): number {
  return a.day - b.day || a.secondOfDay - b.secondOfDay;
}

/** All contacts of the three years, in order of time, with their external ids. */
export function createSchedule(customers: readonly Customer[], random: Random): Contact[] {
  const board: Board = { contacts: [], weeks: new Map(), availability: createAvailability(), customers, random, episodes: 0, placed: 0 };
  placeScripts(board);
  placeLeavers(board);
  fillWeeks(board);
  const places = new Map<number, number>();
  for (const contact of board.contacts.sort(byTime)) {
    const place = (places.get(contact.day) ?? 0) + (contact.script ? 0 : 1);
    if (!contact.script) places.set(contact.day, place);
    contact.id = externalIdOf(contact.day, contact.script ? 0 : place);
  }
  return board.contacts;
}
