import { at } from './element.ts';
import { available, ratio, unavailable, type Outcome } from './outcome.ts';
import { wilson } from './wilson.ts';
import type { Limits } from './limits.ts';

/** `day` counts days from any fixed origin and may be fractional; `customer` null = not linked. */
export type DatedContact = { readonly customer: string | null; readonly reason: string | null; readonly day: number };

export type FcrQuestion = {
  readonly contacts: readonly DatedContact[];
  /** `same_reason`: only contacts about the same reason follow each other; `any_reason`: all of a customer. */
  readonly match: 'same_reason' | 'any_reason';
  readonly asOfDay: number;
  readonly windowDays: number;
};

/** Counts are of first contacts, except `unlinked` (all contacts without a customer). */
export type Fcr = Outcome & {
  readonly fcr: number | null; readonly ci: Limits | null;
  readonly firstContactsMature: number; readonly resolved: number; readonly immature: number; readonly unlinked: number;
};

/** Gaps are compared with a little room so that days computed from time stamps still meet "exactly W". */
const roomDays = 1e-9;

/** Days of the contacts that follow each other, ascending, one array per customer (and reason). */
function threads({ contacts, match }: FcrQuestion): number[][] {
  const byKey = new Map<string, number[]>();
  for (const { customer, reason, day } of contacts) {
    if (customer === null) continue;
    const key = JSON.stringify(match === 'same_reason' ? [customer, reason] : [customer]);
    const days = byKey.get(key);
    if (days) days.push(day);
    else byKey.set(key, [day]);
  }
  return [...byKey.values()].map((days) => days.sort((a, b) => a - b));
}

function whyNot(question: FcrQuestion, unlinked: number): Outcome {
  if (question.contacts.length === 0) return unavailable('NO_DATA');
  return unavailable(unlinked === question.contacts.length ? 'UNLINKED' : 'NOT_MATURE');
}

/**
 * First-contact resolution by repeat window: of the first contacts (none by the same customer in the W days before) with W days of
 * follow-up, the share without another contact within W days. A gap of exactly W days is a repeat, and so is one of the same day.
 * NO_DATA without a contact, UNLINKED without a customer, NOT_MATURE without a first contact that is old enough.
 */
export function fcrRepeatWindow(question: FcrQuestion): Fcr {
  const { asOfDay, windowDays } = question;
  const window = windowDays + roomDays;
  let mature = 0;
  let resolved = 0;
  let immature = 0;
  for (const days of threads(question)) {
    for (const [index, day] of days.entries()) {
      if (index > 0 && day - at(days, index - 1) <= window) continue;
      if (asOfDay - day + roomDays < windowDays) {
        immature += 1;
        continue;
      }
      mature += 1;
      const next = days[index + 1];
      if (next === undefined || next - day > window) resolved += 1;
    }
  }
  const unlinked = question.contacts.filter((contact) => contact.customer === null).length;
  const fcr = ratio(resolved, mature);
  return {
    fcr, ci: wilson({ x: resolved, n: mature }), firstContactsMature: mature, resolved, immature, unlinked,
    ...(fcr === null ? whyNot(question, unlinked) : available()),
  };
}
