import { envelope, type Envelope } from '#shared/model/envelope.ts';
import type { ChargeLine, ChargeMode, CostMethod, CostReport, OwnerCharge } from '#shared/model/cost.ts';
import type { Definitions } from '#shared/model/gap.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import { sum } from '#shared/stats/descriptive.ts';
import { zFor } from '#shared/stats/limits.ts';
import { shareEnvelope } from '#engine/metrics/shares.ts';
import { smallSampleFlags } from '#engine/metrics/small-sample.ts';
import type { Database } from '#engine/store/database.ts';
import { openDisputes } from '#engine/store/queries/statements.ts';
import { allocate, type Account, type Allocation } from './allocation.ts';
import { chargeSpread, type Spread } from './charge-spread.ts';
import { chargedSets, type Charged } from './charged-sets.ts';
import { codingAgreement } from './coding-agreement.ts';
import { codingOf, type Coding } from './coding.ts';
import { contactBase, type ContactBase } from './contact-base.ts';
import { contactCosts, monthsWithin, type ContactCosts } from './contact-cost.ts';

/** Most interactions that one list names. */
export const longestList = 1000;
/** Charge-back needs this share of contacts coded, or a random sample of them. */
const codedEnough = 0.8;

export type CostAsked = { method: CostMethod; from?: string | undefined; to?: string | undefined };

/** Everything that a cost question reads, once. */
export type CostBooks = {
  readonly base: ContactBase; readonly coding: Coding; readonly costs: ContactCosts; readonly charged: Charged;
  readonly within: readonly [from: number, to: number]; readonly allocation: Allocation;
};

export function costBooks(db: Database, definitions: Definitions, asked: CostAsked): CostBooks {
  const base = contactBase(db, definitions);
  const coding = codingOf(db, base);
  const costs = contactCosts(db, base, { ...definitions, method: asked.method });
  const charged = chargedSets(base, coding);
  const within = monthsWithin(costs.calendar, asked);
  const { starts } = costs.calendar;
  const inPeriod = (at: number) => at >= (starts[within[0]] ?? Infinity) && at < (starts[within[1]] ?? -Infinity);
  const looseCreditCents = sum(costs.looseCredits.filter(({ at }) => inPeriod(at)).map(({ cents }) => cents));
  const allocation = allocate({ ...costs, within, sets: coding.sets, charged, handled: base.handled, looseCreditCents });
  return { base, coding, costs, charged, within, allocation };
}

/** Cents of one contact on each of its `k` accounts. */
function centsOn({ costs, within }: CostBooks, contact: number, k: number): number {
  const month = costs.monthOf[contact] ?? -1;
  const cents = costs.cents[contact] ?? Number.NaN;
  return month < within[0] || month >= within[1] || Number.isNaN(cents) ? Number.NaN : cents / k;
}

function spreadOver(books: CostBooks, accountsOf: (cause: number) => number, accounts: number): Spread {
  const { base, coding, charged } = books;
  const ofSet = coding.sets.map((members) => [...new Set(members.map(accountsOf))].filter((account) => account >= 0));
  return chargeSpread(base, accounts, {
    of(contact) {
      const set = charged.setOf[contact] ?? 0;
      const own = ofSet[set] ?? [];
      const cents = own.length === 0 ? Number.NaN : centsOn(books, contact, coding.sets[set]?.length ?? 1);
      return Number.isNaN(cents) ? null : { accounts: own, cents };
    },
  });
}

/** The contacts charged to any of these causes, newest first as they were imported, as a list; the first 1,000 of more. */
export function chargedList(books: CostBooks, causes: ReadonlySet<number>): InteractionFilter {
  const { base, coding, charged, costs, within } = books;
  const isMeant = coding.sets.map((members) => members.some((cause) => causes.has(cause)));
  const ids: string[] = [];
  for (let contact = base.n - 1; contact >= 0 && ids.length < longestList; contact -= 1) {
    const month = costs.monthOf[contact] ?? -1;
    if (isMeant[charged.setOf[contact] ?? 0] === true && month >= within[0] && month < within[1]) ids.push(base.ids[contact] ?? '');
  }
  return { ids };
}

/** A sum of money in the unit of the report with its interval; hidden below five contacts. */
function money(cents: number, { n, squares }: { n: number; squares: number }, evidence: InteractionFilter): Envelope {
  const half = zFor() * Math.sqrt(squares);
  const flags = smallSampleFlags(n, n > longestList ? ['list_of_1000'] : []);
  return envelope({
    unit: 'currency', value: cents / 100, n, denominator: n, flags, evidence,
    ci: { lo: Math.max(0, cents - half) / 100, hi: (cents + half) / 100, conf: 0.95, method: 'compound Poisson over customers' },
  });
}

const totalOf = ({ ownCents, repeatCents, creditCents }: Account): number => ownCents + repeatCents + creditCents;

function linesOf(books: CostBooks): ChargeLine[] {
  const { coding, allocation } = books;
  const spread = spreadOver(books, (cause) => cause, coding.causes.length);
  return allocation.accounts.filter(({ cause }) => cause >= 0).map((account): ChargeLine => {
    const { id, key, name, owner } = coding.causes[account.cause] ?? { id: '', key: '', name: '', owner: null };
    const about = { n: spread.n[account.cause] ?? 0, squares: spread.squares[account.cause] ?? 0 };
    return {
      code: id, key, name, owner, contacts: account.contacts, repeats: account.repeats, minutes: account.minutes,
      serviceCost: account.ownCents / 100, repeatCost: account.repeatCents / 100, credits: account.creditCents / 100, total: totalOf(account) / 100,
      cost: money(totalOf(account), about, chargedList(books, new Set([account.cause]))),
    };
  }).sort((a, b) => b.total - a.total || a.name.localeCompare(b.name));
}

