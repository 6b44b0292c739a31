import { envelope, type Envelope } from '#shared/model/envelope.ts';
import type { Estimate, FeeBeliefs, FeeInput, FeeInputs, FeeSource } from '#shared/model/fee.ts';
import type { Definitions } from '#shared/model/gap.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import { mean, variance } from '#shared/stats/descriptive.ts';
import { waldLimits } from '#shared/stats/limits.ts';
import { meanInterval } from '#shared/stats/mean-interval.ts';
import { newcombeUnpaired } from '#shared/stats/newcombe.ts';
import { shareEnvelope } from '#engine/metrics/shares.ts';
import type { Database } from '#engine/store/database.ts';
import { feeCustomers, type FeeCustomer } from '#engine/store/queries/fees.ts';
import { daySpan } from './calendar.ts';
import { codingOf, type Coding } from './coding.ts';
import { contactBase, type ContactBase } from './contact-base.ts';
import { contactCosts } from './contact-cost.ts';

export type FeeAsked = { code: string; startsOn: string; charged: { field: string; value: string } | null };

const dayMs = 86_400_000;
const seed = 20_041_101;
/** The window before is cut into so many, to see whether the groups parted already (metric specification, section 6). */
const preParts = 4;

/** What nobody can measure here, said openly as assumptions. */
const assumed: Pick<FeeBeliefs, 'fee' | 'waivedShare' | 'yearsLost' | 'discount' | 'oneOff'> = {
  fee: { low: 0, mode: 0, high: 0 }, waivedShare: { low: 0, mode: 0, high: 0.05 }, yearsLost: { low: 1, mode: 3, high: 5 }, discount: { low: 0.05, mode: 0.08, high: 0.12 }, oneOff: { low: 0, mode: 0, high: 0 },
};

const estimateOf = ({ value, ci }: Envelope, [least, most]: readonly [number, number] = [0, Infinity]): Estimate => {
  const inside = (number: number) => Math.min(most, Math.max(least, number));
  const mode = inside(value ?? 0);
  return { low: Math.min(mode, inside(ci?.lo ?? mode)), mode, high: Math.max(mode, inside(ci?.hi ?? mode)) };
};

type CallsOf = { before: number; after: number; parts: number[] };
type Calls = { calls: Map<string, CallsOf>; days: number; unit: number[]; given: number[]; ids: string[]; currency: string | null };

/** The longest window that fits on both sides: up to the last contact, back to the first coded one. Whole days. */
function windowDays(base: ContactBase, { setOf }: Coding, start: number): number {
  let [firstCoded, last] = [Infinity, -Infinity];
  for (let contact = 0; contact < base.n; contact += 1) {
    const at = base.at[contact] ?? Number.NaN;
    if (Number.isNaN(at)) continue;
    if ((setOf[contact] ?? 0) > 0 && at < firstCoded) firstCoded = at;
    if (at > last) last = at;
  }
  const days = Math.floor(Math.min(last + dayMs - start, start - firstCoded) / dayMs);
  return Number.isFinite(days) ? Math.max(0, days) : 0;
}

/** Notes a call of a customer; `within` is its place in the window before, 0 to 1, or null after the start. */
function note(calls: Map<string, CallsOf>, customer: string, within: number | null): void {
  const own = calls.get(customer) ?? { before: 0, after: 0, parts: Array.from({ length: preParts }, () => 0) };
  calls.set(customer, own);
  if (within === null) own.after += 1;
  else {
    own.before += 1;
    own.parts[Math.min(preParts - 1, Math.floor(within * preParts))]! += 1;
  }
}

/** Contacts with the cause per customer, before and after the start over windows of one length, and what those after it cost. */
function callsByCustomer(db: Database, definitions: Definitions, { code, startsOn }: FeeAsked): Calls {
  const base = contactBase(db, definitions);
  const coding = codingOf(db, base);
  const costs = contactCosts(db, base, { ...definitions, method: 'time-driven' });
  const position = coding.causes.findIndex((cause) => cause.id === code);
  const isMeant = coding.sets.map((members) => members.includes(position));
  const [start] = daySpan({ from: startsOn }, definitions.timeZone);
  const days = windowDays(base, coding, start);
  const span = days * dayMs;
  const found: Calls = { calls: new Map(), days, unit: [], given: [], ids: [], currency: costs.currencies.length === 1 ? costs.currencies[0] ?? null : null };
  for (let contact = 0; contact < base.n; contact += 1) {
    const at = base.at[contact] ?? Number.NaN;
    if (isMeant[coding.setOf[contact] ?? 0] !== true || !(Math.abs(at - start) <= span)) continue;
    const customer = base.customerIds[base.customer[contact] ?? -1];
    if (customer !== undefined) note(found.calls, customer, at >= start ? null : (at - start + span) / span);
    if (at < start) continue;
    const credit = (costs.creditCents[contact] ?? 0) / 100;
    const cents = costs.cents[contact] ?? Number.NaN;
    found.ids.push(base.ids[contact] ?? '');
    found.given.push(credit);
    if (!Number.isNaN(cents)) found.unit.push(cents / 100 - credit);
  }
  return found;
}

/** Difference of two means with its interval by their variances. */
function differenceOf(first: readonly number[], second: readonly number[]): { value: number; lo: number; hi: number } {
  const se = Math.sqrt((variance(first) ?? 0) / Math.max(1, first.length) + (variance(second) ?? 0) / Math.max(1, second.length));
  const value = (mean(first) ?? 0) - (mean(second) ?? 0);
  const [lo, hi] = waldLimits(value, se);
  return { value, lo, hi };
}

