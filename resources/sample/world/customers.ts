import { dayOf, firstDay, fullCoverageDay, isoDate } from '../calendar.ts';
import type { Random } from '../random.ts';
import { firstNames, jobs, lastNames, regions, streets, towns } from './names.ts';

/** How a customer talks. */
export type Temper = 'brisk' | 'chatty' | 'formal' | 'anxious' | 'blunt';
export type Segment = 'Home' | 'Priority register' | 'Small business';

/** Days are day numbers. `leavesOn` is the day of cancellation of those whose leaving is planned before their contacts are. */
export type Customer = {
  id: string; name: string; firstName: string; sinceDay: number; segment: Segment; region: string; consentQuotes: boolean; billing: 'paper' | 'online';
  temper: Temper; house: number; street: string; town: string; postcode: string; phone: string; account: string; email: string; job: string;
  yearlyAmount: number; leavesOn: number | null; leavesHurt: boolean;
};

export const customerCount = 480;
/** The customer of planted truth 5. */
export const failedCustomerId = 'C-10017';
const hurtLeavers = 44;
const calmLeavers = 8;

const tempers = ['brisk', 'chatty', 'formal', 'anxious', 'blunt'] as const;

/** Invented, but with a valid check digit so that redaction has something to find (issuer digits of the well-known test range). */
export function testCardNumber(random: Random): string {
  const digits = [4, 0, 0, 0, 0, 0, ...Array.from({ length: 9 }, () => random.int(0, 9))];
  const sum = digits.reduce((total, digit, index) => {
    const doubled = index % 2 === 0 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return [...digits, (10 - (sum % 10)) % 10].join('');
}

/** Three in ten joined before 2004, so that some relationships are measured in decades. */
function sinceDay(random: Random): number {
  const [from, to] = random.weighted([['1992-02-01', '2003-12-31'], ['2004-01-01', '2015-12-31'], ['2016-01-01', '2023-09-30'], ['2023-11-05', '2026-03-31']] as const, [30, 34, 26, 10]);
  return random.int(dayOf(from), dayOf(to));
}

function yearlyAmount(segment: Segment, random: Random): number {
  return segment === 'Small business' ? random.int(3600, 6200) : random.int(880, 2300);
}

function baseOf(index: number, random: Random): Customer {
  const firstName = random.pick(firstNames);
  const lastName = random.pick(lastNames);
  const [town, area] = random.pick(towns);
  const segment = random.weighted(['Home', 'Priority register', 'Small business'] as const, [80, 9, 11]);
  const since = sinceDay(random);
  const house = random.int(1, 148);
  return {
    id: `C-${10001 + index}`, name: `${firstName} ${lastName}`, firstName, sinceDay: since, segment, region: random.pick(regions),
    consentQuotes: random.chance(0.72), billing: since < dayOf('2010-01-01') ? (random.chance(0.62) ? 'paper' : 'online') : (random.chance(0.33) ? 'paper' : 'online'),
    temper: random.pick(tempers), house, street: random.pick(streets), town,
    postcode: `${area} ${random.int(1, 9)}${random.pick(['AB', 'DF', 'GH', 'JL', 'NP', 'QR', 'ST', 'WX'])}`,
    phone: random.chance(0.6) ? `07700 900${random.int(100, 999)}` : `01632 960${random.int(100, 999)}`,
    account: `${random.int(6000, 9899)} ${random.int(1000, 9999)}`,
    email: `${firstName}.${lastName}${random.int(2, 99)}@example.${random.pick(['com', 'org', 'net'])}`.toLowerCase(),
    job: random.pick(jobs), yearlyAmount: yearlyAmount(segment, random), leavesOn: null, leavesHurt: false,
  };
}

type Part = Pick<Customer, 'name' | 'sinceDay' | 'segment' | 'billing' | 'temper' | 'house' | 'street' | 'town' | 'postcode' | 'account' | 'yearlyAmount'>;

const part = (name: string, since: string, rest: Omit<Part, 'name' | 'sinceDay'>): Part => ({ name, sinceDay: dayOf(since), ...rest });

/** The people of the recorded calls. The first is the guest house that is failed three times in five months. */
export const cast: ReadonlyMap<string, Part> = new Map([
  [failedCustomerId, part('Ruth Hallam', '1994-03-14', { segment: 'Small business', billing: 'paper', temper: 'formal', house: 1, street: 'Ferryman Road', town: 'Saltmere', postcode: 'QX1 4ST', account: '7714 2290', yearlyAmount: 9800 })],
  ['C-10024', part('Enid Garside', '1996-09-02', { segment: 'Priority register', billing: 'paper', temper: 'chatty', house: 4, street: 'Osier Grove', town: 'Thornsea', postcode: 'QY2 3NP', account: '6031 1187', yearlyAmount: 940 })],
  ['C-10038', part('Delroy Fenner', '2014-05-19', { segment: 'Home', billing: 'paper', temper: 'brisk', house: 61, street: 'Foundry Street', town: 'Hexley', postcode: 'QY1 7JL', account: '8120 5534', yearlyAmount: 1310 })],
  ['C-10052', part('Padma Bhatt', '2007-04-11', { segment: 'Small business', billing: 'paper', temper: 'blunt', house: 18, street: 'Chandler Row', town: 'Kings Tarn', postcode: 'QV2 2GH', account: '9027 4416', yearlyAmount: 4900 })],
  ['C-10066', part('Kathleen Ormerod', '1993-11-29', { segment: 'Home', billing: 'online', temper: 'anxious', house: 33, street: 'Larkfield Road', town: 'Stonebeck', postcode: 'QJ5 1DF', account: '6442 9153', yearlyAmount: 1180 })],
  ['C-10079', part('Jamal Appiah', '2019-01-21', { segment: 'Home', billing: 'online', temper: 'brisk', house: 7, street: 'Gannet Close', town: 'Port Ellerby', postcode: 'QX3 6WX', account: '7906 4418', yearlyAmount: 1290 })],
  ['C-10093', part('Noreen Threlfall', '1999-02-08', { segment: 'Home', billing: 'online', temper: 'chatty', house: 12, street: 'Malthouse Lane', town: 'Hexley', postcode: 'QY1 2AB', account: '6688 3071', yearlyAmount: 1020 })],
  ['C-10107', part('Farah Iqbal', '2016-10-17', { segment: 'Priority register', billing: 'online', temper: 'anxious', house: 22, street: 'Plover Drive', town: 'Dunwick', postcode: 'QV4 5QR', account: '7255 8862', yearlyAmount: 1740 })],
  ['C-10121', part('Marek Kowalczyk', '2021-06-07', { segment: 'Home', billing: 'online', temper: 'formal', house: 9, street: 'Netmaker Road', town: 'Port Ellerby', postcode: 'QX3 1ST', account: '8841 2097', yearlyAmount: 1450 })],
  ['C-10135', part('Keith Pomfret', '2002-03-25', { segment: 'Home', billing: 'online', temper: 'blunt', house: 45, street: 'Bakehouse Lane', town: 'Ashcombe Vale', postcode: 'QJ1 8NP', account: '9310 6645', yearlyAmount: 1220 })],
]);

function withPart(base: Customer): Customer {
  const own = cast.get(base.id);
  if (!own) return base;
  const [firstName = '', lastName = ''] = own.name.split(' ');
  return { ...base, ...own, firstName, consentQuotes: true, email: `${firstName}.${lastName}@example.com`.toLowerCase() };
}

/** All customers; the planned leavers are those who joined long before the extract. */
export function createCustomers(random: Random): Customer[] {
  const names = new Set<string>();
  const customers: Customer[] = [];
  while (customers.length < customerCount) {
    const base = baseOf(customers.length, random);
    const customer = withPart(base);
    if (names.has(customer.name)) continue;
    names.add(customer.name);
    customers.push(customer);
  }
  const settled = random.shuffle(customers.filter((customer) => customer.sinceDay < firstDay && !cast.has(customer.id)));
  settled.slice(0, hurtLeavers + calmLeavers).forEach((customer, index) => {
    customer.leavesHurt = index < hurtLeavers;
    customer.leavesOn = random.int(dayOf('2024-04-15'), fullCoverageDay - 20);
  });
  return customers;
}

/** The day a customer joined, as in `customers.csv`. */
export function sinceDate(customer: Customer): string {
  return isoDate(customer.sinceDay);
}
