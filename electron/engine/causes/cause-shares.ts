import { envelope, type Envelope } from '#shared/model/envelope.ts';
import type { CauseWeight } from '#shared/model/cause.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import { waldLimits } from '#shared/stats/limits.ts';
import { shareEnvelope } from '#engine/metrics/shares.ts';
import { smallSampleFlags } from '#engine/metrics/small-sample.ts';
import type { Coding } from './coding.ts';
import type { ContactBase } from './contact-base.ts';
import { distinctCustomers, shareVariance, splitsBy, weightedSums } from './weighted-sums.ts';

/** Accounts of a grouping under a weight: how much each has, and its share of everything coded. */
export type AccountShares = {
  amount(account: number): number;
  share(account: number, evidence: InteractionFilter): Envelope;
  contacts(account: number): number;
  readonly total: number; readonly coded: number; readonly codedAmount: number; readonly uncodedAmount: number;
};

export type ShareTask = {
  base: ContactBase; coding: Coding; mask: Uint8Array; weight: CauseWeight;
  /** Money of a contact, NaN where nobody knows; whether it was a bad experience. */
  costOf: (contact: number) => number; isBad: (contact: number) => boolean;
};

/**
 * Shares of everything coded by cause, owner or controllability: fractional 1/k, so that they add up; distinct customers
 * do not. Intervals: Wilson with a design effect for counts, the linearised ratio over customers for money.
 */
export function accountShares(task: ShareTask, accountOf: (cause: number) => number, accounts: number): AccountShares {
  const { base, coding, mask, weight } = task;
  const scope = { base, setOf: coding.setOf, splits: splitsBy(coding, accountOf), accounts, mask };
  const weigh = { count: () => 1, customers: () => 1, cost: task.costOf, harm: (contact: number) => Number(task.isBad(contact)) }[weight];
  const sums = weightedSums({ ...scope, weigh });
  const contacts = (account: number) => sums.contacts[account] ?? 0;
  if (weight === 'customers') {
    const distinct = distinctCustomers(scope);
    return {
      contacts, amount: (account) => distinct.byAccount[account] ?? 0, total: sums.total, coded: sums.coded, codedAmount: distinct.coded, uncodedAmount: distinct.uncoded,
      share: (account, evidence) => shareEnvelope({ x: distinct.byAccount[account] ?? 0, n: distinct.coded, evidence, flags: ['of_customers'] }),
    };
  }
  const amount = (account: number) => sums.amount[account] ?? 0;
  return {
    contacts, amount, total: sums.total, coded: sums.coded, codedAmount: sums.codedAmount, uncodedAmount: sums.uncodedAmount,
    share(account, evidence) {
      const variance = shareVariance(sums, account);
      if (weight === 'cost') return moneyShare({ x: amount(account), whole: sums.codedAmount, n: sums.coded, variance, evidence });
      const n = sums.codedAmount;
      const p = n === 0 ? 0 : amount(account) / n;
      const binomial = n === 0 ? 0 : (p * (1 - p)) / n;
      return shareEnvelope({ x: amount(account), n, evidence, designEffect: binomial === 0 ? 1 : Math.max(1, variance / binomial) });
    },
  };
}

function moneyShare({ x, whole, n, variance, evidence }: { x: number; whole: number; n: number; variance: number; evidence: InteractionFilter }): Envelope {
  if (whole <= 0) return envelope({ unit: 'share', value: null, n, reason: n === 0 ? 'NO_DATA' : 'ZERO_DENOMINATOR', evidence });
  const share = x / whole;
  const [lo, hi] = waldLimits(share, Math.sqrt(variance));
  return envelope({
    unit: 'share', value: share, n, denominator: n, flags: smallSampleFlags(n, []), evidence,
    ci: { lo: Math.max(0, lo), hi: Math.min(1, hi), conf: 0.95, method: 'linearised ratio over customers' },
  });
}
