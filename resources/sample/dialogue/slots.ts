import { isoDate, monthNames, weekday, weekdayNames } from '../calendar.ts';
import type { Contact } from '../plan/contact.ts';
import type { Random } from '../random.ts';
import { agents } from '../world/agents.ts';
import { testCardNumber } from '../world/customers.ts';
import { firstNames, lastNames } from '../world/names.ts';
import type { Slots } from './grammar.ts';

const spokenDigits = ['oh', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const;
const hours = ['twenty past six', 'half past seven', 'ten to eight', 'quarter past nine', 'ten', 'about eleven', 'noon', 'ten past one', 'half past two', 'four', 'five to five', 'six', 'quarter to seven', 'nine this evening'] as const;

function spoken(digits: string): string {
  return [...digits].map((digit) => (digit === ' ' ? ',' : spokenDigits[Number(digit)])).join(' ').replace(/ ,/g, ',');
}

function inFours(digits: string): string {
  return digits.replace(/(\d{4})(?=\d)/g, '$1 ');
}

function monthBefore(day: number, months: number): string {
  const month = Number(isoDate(day).slice(5, 7)) - 1;
  return monthNames[(month - months + 24) % 12] ?? 'March';
}

function ordinal(number: number): string {
  const ending = number % 10 === 1 && number !== 11 ? 'st' : number % 10 === 2 && number !== 12 ? 'nd' : number % 10 === 3 && number !== 13 ? 'rd' : 'th';
  return `${number}${ending}`;
}

function pounds(random: Random, low: number, high: number): string {
  const whole = random.int(low, high);
  return random.chance(0.55) ? String(whole) : `${whole}.${String(random.int(1, 99)).padStart(2, '0')}`;
}

/** Who is speaking and where they live. */
function personSlots(contact: Contact, random: Random): Record<string, string> {
  const { customer, agent, day } = contact;
  const isSpoken = (chance: number): boolean => random.chance(chance) && contact.channel === 'phone';
  const card = inFours(testCardNumber(random));
  return {
    agent: agent.name.split(' ')[0] ?? agent.name, first: customer.firstName, full: customer.name, house: String(customer.house), street: customer.street, town: customer.town,
    postcode: customer.postcode, email: customer.email, job: customer.job, years: String(Math.max(2, Math.floor((day - customer.sinceDay) / 365.25))),
    phone: isSpoken(0.35) ? spoken(customer.phone) : customer.phone, account: isSpoken(0.4) ? spoken(customer.account) : customer.account, card: isSpoken(0.5) ? spoken(card) : card,
  };
}

/** Days and hours, as people say them; the weekday of the last contact is the real one. */
function timeSlots(contact: Contact, random: Random): Record<string, string> {
  const { day, previous } = contact;
  const earlierDay = previous && day - previous.day < 7 ? previous.day : day - random.int(1, 6);
  const firstOfMonth = random.int(2, 24);
  return {
    month: monthBefore(day, 1), month2: monthBefore(day, random.int(2, 5)), weekday: weekdayNames[(weekday(day) + random.int(1, 4)) % 6] ?? 'Monday', weekday2: weekdayNames[weekday(earlierDay) % 6] ?? 'Tuesday',
    nth: ordinal(firstOfMonth), nth2: ordinal(Math.min(28, firstOfMonth + random.int(3, 9))), daypart: contact.secondOfDay < 43_200 ? 'morning' : contact.secondOfDay < 64_800 ? 'afternoon' : 'evening', hour: random.pick(hours), hour2: random.pick(hours),
  };
}

/** Everything the grammar may ask for in one conversation: the same amount, name and date each time. */
export function slotsFor(contact: Contact, random: Random): Record<string, string> {
  const colleague = contact.previous?.agent ?? random.pick(agents);
  const reading = random.int(11_200, 88_900);
  return {
    ...personSlots(contact, random), ...timeSlots(contact, random), prior: colleague.name.split(' ')[0] ?? colleague.name, ext: String(random.int(2100, 2899)), amount: pounds(random, 141, 640), small: pounds(random, 18, 128),
    read: String(reading), read2: String(reading + random.int(190, 1600)), ref: `${random.pick(['BW', 'QN', 'RS', 'TK'])}${random.int(10_000, 98_999)}`, n: String(random.int(2, 9)), mins: String(random.int(11, 48)),
    other: random.chance(0.5) ? random.pick(lastNames) : random.pick(firstNames),
  };
}

/** The slots with the name of another agent in place of the first one's. */
export function withAgent(slots: Slots, name: string): Slots {
  return { ...slots, agent: name.split(' ')[0] ?? name };
}
