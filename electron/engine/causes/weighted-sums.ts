import type { Coding } from './coding.ts';
import type { ContactBase } from './contact-base.ts';

/** How a set of causes splits over accounts: causes, owners, whoever can change it. Parts add up to 1. */
export type Split = readonly { readonly account: number; readonly part: number }[];

/** 1/k of a contact for each of its k causes, gathered by account. */
export function splitsBy({ sets }: Coding, accountOf: (cause: number) => number): Split[] {
  return sets.map((members) => {
    const parts = new Map<number, number>();
    for (const cause of members) parts.set(accountOf(cause), (parts.get(accountOf(cause)) ?? 0) + 1 / members.length);
    return [...parts].map(([account, part]) => ({ account, part }));
  });
}

/**
 * Contacts of a scope added up under a weight. `amount` by account with each contact split 1/k over its k causes;
 * `squares` and `products` are sums over customers of (own part)^2 and own part x own whole, from which the variance of a
 * share follows.
 */
export type WeightedSums = {
  readonly amount: Float64Array; readonly contacts: Int32Array; readonly squares: Float64Array; readonly products: Float64Array;
  total: number; codedAmount: number; coded: number; uncodedAmount: number; wholeSquares: number;
};

type Scope = { base: ContactBase; setOf: Int32Array; splits: readonly Split[]; accounts: number; mask: Uint8Array; /** How much one contact weighs; NaN leaves it out. */ weigh: (contact: number) => number };

export function weightedSums({ base, setOf, splits, accounts: k, mask, weigh }: Scope): WeightedSums {
  const sums: WeightedSums = {
    amount: new Float64Array(k), contacts: new Int32Array(k), squares: new Float64Array(k), products: new Float64Array(k),
    total: 0, codedAmount: 0, coded: 0, uncodedAmount: 0, wholeSquares: 0,
  };
  const own = new Float64Array(k);
  const touched: number[] = [];
  let whole = 0;
  const flush = (): void => {
    for (const account of touched) {
      const part = own[account] ?? 0;
      sums.squares[account]! += part * part;
      sums.products[account]! += part * whole;
      own[account] = 0;
    }
    sums.wholeSquares += whole * whole;
    touched.length = 0;
    whole = 0;
  };
  const { order, starts } = base.clusters;
  for (let at = 0; at < order.length; at += 1) {
    if (starts[at] === 1) flush();
    const contact = order[at] ?? 0;
    if (mask[contact] !== 1) continue;
    sums.total += 1;
    const split = splits[setOf[contact] ?? 0] ?? [];
    if (split.length > 0) sums.coded += 1;
    const weight = weigh(contact);
    for (const { account } of split) sums.contacts[account]! += 1;
    if (Number.isNaN(weight)) continue;
    if (split.length === 0) {
      sums.uncodedAmount += weight;
      continue;
    }
    sums.codedAmount += weight;
    whole += weight;
    for (const { account, part } of split) {
      if (own[account] === 0) touched.push(account);
      own[account]! += weight * part;
      sums.amount[account]! += weight * part;
    }
  }
  flush();
  return sums;
}

/**
 * Variance of the share amount / codedAmount of one account: the linearised ratio over customers, so that several contacts
 * of one customer count as what they are (Cochran 1977, section 6.3; Kish 1965).
 */
export function shareVariance(sums: WeightedSums, account: number): number {
  if (sums.codedAmount <= 0) return 0;
  const share = (sums.amount[account] ?? 0) / sums.codedAmount;
  const residuals = (sums.squares[account] ?? 0) - 2 * share * (sums.products[account] ?? 0) + share * share * sums.wholeSquares;
  return Math.max(0, residuals) / sums.codedAmount ** 2;
}

/** Distinct customers by account, those with any coded contact, and those of whom no contact is coded. They do not add up over accounts. */
export function distinctCustomers({ base, setOf, splits, accounts, mask }: Omit<Scope, 'weigh'>): { byAccount: Int32Array; coded: number; uncoded: number } {
  const byAccount = new Int32Array(accounts);
  const last = new Int32Array(accounts).fill(-1);
  let [coded, uncoded, whose, isCoded, isThere] = [0, 0, -1, false, false];
  const close = (): void => {
    if (isThere && isCoded) coded += 1;
    else if (isThere) uncoded += 1;
    [isCoded, isThere] = [false, false];
  };
  for (const contact of base.episodes.order) {
    if (base.customer[contact] !== whose) close();
    whose = base.customer[contact] ?? -1;
    if (mask[contact] !== 1) continue;
    isThere = true;
    for (const { account } of splits[setOf[contact] ?? 0] ?? []) {
      isCoded = true;
      if (last[account] === whose) continue;
      last[account] = whose;
      byAccount[account]! += 1;
    }
  }
  close();
  return { byAccount, coded, uncoded };
}