const slope = (parts: readonly number[]): number => parts.reduce((sum, count, at) => sum + count * (at - (parts.length - 1) / 2), 0);

/**
 * Contacts per charged customer: difference in differences of the contact rate, charged and not, before and after (Card &
 * Krueger 1994); without customers who are not charged, before and after alone. Refused where the groups parted before.
 */
function contactsPerCharged({ calls, days }: Calls, customers: readonly FeeCustomer[], evidence: InteractionFilter): { figure: Envelope; flags: string[] } {
  const changeOf = ({ id }: FeeCustomer) => {
    const own = calls.get(id);
    return own === undefined ? 0 : own.after - own.before;
  };
  const [charged, others] = [customers.filter((own) => own.isCharged === 1), customers.filter((own) => own.isCharged === 0)];
  const { value, lo, hi } = differenceOf(charged.map(changeOf), others.map(changeOf));
  const trend = differenceOf(charged.map(({ id }) => slope(calls.get(id)?.parts ?? [])), others.map(({ id }) => slope(calls.get(id)?.parts ?? [])));
  const flags = [...(others.length === 0 ? ['no_comparison'] : []), ...(lo <= 0 && hi >= 0 ? ['not_shown'] : []), ...(others.length > 0 && (trend.lo > 0 || trend.hi < 0) ? ['pre_trend'] : [])];
  const isRefused = charged.length === 0 || days < 28 || flags.includes('pre_trend');
  return {
    flags: days < 28 ? [...flags, 'too_short'] : flags,
    figure: envelope({ unit: 'ratio', value: isRefused ? null : value, n: charged.length, denominator: charged.length, reason: isRefused ? 'NOT_IDENTIFIED' : null, evidence, ci: isRefused ? null : { lo, hi, conf: 0.95, method: 'difference in differences' } }),
  };
}

function meanEnvelope(unit: Envelope['unit'], values: readonly number[], evidence: InteractionFilter | null): Envelope {
  const found = meanInterval(values, seed);
  return envelope({
    unit, value: found?.mean ?? null, n: values.length, denominator: values.length, evidence,
    ci: found?.ci ? { lo: found.ci[0], hi: found.ci[1], conf: 0.95, method: found.method === 't' ? 't' : `bootstrap-percentile seed ${seed}` } : null,
  });
}

function extraChurn(customers: readonly FeeCustomer[]): { figure: Envelope; flags: string[] } {
  const of = (isCharged: number) => customers.filter((own) => own.isCharged === isCharged);
  const left = (own: readonly FeeCustomer[]) => own.filter((customer) => customer.leftAt !== null).length;
  const [charged, others] = [of(1), of(0)];
  const { diff, ci } = newcombeUnpaired({ x1: left(charged), n1: charged.length, x2: left(others), n2: others.length });
  return {
    flags: diff === null ? ['no_comparison'] : ci !== null && ci[0] <= 0 && ci[1] >= 0 ? ['not_shown'] : [],
    figure: envelope({
      unit: 'share', value: diff, n: charged.length, denominator: charged.length, x: left(charged), reason: diff === null ? 'NOT_IDENTIFIED' : null,
      ci: ci && { lo: ci[0], hi: ci[1], conf: 0.95, method: 'newcombe' },
    }),
  };
}

/** Inputs of the fee simulator as the project's data show them, each with its interval; what they do not show is an assumption. */
export function feeInputs(db: Database, definitions: Definitions, asked: FeeAsked): FeeInputs {
  const found = callsByCustomer(db, definitions, asked);
  const customers = feeCustomers(db, asked.startsOn, asked.charged);
  const charged = customers.filter((own) => own.isCharged === 1);
  const evidence: InteractionFilter = { ids: found.ids.slice(0, 1000) };
  const contacts = contactsPerCharged(found, customers, evidence);
  const churn = extraChurn(customers);
  const figures: Partial<Record<FeeInput, Envelope>> = {
    customers: envelope({ unit: 'count', value: customers.length, n: customers.length, denominator: customers.length }),
    shareCharged: shareEnvelope({ x: charged.length, n: customers.length, evidence: null, flags: ['of_customers'] }),
    contactsPerCharged: contacts.figure, costPerContact: meanEnvelope('currency', found.unit, evidence), creditPerContact: meanEnvelope('currency', found.given, evidence),
    extraChurn: churn.figure, marginPerCustomerYear: meanEnvelope('currency', charged.map((own) => own.margin).filter((margin) => margin !== null), null),
  };
  const from = (input: FeeInput, bounds?: readonly [number, number]): Estimate => estimateOf(figures[input] ?? envelope({ unit: 'count', value: null }), bounds);
  const population = (input: FeeInput): Estimate => {
    const { mode } = from(input);
    return { low: mode, mode, high: mode };
  };
  const sources = (Object.keys({ ...figures, ...assumed }) as FeeInput[]).map((input): FeeSource => ({
    input, from: figures[input]?.value === null || figures[input] === undefined ? 'assumption' : 'data', figure: figures[input] ?? null,
    flags: input === 'contactsPerCharged' ? contacts.flags : input === 'extraChurn' ? churn.flags : [],
  }));
  return {
    currency: found.currency, comparedDays: found.days, sources,
    // Everybody is known here: the share that is charged is counted, not estimated.
    beliefs: {
      ...assumed, customers: population('customers'), shareCharged: population('shareCharged'), contactsPerCharged: from('contactsPerCharged'), costPerContact: from('costPerContact'),
      creditPerContact: from('creditPerContact'), extraChurn: from('extraChurn', [0, 1]), marginPerCustomerYear: from('marginPerCustomerYear'),
    },
  };
}
