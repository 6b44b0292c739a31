import type { Buyer } from '#shared/stats/bgnbd.ts';
import type { Spender } from '#shared/stats/gamma-gamma.ts';
import type { Stepwise } from '#shared/stats/stepwise.ts';
import type { Database } from '#engine/store/database.ts';
import { purchaseDaysOfCustomer, purchaseDaysOfRows, type PurchaseDay } from '#engine/store/queries/purchase-days.ts';
import { rowRanges } from '#engine/store/steps.ts';
import { dayOf } from './days.ts';

/**
 * How somebody bought: purchases of one day are one, times are in weeks. `buyer` as known on the last day, `spender` what they
 * spent on each return (null for who bought once, or brought nothing); `early` as known on the day that the trial begins
 * (null for who had not bought yet), and `later` how often they bought after it.
 */
export type BuyingHistory = { readonly buyer: Buyer; readonly spender: Spender | null; readonly early: Buyer | null; readonly later: number };

/** The last day, and the day on which the trial begins; as stored. */
export type Span = { readonly until: string; readonly cut: string };

/** Customers whose purchases are read in one step: some 20 ms where each has made twenty. */
const customersAtOnce = 200;

function buyerOn(days: readonly number[], on: number): Buyer | null {
  const seen = days.filter((day) => day <= on);
  const [first] = seen;
  return first === undefined ? null : { x: seen.length - 1, recency: ((seen.at(-1) ?? first) - first) / 7, age: (on - first) / 7 };
}

/** The history of one customer from their days, in order; null without a purchase. Returns count against what was spent after the first day. */
export function historyOf(days: readonly PurchaseDay[], { until, cut }: Span): BuyingHistory | null {
  const bought = days.filter(([, , , purchases]) => purchases > 0).map(([, day]) => dayOf(day));
  const buyer = buyerOn(bought, dayOf(until));
  if (buyer === null) return null;
  const first = days.findIndex(([, , , purchases]) => purchases > 0);
  const spent = days.slice(first + 1).reduce((sum, [, , value]) => sum + value, 0);
  const early = buyerOn(bought, dayOf(cut));
  return { buyer, spender: buyer.x > 0 && spent > 0 ? { x: buyer.x, meanValue: spent / buyer.x } : null, early, later: early === null ? 0 : buyer.x - early.x };
}

/** Whether some value is an amount and no margin, and the currencies of all. */
export type Money = { isRevenue: boolean; readonly currencies: Set<string | null> };

function note(money: Money, days: readonly PurchaseDay[]): void {
  for (const [, , , , unknown, first, last] of days) {
    if (unknown > 0) money.isRevenue = true;
    money.currencies.add(first).add(last);
  }
}

/** The history of every customer who bought, some customers in each step. */
export function* buyingHistories(db: Database, span: Span): Stepwise<{ histories: BuyingHistory[]; money: Money }> {
  const histories: BuyingHistory[] = [];
  const money: Money = { isRevenue: false, currencies: new Set() };
  for (const range of rowRanges(db, 'customer', customersAtOnce)) {
    const rows = purchaseDaysOfRows(db, range, span.until);
    note(money, rows);
    for (let from = 0, to = 0; from < rows.length; from = to) {
      while (to < rows.length && rows[to]?.[0] === rows[from]?.[0]) to += 1;
      const history = historyOf(rows.slice(from, to), span);
      if (history !== null) histories.push(history);
    }
    yield;
  }
  return { histories, money };
}

/** The history of one customer; null for who has bought nothing. */
export function buyingHistory(db: Database, id: string, span: Span): BuyingHistory | null {
  return historyOf(purchaseDaysOfCustomer(db, id, span.until), span);
}
