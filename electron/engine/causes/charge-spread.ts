import type { ContactBase } from './contact-base.ts';

/** For each account: contacts behind it, and the sum over customers of (what their contacts cost it)^2, in cents. */
export type Spread = { readonly n: Int32Array; readonly squares: Float64Array };

type Charges = {
  /** Accounts of a contact, and its cents on each of them; null where it is not charged at all. */
  of(contact: number): { accounts: readonly number[]; cents: number } | null;
};

/**
 * What the interval of a charged sum needs: customers call or do not call by chance, so the variance of a sum over a
 * period is the sum over customers of their squared parts (compound Poisson). Contacts of unknown customers stand alone.
 */
export function chargeSpread({ clusters: { order, starts } }: Pick<ContactBase, 'clusters'>, accounts: number, charges: Charges): Spread {
  const spread = { n: new Int32Array(accounts), squares: new Float64Array(accounts) };
  const sums = new Float64Array(accounts);
  const touched: number[] = [];
  const flush = (): void => {
    for (const account of touched) {
      spread.squares[account]! += (sums[account] ?? 0) ** 2;
      sums[account] = 0;
    }
    touched.length = 0;
  };
  const add = (contact: number): void => {
    const charge = charges.of(contact);
    if (charge === null) return;
    for (const account of charge.accounts) {
      if (sums[account] === 0) touched.push(account);
      sums[account]! += charge.cents;
      spread.n[account]! += 1;
    }
  };
  for (let at = 0; at < order.length; at += 1) {
    if (starts[at] === 1) flush();
    add(order[at] ?? 0);
  }
  flush();
  return spread;
}
