import { dayOf, feeDay, firstDay, isoDate, lastDay } from '../calendar.ts';
import type { Contact } from '../plan/contact.ts';
import { createRandom } from '../random.ts';
import type { SampleFile } from '../sample-file.ts';
import { cast, type Customer, failedCustomerId } from '../world/customers.ts';
import { type Cell, csvFile } from './csv.ts';

type Entry = { customer: Customer; day: number; kind: 'purchase' | 'renewal' | 'cancellation' | 'credit'; product: string; amount: number; margin: number };

const addOns = [['Boiler cover', 168, 0.31], ['Smart thermostat', 189, 0.24], ['Home battery plan', 420, 0.18], ['Drain and tap cover', 96, 0.33], ['Car charger', 780, 0.12]] as const;
const feeCustomerWhoLeaves = 'C-10052';

/** The day a customer cancels, or null. Bad endings are followed by leaving more often than good ones: an association, planted. */
export function cancellationDay(customer: Customer, contacts: readonly Contact[], seed: number): number | null {
  if (customer.leavesOn !== null) return customer.leavesOn;
  if (customer.id === feeCustomerWhoLeaves) return dayOf('2026-09-24');
  const last = contacts[contacts.length - 1];
  if (!last || cast.has(customer.id)) return null;
  const random = createRandom(seed, `leaving ${customer.id}`);
  const isFee = last.reason.id === 'paper-fee' && last.day >= feeDay;
  const chance = isFee ? (last.bad ? 0.85 : 0.12) : last.bad ? 0.09 : 0.008;
  const day = last.day + random.int(7, isFee ? 26 : 90);
  return random.chance(chance) && day < lastDay ? day : null;
}

function productOf(customer: Customer): string {
  return customer.segment === 'Small business' ? 'Business electricity and gas' : customer.yearlyAmount > 1500 ? 'Dual fuel, fixed' : 'Electricity, fixed';
}

/** The contract of the first day and its yearly renewals, with prices as they were then. */
function contractEntries(customer: Customer, until: number, seed: number): Entry[] {
  const random = createRandom(seed, `contract ${customer.id}`);
  const rate = customer.id === failedCustomerId ? 0.092 : 0.05 + 0.03 * random.next();
  const entries: Entry[] = [];
  for (let year = 0; ; year += 1) {
    const day = Math.round(customer.sinceDay + year * 365.25);
    if (day > until) return entries;
    const age = (lastDay - day) / 365.25;
    const amount = Math.round(customer.yearlyAmount * (0.3 + 0.7 * Math.exp(-age / 14)) * (0.96 + 0.08 * random.next()) * 100) / 100;
    entries.push({ customer, day, kind: year === 0 ? 'purchase' : 'renewal', product: productOf(customer), amount, margin: Math.round(amount * rate * 100) / 100 });
  }
}

/** Something extra, some weeks after a contact that went well. */
function addOnEntries(customer: Customer, contacts: readonly Contact[], how: { until: number; seed: number }): Entry[] {
  return contacts.flatMap((contact): Entry[] => {
    const random = createRandom(how.seed, `add-on ${contact.id}`);
    const chance = contact.bad ? 0.03 : contact.satisfaction >= 4 ? 0.2 : 0.08;
    const day = contact.day + random.int(9, 150);
    const [product, price, rate] = random.pick(addOns);
    return random.chance(chance) && day < how.until ? [{ customer, day, kind: 'purchase', product, amount: price, margin: Math.round(price * rate * 100) / 100 }] : [];
  });
}

/** Money given back: a positive amount of kind `credit`, and no margin. */
function creditEntries(customer: Customer, contacts: readonly Contact[], how: { until: number; seed: number }): Entry[] {
  return contacts.flatMap((contact): Entry[] => {
    const random = createRandom(how.seed, `credit ${contact.id}`);
    const [chance, amount] = contact.reason.id === 'paper-fee' ? [contact.day >= feeDay ? 0.55 : 0, 3 * random.int(1, 3)] : contact.reason.queue === 'Complaints' ? [0.5, 30] : contact.reason.id === 'final-bill' ? [0.25, 30] : [0.04, random.int(2, 5) * 5];
    const day = contact.day + random.int(0, 3);
    return random.chance(chance) && day <= how.until ? [{ customer, day, kind: 'credit', product: contact.reason.product, amount, margin: 0 }] : [];
  });
}

function entriesOf(customer: Customer, contacts: readonly Contact[], seed: number): Entry[] {
  const leaves = cancellationDay(customer, contacts, seed);
  const until = leaves ?? lastDay;
  return [
    ...contractEntries(customer, until, seed), ...addOnEntries(customer, contacts, { until, seed }), ...creditEntries(customer, contacts, { until, seed }),
    ...(leaves === null ? [] : [{ customer, day: leaves, kind: 'cancellation' as const, product: productOf(customer), amount: 0, margin: 0 }]),
  ];
}

/** `purchases.csv`, in order of date; the data run through the last day of the extract. */
export function purchasesFile(customers: readonly Customer[], contacts: readonly Contact[], seed: number): SampleFile {
  const byCustomer = new Map<string, Contact[]>(customers.map((customer) => [customer.id, []]));
  for (const contact of contacts) byCustomer.get(contact.customer.id)?.push(contact);
  const entries = customers.flatMap((customer) => entriesOf(customer, byCustomer.get(customer.id) ?? [], seed)).sort((a, b) => a.day - b.day);
  const rows = entries.map((entry, index): Cell[] => [`P-${String(index + 1).padStart(6, '0')}`, entry.customer.id, isoDate(entry.day), entry.kind, entry.product, entry.amount.toFixed(2), entry.margin.toFixed(2), 'GBP']);
  if (entries.every((entry) => entry.day < firstDay)) throw new RangeError('no purchase within the extract');
  return csvFile('purchases.csv', ['purchase_id', 'customer_id', 'date', 'kind', 'product', 'amount', 'margin', 'currency'], rows);
}