function ownersOf(books: CostBooks, lines: readonly ChargeLine[], mode: ChargeMode): OwnerCharge[] {
  const { causes } = books.coding;
  const names = [...new Set(lines.map((line) => line.owner).filter((owner) => owner !== null))].sort();
  const spread = spreadOver(books, (cause) => names.indexOf(causes[cause]?.owner ?? '\n'), names.length);
  return names.map((owner, at): OwnerCharge => {
    const own = lines.filter((line) => line.owner === owner);
    const cents = Math.round(sum(own.map((line) => Math.round(line.total * 100))));
    const mine = new Set(causes.filter((cause) => cause.owner === owner).map((cause) => cause.position));
    const cost = money(cents, { n: spread.n[at] ?? 0, squares: spread.squares[at] ?? 0 }, chargedList(books, mine));
    const isWhole = mode.codedShare.x === mode.codedShare.n;
    return {
      owner, total: cents / 100, contacts: sum(own.map((line) => line.contacts)), repeats: sum(own.map((line) => line.repeats)),
      minutes: sum(own.map((line) => line.minutes)), credits: sum(own.map((line) => Math.round(line.credits * 100))) / 100, cost,
      charged: mode.mode === 'showback' ? null : isWhole ? cents / 100 : Math.round((cost.ci?.lo ?? 0) * 100) / 100,
    };
  }).sort((a, b) => b.total - a.total || a.owner.localeCompare(b.owner));
}

/** Whether money may be moved: coded well enough, by people who agree. */
function modeOf(db: Database, { base, coding, costs, within }: CostBooks): ChargeMode {
  let [n, coded] = [0, 0];
  for (let contact = 0; contact < base.n; contact += 1) {
    const month = costs.monthOf[contact] ?? -1;
    if (month < within[0] || month >= within[1] || base.handled[contact] !== 1) continue;
    n += 1;
    if ((coding.setOf[contact] ?? 0) > 0) coded += 1;
  }
  const codedShare = shareEnvelope({ x: coded, n, evidence: { cause: null } });
  const agreement = codingAgreement(db);
  const isEnough = (codedShare.value ?? 0) >= codedEnough;
  return { mode: isEnough && agreement.isReliable ? 'chargeback' : 'showback', codedShare, codedEnough: isEnough, agreement, disputesOpen: openDisputes(db) };
}

function flagsOf({ base, costs, within, allocation }: CostBooks, method: CostMethod): string[] {
  const months = costs.months.slice(...within);
  const outside = base.at.some((at, contact) => !Number.isNaN(at) && costs.monthOf[contact] === -1);
  return [
    ...(months.length === 0 ? ['no_costs'] : []), ...(costs.currencies.length > 1 ? ['mixed_currencies'] : []),
    ...(method === 'time-driven' && months.some((month) => month.method !== method) ? ['no_capacity'] : []),
    ...(allocation.unusedCents < 0 ? ['over_capacity'] : []), ...(months.length > 0 && costs.estimated > 0 && method === 'time-driven' ? ['minutes_estimated'] : []),
    ...(months.length > 0 && outside ? ['months_without_cost'] : []),
  ];
}

function ratio(unit: Envelope['unit'], [above, below]: readonly [number, number], n: number): Envelope {
  return envelope({ unit, value: below === 0 ? null : above / below, n, denominator: below, reason: below === 0 ? 'ZERO_DENOMINATOR' : null });
}

/** What service cost, who answers for it, and whether that may move budget (metric specification, section 8). */
export function costReport(db: Database, definitions: Definitions, asked: CostAsked): CostReport {
  const books = costBooks(db, definitions, asked);
  const { costs, within, allocation, coding } = books;
  const months = costs.months.slice(...within);
  const timed = months.filter((month) => month.method === 'time-driven');
  const contacts = sum(months.map((month) => month.contacts));
  const mode = modeOf(db, books);
  const isMixed = costs.currencies.length > 1;
  const lines = isMixed ? [] : linesOf(books);
  const nobodys = allocation.accounts.find(({ cause }) => cause === -1);
  const noOwner = sum(allocation.accounts.filter(({ cause }) => cause >= 0 && (coding.causes[cause]?.owner ?? null) === null).map(totalOf));
  const uncoded = nobodys === undefined ? 0 : totalOf(nobodys);
  const pounds = (cents: number): number => (isMixed ? 0 : Math.round(cents) / 100);
  const used = sum(timed.map((month) => month.usedMinutes));
  const practical = sum(timed.map((month) => month.practicalMinutes ?? 0));
  return {
    method: asked.method, currency: costs.currencies.length === 1 ? costs.currencies[0] ?? null : null,
    firstMonth: months[0]?.month ?? null, lastMonth: months.at(-1)?.month ?? null, months: months.length,
    total: pounds(allocation.totalCents), serviceCost: pounds(allocation.serviceCents), credits: pounds(allocation.creditCents),
    owners: ownersOf(books, lines, mode), lines,
    unallocated: pounds(uncoded + noOwner + allocation.looseCreditCents),
    unallocatedParts: { uncoded: pounds(uncoded), noOwner: pounds(noOwner), looseCredits: pounds(allocation.looseCreditCents) },
    unused: pounds(allocation.unusedCents),
    perMinute: ratio('currency', [sum(timed.map((month) => month.cents)) / 100, practical], contacts),
    perContact: ratio('currency', [sum(months.map((month) => month.cents)) / 100, contacts], contacts),
    utilisation: ratio('share', [used, practical], contacts), mode, flags: flagsOf(books, asked.method),
    minutesEstimated: asked.method === 'time-driven' ? costs.estimated : 0,
  };
}
