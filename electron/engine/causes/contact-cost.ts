import type { Definitions } from '#shared/model/gap.ts';
import type { CostMethod } from '#shared/model/cost.ts';
import { cachedUnder } from '#engine/metrics/project-cache.ts';
import type { Database } from '#engine/store/database.ts';
import { costMonths, credits, moneyCurrencies, type CostMonth } from '#engine/store/queries/cost-months.ts';
import { contactProducts } from '#engine/store/queries/contact-columns.ts';
import { importStamp } from '#engine/store/queries/content-stamp.ts';
import { monthAfter, monthCalendar, periodAt, type Calendar } from './calendar.ts';
import { linkCredits } from './credits.ts';
import type { ContactBase } from './contact-base.ts';

/** Where only paid minutes are known: 80 to 85 % of them can be worked (Kaplan & Anderson 2004); the upper end charges least. */
const practicalShareOfPaid = 0.85;

/** One month's money: what it cost, what a minute or a contact costs, and how much of the capacity was used. Cents and minutes. */
export type MonthCost = {
  readonly month: string; readonly cents: number; readonly method: CostMethod;
  /** Cents a minute, or a contact where the method is `fully-loaded`; null where nothing was handled. */
  readonly rate: number | null;
  readonly practicalMinutes: number | null; readonly usedMinutes: number; readonly contacts: number;
  /** Whole cents of the month that contacts used; the rest is unused capacity. */
  readonly usedCents: number;
};

/** Money by contact. `cents` holds service cost and credits, NaN where the month has no cost; `units` is what it is charged by: minutes, or 1. */
export type ContactCosts = {
  readonly currencies: readonly string[];
  readonly calendar: Calendar; readonly months: readonly MonthCost[];
  readonly monthOf: Int32Array; readonly minutes: Float64Array; readonly cents: Float64Array; readonly creditCents: Float64Array;
  readonly looseCredits: readonly { at: number; cents: number }[];
  /** Contacts whose minutes were not known and were taken from others of their reason. */
  readonly estimated: number;
};

/** Mean minutes of handled contacts by reason, and of all. */
class ReasonMeans {
  readonly #sums = new Map<number, [sum: number, n: number]>();

  note(reason: number, minutes: number): void {
    for (const key of [reason, everyReason]) {
      const own = this.#sums.get(key);
      if (own === undefined) this.#sums.set(key, [minutes, 1]);
      else {
        own[0] += minutes;
        own[1] += 1;
      }
    }
  }

  /** 0 where no contact at all was measured. */
  of(reason: number): number {
    const [sum, n] = this.#sums.get(reason) ?? this.#sums.get(everyReason) ?? [0, 1];
    return sum / n;
  }
}
const everyReason = -2;

/** Minutes of handled contacts, with the mean of their reason where nobody measured them, else of all. */
function filledMinutes({ n, minutes, reason, handled }: ContactBase): { filled: Float64Array; estimated: number } {
  const means = new ReasonMeans();
  const filled = new Float64Array(n);
  let estimated = 0;
  for (let contact = 0; contact < n; contact += 1) {
    const value = minutes[contact] ?? Number.NaN;
    if (handled[contact] === 1 && !Number.isNaN(value)) means.note(reason[contact] ?? -1, value);
  }
  for (let contact = 0; contact < n; contact += 1) {
    if (handled[contact] !== 1) continue;
    const value = minutes[contact] ?? Number.NaN;
    filled[contact] = Number.isNaN(value) ? means.of(reason[contact] ?? -1) : value;
    if (Number.isNaN(value)) estimated += 1;
  }
  return { filled, estimated };
}

type Use = { contacts: number; minutes: number };

/**
 * The money of one month. Time-driven: a minute costs what the month cost over its practical capacity, and what nobody
 * used is apart (Kaplan & Anderson 2004). Without a capacity, or without minutes, every handled contact costs the same.
 */
