import type { CauseGroup, CauseReport, CauseRow, CauseWeight, Trend } from '#shared/model/cause.ts';
import type { CostMethod } from '#shared/model/cost.ts';
import type { Envelope } from '#shared/model/envelope.ts';
import type { Definitions } from '#shared/model/gap.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import { wilson } from '#shared/stats/wilson.ts';
import { shareEnvelope } from '#engine/metrics/shares.ts';
import { usualFrom } from '#engine/metrics/small-sample.ts';
import type { Database } from '#engine/store/database.ts';
import type { CauseCode } from '#engine/store/queries/cause-codes.ts';
import { badContacts, scopeOf } from './cause-scope.ts';
import { accountShares, type AccountShares, type ShareTask } from './cause-shares.ts';
import { codingOf, type Coding } from './coding.ts';
import { contactBase } from './contact-base.ts';
import { contactCosts } from './contact-cost.ts';
import { preventableShare } from './preventable-share.ts';
import { causeWeeks, trendsOf } from './trends.ts';

export type ParetoAsked = { weight: CauseWeight; method: CostMethod; filter: InteractionFilter };

const vitalShare = 0.8;
const trendWeeks = 12;

/** The list of a cause's interactions; by its short form where two causes share a name. */
export function causeEvidence({ causes }: Coding, { key, name }: CauseCode, filter: InteractionFilter): InteractionFilter {
  const isOne = causes.filter((cause) => cause.name === name).length === 1;
  return isOne ? { ...filter, cause: name } : { ...filter, code: key };
}

/** The root-cause Pareto with everything that stands beside a bar (metric specification, section 8). */
export function paretoReport(db: Database, definitions: Definitions, { weight, method, filter }: ParetoAsked): CauseReport {
  const base = contactBase(db, definitions);
  const coding = codingOf(db, base);
  const costs = contactCosts(db, base, { ...definitions, method });
  const mask = scopeOf(db, base, { filter, definitions });
  const bad = badContacts(db, base);
  const isMixed = costs.currencies.length > 1;
  const costOf = (contact: number) => (isMixed ? Number.NaN : (costs.cents[contact] ?? Number.NaN) / 100);
  const task: ShareTask = { base, coding, mask, weight, costOf, isBad: (contact) => bad[contact] === 1 };
  const shares = accountShares(task, (cause) => cause, coding.causes.length);
  const money = weight === 'cost' ? shares : accountShares({ ...task, weight: 'cost' }, (cause) => cause, coding.causes.length);
  const harm = weight === 'harm' ? shares : accountShares({ ...task, weight: 'harm' }, (cause) => cause, coding.causes.length);
  const listed: InteractionFilter = weight === 'harm' ? { ...filter, measuredBy: 'bad-contact' } : filter;
  const causes = rowsOf({ coding, shares, money, harm, listed, weight, trends: trendsOf(causeWeeks(task, trendWeeks, definitions.timeZone)) });
  const otherAmount = causes.filter((row) => row.isOther).reduce((sum, row) => sum + row.amount, 0);
  const everything = shares.codedAmount + shares.uncodedAmount;
  const preventable = preventableShare(coding, mask, filter);
  return {
    weight, method, currency: costs.currencies.length === 1 ? costs.currencies[0] ?? null : null,
    causes, isRanked: shares.coded >= usualFrom && causes.every((row) => isNarrow(row.share)),
    total: shares.total, coded: shares.coded, codedAmount: shares.codedAmount,
    uncoded: { amount: shares.uncodedAmount, share: shareEnvelope({ x: shares.total - shares.coded, n: shares.total, evidence: { ...listed, cause: null } }) },
    unknownShare: everything === 0 ? null : (shares.uncodedAmount + otherAmount) / everything,
    owners: groupsOf(task, listed, (cause) => cause.owner), controllableBy: groupsOf(task, listed, (cause) => cause.controllableBy),
    preventable: preventable.share, preventableContacts: preventable.contacts, cannotTell: preventable.cannotTell, ...spanOf(base, mask),
  };
}

