import { smdOfMeans, smdOfShares } from '#shared/stats/smd.ts';
import type { IndexContact } from '#engine/store/queries/after-outcome.ts';
import { dayOf } from './days.ts';

const years = [2, 5, 10, 20];
/** No earlier contact, one, two and more. */
const earlierBands = 3;
/** Below this a covariate counts as balanced (Austin 2009). */
export const balancedBelow = 0.1;

function quintiles(values: readonly number[]): number[] {
  const sorted = Float64Array.from(values).sort();
  return [0.2, 0.4, 0.6, 0.8].map((share) => sorted[Math.floor(share * sorted.length)] ?? 0);
}

const tenureYears = ({ since, at }: IndexContact): number => (since === null ? -1 : (dayOf(at) - dayOf(since)) / 365);

/** How many of the ascending cuts a value has reached. */
function band(value: number, cuts: readonly number[]): number {
  let reached = 0;
  while (reached < cuts.length && value >= (cuts[reached] ?? 0)) reached += 1;
  return reached;
}

/** Stored times and ids are compared unit by unit: the rules of a language take twenty times as long and say the same. */
const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byTime = (a: IndexContact, b: IndexContact): number => inOrder(a.at, b.at) || inOrder(a.customer, b.customer);

/** The first of a cell in order of time; where all of them find a partner, their order changes nothing. */
const earliest = (contacts: readonly IndexContact[], count: number): readonly IndexContact[] => (contacts.length === count ? contacts : contacts.toSorted(byTime).slice(0, count));

/** Numbers the cells of what is compared; a number takes a fraction of the time that a text of all of it would. */
function cellNumbers(cuts: readonly number[]): (contact: IndexContact) => number {
  const byChannel = new Map<string, Map<string | null, number>>();
  let kinds = 0;
  return (contact) => {
    let byReason = byChannel.get(contact.channel);
    if (byReason === undefined) byChannel.set(contact.channel, (byReason = new Map()));
    let kind = byReason.get(contact.reason);
    if (kind === undefined) byReason.set(contact.reason, (kind = kinds++));
    const tenure = kind * (years.length + 1) + band(tenureYears(contact), years);
    const spend = tenure * (cuts.length + 1) + band(contact.spend, cuts);
    return spend * earlierBands + Math.min(earlierBands - 1, contact.contacts);
  };
}

export type Matched = { bad: IndexContact[]; good: IndexContact[]; pairs: number; dropped: number; worstSmd: number | null; isBalanced: boolean };

/**
 * Pairs of bad and good with the same reason, channel, tenure band, quintile of a year's spend and number of earlier
 * contacts (0, 1, 2 and more), one to one in order of time. What finds no partner is dropped and counted.
 */
export function matchPairs(all: readonly IndexContact[]): Matched {
  const compared = all.filter(({ outcome }) => outcome !== 'neutral');
  const cellOf = cellNumbers(quintiles(compared.map(({ spend }) => spend)));
  const cells = new Map<number, { bad: IndexContact[]; good: IndexContact[] }>();
  for (const contact of compared) {
    const cell = cellOf(contact);
    let own = cells.get(cell);
    if (own === undefined) cells.set(cell, (own = { bad: [], good: [] }));
    if (contact.outcome !== 'neutral') own[contact.outcome].push(contact);
  }
  const [bad, good]: [IndexContact[], IndexContact[]] = [[], []];
  for (const own of cells.values()) {
    const pairs = Math.min(own.bad.length, own.good.length);
    bad.push(...earliest(own.bad, pairs));
    good.push(...earliest(own.good, pairs));
  }
  const worstSmd = worst(bad, good);
  return { bad, good, pairs: bad.length, dropped: compared.length - bad.length - good.length, worstSmd, isBalanced: worstSmd !== null && worstSmd < balancedBelow };
}

/** The largest absolute standardised difference over tenure, spend, earlier contacts and channel; null below two pairs. */
function worst(bad: readonly IndexContact[], good: readonly IndexContact[]): number | null {
  if (bad.length < 2) return null;
  const of = (value: (contact: IndexContact) => number) => smdOfMeans(bad.map(value), good.map(value)) ?? 0;
  const phone = (contacts: readonly IndexContact[]) => contacts.filter(({ channel }) => channel === 'phone').length / contacts.length;
  return Math.max(...[of(tenureYears), of(({ spend }) => spend), of(({ contacts }) => contacts), smdOfShares(phone(bad), phone(good)) ?? 0].map(Math.abs));
}