export function monthCost(row: CostMonth, use: Use, wanted: CostMethod): MonthCost {
  const practicalMinutes = row.practicalMinutes ?? (row.paidMinutes === null ? null : row.paidMinutes * practicalShareOfPaid);
  const isTimed = wanted === 'time-driven' && practicalMinutes !== null && practicalMinutes > 0 && use.minutes > 0;
  const about = { month: row.month, cents: row.cents, practicalMinutes, usedMinutes: use.minutes, contacts: use.contacts };
  if (isTimed) {
    const rate = row.cents / practicalMinutes;
    return { ...about, method: 'time-driven', rate, usedCents: Math.round(rate * use.minutes) };
  }
  return { ...about, method: 'fully-loaded', rate: use.contacts === 0 ? null : row.cents / use.contacts, usedCents: use.contacts === 0 ? 0 : row.cents };
}

function monthsOf(base: ContactBase, calendar: Calendar, { rows, monthOf, filled, method }: { rows: readonly CostMonth[]; monthOf: Int32Array; filled: Float64Array; method: CostMethod }): MonthCost[] {
  const uses = calendar.names.map((): Use => ({ contacts: 0, minutes: 0 }));
  for (let contact = 0; contact < base.n; contact += 1) {
    const use = uses[monthOf[contact] ?? -1];
    if (use === undefined || base.handled[contact] !== 1) continue;
    use.contacts += 1;
    use.minutes += filled[contact] ?? 0;
  }
  const known = new Map(rows.map((row) => [row.month, row]));
  const nothing = { cents: 0, paidMinutes: null, practicalMinutes: null };
  return calendar.names.map((month, at) => monthCost(known.get(month) ?? { month, ...nothing }, uses[at] ?? { contacts: 0, minutes: 0 }, method));
}

function build(db: Database, base: ContactBase, { method, timeZone, episodeGapDays }: CostQuestion): ContactCosts {
  const rows = costMonths(db);
  const calendar = monthCalendar(rows[0]?.month ?? '1970-01', rows.at(-1)?.month ?? '1969-12', timeZone);
  const { filled, estimated } = filledMinutes(base);
  const monthOf = Int32Array.from(base.at, (at) => periodAt(calendar, at));
  const months = monthsOf(base, calendar, { rows, monthOf, filled, method });
  const given = credits(db);
  const products = contactProducts(db, [...new Set(given.map(({ customer }) => customer))]);
  const { cents: creditCents, loose } = linkCredits(base, given, { gapDays: episodeGapDays, products });
  const hasCost = new Set(rows.map((row) => row.month));
  const cents = Float64Array.from(monthOf, (at, contact) => {
    const month = months[at];
    if (month === undefined || !hasCost.has(month.month)) return Number.NaN;
    const units = month.method === 'time-driven' ? filled[contact] ?? 0 : base.handled[contact] ?? 0;
    return units * (month.rate ?? 0) + (creditCents[contact] ?? 0);
  });
  return { currencies: moneyCurrencies(db), calendar, months, monthOf, minutes: filled, cents, creditCents, looseCredits: loose, estimated };
}

export type CostQuestion = Pick<Definitions, 'timeZone' | 'episodeGapDays'> & { method: CostMethod };

/** What each contact cost, read again only after an import. */
export function contactCosts(db: Database, base: ContactBase, question: CostQuestion): ContactCosts {
  const name = `contact costs ${question.method} ${question.timeZone} ${question.episodeGapDays}`;
  return cachedUnder(db, { name, stamp: importStamp(db) }, () => build(db, base, question));
}

/** The months of a calendar that days touch: positions from, to (exclusive). */
export function monthsWithin({ names }: Calendar, days: { from?: string | undefined; to?: string | undefined }): readonly [from: number, to: number] {
  const first = days.from === undefined ? 0 : names.findIndex((month) => month >= (days.from ?? '').slice(0, 7));
  const after = days.to === undefined ? -1 : names.findIndex((month) => month >= monthAfter((days.to ?? '').slice(0, 7)));
  return [first === -1 ? names.length : first, after === -1 ? names.length : after];
}
