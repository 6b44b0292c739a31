import { mean } from '#shared/stats/descriptive.ts';
import { smdFlag, smdOfMeans, smdOfShares, smdRedFlag } from '#shared/stats/smd.ts';
import type { Contact } from './contacts.ts';

export type Difference = { name: string; responders: number | null; others: number | null; smd: number | null; flag: 'none' | 'flag' | 'red' };

/** Queues and reasons beyond this many are not compared one by one. */
const mostValues = 12;

const numbers: readonly [name: string, of: (contact: Contact) => number | null][] = [
  ['qualityScore', (contact) => contact.qa], ['handleSeconds', (contact) => contact.handleSeconds],
  ['customerValue', (contact) => contact.value], ['tenureDays', (contact) => contact.tenureDays],
];
const flags: readonly [name: string, of: (contact: Contact) => number | null][] = [
  ['transferred', (contact) => contact.transferred], ['repeatContact', (contact) => contact.repeated],
];

/** Those who answered against all others, on everything that is known of both, the largest standardised difference first. */
export function differencesOf(responders: readonly Contact[], others: readonly Contact[]): Difference[] {
  const known = (contacts: readonly Contact[], of: (contact: Contact) => number | null) => contacts.flatMap((contact) => of(contact) ?? []);
  const byNumber = numbers.map(([name, of]) => {
    const [a, b] = [known(responders, of), known(others, of)];
    return difference(name, { responders: mean(a), others: mean(b), smd: smdOfMeans(a, b) });
  });
  const byFlag = flags.map(([name, of]) => shareDifference(name, known(responders, of), known(others, of)));
  const byValue = (['channel', 'queue', 'reason'] as const).flatMap((field) => commonValues([...responders, ...others], field).map((value) => {
    const has = (contacts: readonly Contact[]) => contacts.map((contact) => (contact[field] === value ? 1 : 0));
    return shareDifference(`${field}:${value}`, has(responders), has(others));
  }));
  return [...byNumber, ...byFlag, ...byValue].filter((row) => row.smd !== null).sort((a, b) => Math.abs(b.smd ?? 0) - Math.abs(a.smd ?? 0));
}

function commonValues(contacts: readonly Contact[], field: 'channel' | 'queue' | 'reason'): string[] {
  const counts = new Map<string, number>();
  for (const contact of contacts) {
    const value = contact[field];
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).slice(0, mostValues).map(([value]) => value);
}

function shareDifference(name: string, responders: readonly number[], others: readonly number[]): Difference {
  const [a, b] = [mean(responders), mean(others)];
  return difference(name, { responders: a, others: b, smd: a === null || b === null ? null : smdOfShares(a, b) });
}

function difference(name: string, sides: Pick<Difference, 'responders' | 'others' | 'smd'>): Difference {
  const size = Math.abs(sides.smd ?? 0);
  return { name, ...sides, flag: size > smdRedFlag ? 'red' : size > smdFlag ? 'flag' : 'none' };
}
