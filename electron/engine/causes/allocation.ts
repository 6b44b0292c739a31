import { largestRemainder } from '#shared/stats/largest-remainder.ts';
import type { Charged } from './charged-sets.ts';
import type { MonthCost } from './contact-cost.ts';

/** What one cause pays, or nobody (cause -1): whole cents; contacts and minutes split 1/k over a contact's causes. */
export type Account = { cause: number; contacts: number; repeats: number; minutes: number; ownCents: number; repeatCents: number; creditCents: number };

/** The whole period: `accounts` with their credits, unused capacity and loose credits add up to `totalCents`, to the cent. */
export type Allocation = {
  readonly accounts: readonly Account[]; readonly totalCents: number; readonly serviceCents: number; readonly creditCents: number;
  readonly unusedCents: number; readonly looseCreditCents: number;
};

export type AllocationTask = {
  readonly months: readonly MonthCost[];
  /** Positions of months from, to (exclusive). */
  readonly within: readonly [from: number, to: number];
  readonly sets: readonly (readonly number[])[];
  readonly charged: Charged;
  readonly monthOf: Int32Array; readonly minutes: Float64Array; readonly handled: Uint8Array; readonly creditCents: Float64Array;
  readonly looseCreditCents: number;
};

const nobody: readonly number[] = [-1];

type Bill = { month: number; isRepeat: boolean; minutes: number | null; units: number; creditCents: number };

class Books {
  readonly accounts = new Map<number, Account>();
  /** Weights of a month by account: own contacts at `2 cause`, repeats at `2 cause + 1`; nobody is cause -1. */
  readonly #weights = new Map<number, Map<number, number>>();

  account(cause: number): Account {
    let own = this.accounts.get(cause);
    if (own === undefined) {
      own = { cause, contacts: 0, repeats: 0, minutes: 0, ownCents: 0, repeatCents: 0, creditCents: 0 };
      this.accounts.set(cause, own);
    }
    return own;
  }

  weigh(month: number, slot: number, units: number): void {
    let own = this.#weights.get(month);
    if (own === undefined) {
      own = new Map();
      this.#weights.set(month, own);
    }
    own.set(slot, (own.get(slot) ?? 0) + units);
  }

  /** One contact on the accounts of its causes. @param bill `minutes` is null for a contact that nobody handled */
  charge(payers: readonly number[], { month, isRepeat, minutes, units, creditCents }: Bill): void {
    const share = 1 / payers.length;
    const parts = creditCents === 0 ? null : largestRemainder(creditCents, payers.map(() => 1));
    for (const [at, cause] of payers.entries()) {
      const account = this.account(cause);
      account.creditCents += parts?.[at] ?? 0;
      if (minutes === null) continue;
      account[isRepeat ? 'repeats' : 'contacts'] += share;
      account.minutes += minutes * share;
      this.weigh(month, 2 * cause + (isRepeat ? 1 : 0), units * share);
    }
  }

  /** Splits the cents of a month by its weights. @returns the cents that found an account */
  close(month: number, cents: number): number {
    const slots = [...this.#weights.get(month) ?? []].sort(([a], [b]) => a - b);
    const parts = largestRemainder(cents, slots.map(([, units]) => units));
    let spent = 0;
    for (const [at, [slot]] of slots.entries()) {
      const account = this.account(Math.floor(slot / 2));
      const part = parts[at] ?? 0;
      if (slot % 2 === 0) account.ownCents += part;
      else account.repeatCents += part;
      spent += part;
    }
    return spent;
  }
}

/**
 * Charges every handled contact of the months to its causes, month by month in whole cents by largest remainder, and its
 * credits cent by cent. What capacity nobody used stays apart and is charged to nobody.
 */
export function allocate(task: AllocationTask): Allocation {
  const { months, within: [from, to], sets, charged, monthOf, minutes, handled, creditCents: credits, looseCreditCents } = task;
  const books = new Books();
  let creditCents = looseCreditCents;
  for (let contact = 0; contact < monthOf.length; contact += 1) {
    const month = monthOf[contact] ?? -1;
    if (month < from || month >= to) continue;
    const members = sets[charged.setOf[contact] ?? 0] ?? [];
    const given = credits[contact] ?? 0;
    const own = handled[contact] === 1 ? minutes[contact] ?? 0 : null;
    books.charge(members.length === 0 ? nobody : members, {
      month, isRepeat: charged.isRepeat[contact] === 1, minutes: own, units: months[month]?.method === 'time-driven' ? own ?? 0 : 1, creditCents: given,
    });
    creditCents += given;
  }
  let [serviceCents, unusedCents] = [0, 0];
  for (let month = from; month < to; month += 1) {
    const { cents, usedCents } = months[month] ?? { cents: 0, usedCents: 0 };
    serviceCents += cents;
    unusedCents += cents - books.close(month, usedCents);
  }
  return { accounts: [...books.accounts.values()], totalCents: serviceCents + creditCents, serviceCents, creditCents, unusedCents, looseCreditCents };
}