type RowTask = { coding: Coding; shares: AccountShares; money: AccountShares; harm: AccountShares; listed: InteractionFilter; weight: CauseWeight; trends: readonly Trend[] };

function rowsOf({ coding, shares, money, harm, listed, weight, trends }: RowTask): CauseRow[] {
  const used = coding.causes.filter((cause) => shares.contacts(cause.position) > 0);
  const ordered = used.sort((a, b) => Number(a.isOther) - Number(b.isOther) || comparable(shares.amount(b.position)) - comparable(shares.amount(a.position)) || a.name.localeCompare(b.name));
  const badShare = harm.coded === 0 ? 0 : harm.codedAmount / harm.coded;
  let reached = 0;
  let isReached = false;
  return ordered.map((cause): CauseRow => {
    const { id, key, name, owner, controllableBy, preventable, isOther, position } = cause;
    const amount = shares.amount(position);
    const isVital = weight !== 'customers' && !isOther && !isReached && amount > 0;
    reached += amount;
    if (reached >= vitalShare * shares.codedAmount * (1 - 1e-12)) isReached = true;
    const contacts = shares.contacts(position);
    return {
      code: id, key, name, owner, controllableBy, preventable, isOther, share: shares.share(position, causeEvidence(coding, cause, listed)), amount, contacts,
      cost: money.codedAmount > 0 ? money.amount(position) : null, cumulative: weight === 'customers' || isOther || shares.codedAmount === 0 ? null : reached / shares.codedAmount, isVital,
      trend: trends[position] ?? { weeks: [], direction: 'unknown' }, value: valueOf(cause, { bad: harm.amount(position), contacts, badShare }),
    };
  });
}

/** An order needs intervals of at most 15 points to each side (metric specification 0.2). */
const isNarrow = ({ n, ci }: Envelope): boolean => n >= usualFrom && ci !== null && (ci.hi - ci.lo) / 2 <= 0.15;

/** Splitting by thirds leaves rounding behind; equal amounts shall tie. */
const comparable = (amount: number): number => Number(amount.toPrecision(12));

/**
 * A person's word, or what the data suggest: to the customer an irritant where contacts are a bad experience more often
 * than usual (the interval lies above), to the company where the cause is preventable.
 */
function valueOf({ customer, company, preventable }: CauseCode, { bad, contacts, badShare }: { bad: number; contacts: number; badShare: number }): CauseRow['value'] {
  if (customer !== null && company !== null) return { customer, company, isSuggested: false };
  const ci = contacts >= usualFrom ? wilson({ x: Math.min(bad, contacts), n: contacts }) : null;
  return {
    customer: ci === null ? null : ci[0] > badShare ? 'irritant' : ci[1] < badShare ? 'value' : null,
    company: preventable === null ? null : preventable ? 'irritant' : 'value', isSuggested: true,
  };
}

function groupsOf(task: ShareTask, filter: InteractionFilter, nameOf: (cause: CauseCode) => string | null): CauseGroup[] {
  const { causes } = task.coding;
  const names = [...new Set(causes.map(nameOf))];
  const shares = accountShares(task, (cause) => names.indexOf(causes[cause] ? nameOf(causes[cause]) : null), names.length);
  return names.map((name, at): CauseGroup => ({ name, amount: shares.amount(at), share: { ...shares.share(at, filter), evidence: null } }))
    .filter((group) => group.amount > 0).sort((a, b) => Number(a.name === null) - Number(b.name === null) || b.amount - a.amount);
}

function spanOf({ n, at }: { n: number; at: Float64Array }, mask: Uint8Array): { firstAt: string | null; lastAt: string | null } {
  let [first, last] = [Infinity, -Infinity];
  for (let contact = 0; contact < n; contact += 1) {
    const time = at[contact] ?? Number.NaN;
    if (mask[contact] !== 1 || Number.isNaN(time)) continue;
    if (time < first) first = time;
    if (time > last) last = time;
  }
  const text = (time: number): string | null => (Number.isFinite(time) ? new Date(time).toISOString() : null);
  return { firstAt: text(first), lastAt: text(last) };
}
