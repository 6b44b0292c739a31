import { smdOfMeans, smdOfShares } from '#shared/stats/smd.ts';
import type { IndexContact } from '#engine/store/queries/after-outcome.ts';
import { dayOf } from './days.ts';

const years = [2, 5, 10, 20];
/** Below this a covariate counts as balanced (Austin 2009). */
export const balancedBelow = 0.1;

function quintiles(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  return [0.2, 0.4, 0.6, 0.8].map((share) => sorted[Math.floor(share * sorted.length)] ?? 0);
}

const tenureYears = ({ since, at }: IndexContact): number => (since === null ? -1 : (dayOf(at) - dayOf(since)) / 365);
const band = (value: number, cuts: readonly number[]): number => cuts.filter((cut) => value >= cut).length;

export type Matched = { bad: IndexContact[]; good: IndexContact[]; pairs: number; dropped: number; worstSmd: number | null; isBalanced: boolean };

/**
 * Pairs of bad and good with the same reason, channel, tenure band, quintile of a year's spend and number of earlier
 * contacts (0, 1, 2 and more), one to one in order of time. What finds no partner is dropped and counted.
 */
export function matchPairs(all: readonly IndexContact[]): Matched {
  const cuts = quintiles(all.map(({ spend }) => spend));
  const cell = (contact: IndexContact): string => JSON.stringify([contact.reason, contact.channel, band(tenureYears(contact), years), band(contact.spend, cuts), Math.min(2, contact.contacts)]);
  const sorted = all.toSorted((a, b) => a.at.localeCompare(b.at) || a.customer.localeCompare(b.customer));
  const cells = new Map<string, { bad: IndexContact[]; good: IndexContact[] }>();
  for (const contact of sorted) {
    if (contact.outcome === 'neutral') continue;
    const key = cell(contact);
    const own = cells.get(key) ?? { bad: [], good: [] };
    cells.set(key, own);
    own[contact.outcome].push(contact);
  }
  const [bad, good]: [IndexContact[], IndexContact[]] = [[], []];
  for (const own of cells.values()) {
    const pairs = Math.min(own.bad.length, own.good.length);
    bad.push(...own.bad.slice(0, pairs));
    good.push(...own.good.slice(0, pairs));
  }
  const worstSmd = worst(bad, good);
  const compared = all.filter(({ outcome }) => outcome !== 'neutral').length;
  return { bad, good, pairs: bad.length, dropped: compared - bad.length - good.length, worstSmd, isBalanced: worstSmd !== null && worstSmd < balancedBelow };
}

/** The largest absolute standardised difference over tenure, spend, earlier contacts and channel; null below two pairs. */
function worst(bad: readonly IndexContact[], good: readonly IndexContact[]): number | null {
  if (bad.length < 2) return null;
  const of = (value: (contact: IndexContact) => number) => smdOfMeans(bad.map(value), good.map(value)) ?? 0;
  const phone = (contacts: readonly IndexContact[]) => contacts.filter(({ channel }) => channel === 'phone').length / contacts.length;
  return Math.max(...[of(tenureYears), of(({ spend }) => spend), of(({ contacts }) => contacts), smdOfShares(phone(bad), phone(good)) ?? 0].map(Math.abs));
}
