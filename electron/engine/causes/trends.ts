import type { Trend } from '#shared/model/cause.ts';
import { benjaminiHochberg } from '#shared/stats/benjamini-hochberg.ts';
import { sum } from '#shared/stats/descriptive.ts';
import { twoProportionTest } from '#shared/stats/two-proportion-test.ts';
import { periodAt, weekCalendar, type Calendar } from './calendar.ts';
import type { Coding } from './coding.ts';
import type { ContactBase } from './contact-base.ts';

/** Contacts of each cause, and coded contacts, by week: `x[cause][week]`, `n[week]`. */
export type Weeks = { readonly calendar: Calendar; readonly x: readonly Int32Array[]; readonly n: Int32Array };

/** The last whole weeks before the end of the contacts in scope; whole contacts, not split. */
export function causeWeeks({ base, coding: { causes, sets, setOf }, mask }: { base: ContactBase; coding: Coding; mask: Uint8Array }, weeks: number, zone: string): Weeks {
  let end = Number.NEGATIVE_INFINITY;
  for (let contact = 0; contact < base.n; contact += 1) {
    const at = base.at[contact] ?? Number.NaN;
    if (mask[contact] === 1 && at > end) end = at;
  }
  const calendar = Number.isFinite(end) ? weekCalendar(end, weeks, zone) : { names: [], starts: [] };
  const x = causes.map(() => new Int32Array(calendar.names.length));
  const n = new Int32Array(calendar.names.length);
  for (let contact = 0; contact < base.n; contact += 1) {
    const members = mask[contact] === 1 ? sets[setOf[contact] ?? 0] ?? [] : [];
    const week = members.length === 0 ? -1 : periodAt(calendar, base.at[contact] ?? Number.NaN);
    if (week < 0) continue;
    n[week]! += 1;
    for (const cause of members) x[cause]![week]! += 1;
  }
  return { calendar, x, n };
}

const recentWeeks = 4;
/** Fewer than this in all twelve weeks carry no direction. */
const fewestContacts = 5;
/** On screen one in ten of what is named may be chance (metric specification, 0.7). */
const falseDiscoveryRate = 0.1;

/** Rising or falling where the last four weeks differ from those before, by Benjamini-Hochberg over all causes tested. */
export function trendsOf({ calendar, x, n }: Weeks): Trend[] {
  const cut = calendar.names.length - recentWeeks;
  const tests = x.map((counts) => {
    const shares = { x1: sum(counts.slice(cut)), n1: sum(n.slice(cut)), x2: sum(counts.slice(0, cut)), n2: sum(n.slice(0, cut)) };
    const test = cut > 0 && shares.x1 + shares.x2 >= fewestContacts ? twoProportionTest(shares) : null;
    return test === null ? null : { p: test.p, isUp: shares.x1 / shares.n1 > shares.x2 / shares.n2 };
  });
  const tested = tests.filter((test) => test !== null);
  const flags = benjaminiHochberg(tested.map(({ p }) => p), falseDiscoveryRate).rejectedFlags ?? [];
  const isReal = new Map(tested.map((test, at) => [test, flags[at] === true]));
  return x.map((counts, cause): Trend => {
    const test = tests[cause] ?? null;
    const direction = test === null ? 'unknown' : isReal.get(test) !== true ? 'level' : test.isUp ? 'rising' : 'falling';
    return { weeks: calendar.names.map((week, at) => ({ week, x: counts[at] ?? 0, n: n[at] ?? 0 })), direction };
  });
}
