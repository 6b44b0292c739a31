import { sum } from './descriptive.ts';
import { at } from './element.ts';
import { largestRemainder } from './largest-remainder.ts';
import { available, unavailable, type Outcome } from './outcome.ts';

/** The cost of one contact and the weights (any scale, >= 0) of the units that own its causes. */
export type OwnedCost = { readonly cost: number; readonly owners: ReadonlyMap<string, number> };

/** Where the cost of a contact without an owner goes. */
export const unallocated = 'Unallocated';

/** Currency per owner; the allocations with `Unallocated` add up to `total`. */
export type Chargeback = Outcome & { readonly allocations: ReadonlyMap<string, number> | null; readonly total: number | null };

/** Weights of one contact as shares; nobody with a weight means unallocated. */
function sharesOf(owners: ReadonlyMap<string, number>): [owner: string, share: number][] {
  const all = sum(owners.values());
  return all === 0 ? [[unallocated, 1]] : [...owners].map(([owner, weight]) => [owner, weight / all]);
}

/** Cost per owner: sum of cost x ownership weight, normalised per contact. NO_DATA without a contact. */
export function chargeback(contacts: readonly OwnedCost[]): Chargeback {
  if (contacts.length === 0) return { allocations: null, total: null, ...unavailable('NO_DATA') };
  const parts = new Map<string, number[]>([[unallocated, []]]);
  for (const { cost, owners } of contacts) {
    for (const [owner, share] of sharesOf(owners)) {
      const own = parts.get(owner);
      if (own) own.push(cost * share);
      else parts.set(owner, [cost * share]);
    }
  }
  const allocations = new Map([...parts].map(([owner, costs]) => [owner, sum(costs)]));
  return { allocations, total: sum(contacts.map((contact) => contact.cost)), ...available() };
}

/**
 * The same in whole cents: every contact's `costCents` is split by largest remainder, so that owners and `Unallocated` add up to the
 * total to the cent, contact by contact.
 */
export function chargebackCents(contacts: readonly { readonly costCents: number; readonly owners: ReadonlyMap<string, number> }[]): Map<string, number> {
  const cents = new Map<string, number>([[unallocated, 0]]);
  for (const { costCents, owners } of contacts) {
    const shares = sharesOf(owners);
    const parts = largestRemainder(costCents, shares.map(([, share]) => share));
    for (const [index, [owner]] of shares.entries()) cents.set(owner, (cents.get(owner) ?? 0) + at(parts, index));
  }
  return cents;
}
