import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate } from '#engine/causes/allocation.ts';
import { chargedSets } from '#engine/causes/charged-sets.ts';
import { monthCost } from '#engine/causes/contact-cost.ts';
import { episodesOfCustomers } from '#engine/causes/episodes.ts';
import type { CauseCode } from '#engine/store/queries/cause-codes.ts';

const cause = (position: number, controllableBy: string | null = 'process'): CauseCode => ({
  position, id: `k${position}`, key: `K${position}`, name: `Cause ${position}`, owner: `Unit ${position}`, controllableBy, preventable: true, isOther: false, customer: null, company: null,
});
const dayMs = 86_400_000;

/** A project of random size: contacts of some customers over some months, with sets of causes, minutes, credits and costs of any shape. */
const aProject = fc.record({
  months: fc.array(fc.record({
    cents: fc.integer({ min: -50_000, max: 9_000_000 }), paidMinutes: fc.option(fc.integer({ min: 0, max: 90_000 })), practicalMinutes: fc.option(fc.integer({ min: 0, max: 70_000 })),
  }), { minLength: 1, maxLength: 8 }),
  contacts: fc.array(fc.record({
    month: fc.nat(7), day: fc.integer({ min: 0, max: 29 }), customer: fc.integer({ min: -1, max: 6 }), reason: fc.integer({ min: -1, max: 2 }),
    minutes: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 90, noNaN: true })), handled: fc.boolean(), set: fc.nat(5), credit: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 30_000 })),
  }), { maxLength: 60, size: '+1' }),
  loose: fc.nat(5000), method: fc.constantFrom('time-driven' as const, 'fully-loaded' as const), within: fc.tuple(fc.nat(8), fc.nat(8)),
});
const sets = [[], [0], [1], [0, 1], [0, 1, 2], [3]];
const causes = [cause(0), cause(1), cause(2), cause(3, 'agent')];

test('of 1,000 random projects: accounts + unused capacity + loose credits = total cost, to the cent', () => {
  let splits = 0;
  fc.assert(fc.property(aProject, ({ months, contacts, loose, method, within: [a, b] }) => {
    const n = contacts.length;
    const inMonth = contacts.map(({ month }) => (month < months.length ? month : -1));
    const columns = {
      n, at: Float64Array.from(contacts, ({ month, day }) => (month * 30 + day) * dayMs), customer: Int32Array.from(contacts, (own) => own.customer),
      reason: Int32Array.from(contacts, (own) => own.reason),
    };
    const charged = chargedSets({ n, episodes: episodesOfCustomers(columns, 14) }, { causes, sets, setOf: Int32Array.from(contacts, (own) => own.set) });
    const within = [Math.min(a, b, months.length), Math.min(Math.max(a, b) + 1, months.length)] as const;
    const money = months.map((row, at) => {
      const own = contacts.filter((contact, index) => contact.handled && inMonth[index] === at);
      return monthCost({ month: String(at), ...row }, { contacts: own.length, minutes: own.reduce((sum, contact) => sum + contact.minutes, 0) }, method);
    });
    const result = allocate({
      months: money, within, sets, charged, monthOf: Int32Array.from(inMonth), minutes: Float64Array.from(contacts, (own) => (own.handled ? own.minutes : 0)),
      handled: Uint8Array.from(contacts, (own) => Number(own.handled)), creditCents: Float64Array.from(contacts, (own) => own.credit), looseCreditCents: loose,
    });
    const accounts = result.accounts.reduce((sum, own) => sum + own.ownCents + own.repeatCents + own.creditCents, 0);
    const service = months.slice(...within).reduce((sum, month) => sum + month.cents, 0);
    const given = contacts.reduce((sum, own, index) => sum + ((inMonth[index] ?? -1) >= within[0] && (inMonth[index] ?? -1) < within[1] ? own.credit : 0), 0);
    if (result.accounts.length > 2) splits += 1;
    expect(result.accounts.every((own) => Number.isInteger(own.ownCents) && Number.isInteger(own.repeatCents) && Number.isInteger(own.creditCents))).toBe(true);
    expect(result.totalCents).toBe(service + given + loose);
    expect(accounts + result.unusedCents + result.looseCreditCents).toBe(result.totalCents);
  }), { numRuns: 1000, seed: 20_261_121 });
  expect(splits).toBeGreaterThan(200);
});

test('a repeat is charged to the cause that began the episode; one that lies with an agent stays with the service', () => {
  const at = Float64Array.from([0, 5, 10, 40, 12], (day) => day * dayMs);
  const columns = { n: 5, at, customer: Int32Array.from([0, 0, 0, 0, 1]), reason: Int32Array.from([1, 1, 1, 1, 1]) };
  const episodes = episodesOfCustomers(columns, 14);
  // The customer calls about cause 0, again tagged with cause 1, again because of an agent; then a month later, and somebody else.
  const charged = chargedSets({ n: 5, episodes }, { causes, sets, setOf: Int32Array.from([1, 2, 5, 2, 2]) });
  expect([...charged.setOf]).toEqual([1, 1, 5, 2, 2]);
  expect([...charged.isRepeat]).toEqual([0, 1, 0, 0, 0]);
});

test('an episode whose first contact nobody coded is begun by the first that was', () => {
  const at = Float64Array.from([0, 3, 6], (day) => day * dayMs);
  const episodes = episodesOfCustomers({ n: 3, at, customer: Int32Array.from([0, 0, 0]), reason: Int32Array.from([1, -1, 1]) }, 14);
  const charged = chargedSets({ n: 3, episodes }, { causes, sets, setOf: Int32Array.from([0, 1, 2]) });
  expect([...charged.setOf]).toEqual([0, 1, 1]);
  expect([...charged.isRepeat]).toEqual([0, 0, 1]);
});

test('exactly 14 days apart is one episode, a day more is two', () => {
  const of = (days: number) => episodesOfCustomers({ n: 2, at: Float64Array.from([0, days * dayMs]), customer: Int32Array.from([0, 0]), reason: Int32Array.from([1, 1]) }, 14).count;
  expect([of(14), of(15)]).toEqual([1, 2]);
});

test('Kaplan & Anderson 2004: 0.80 a minute, and the unused minutes apart', () => {
  const month = monthCost({ month: '2004-01', cents: 56_000_000, paidMinutes: null, practicalMinutes: 700_000 }, { contacts: 1, minutes: 578_600 }, 'time-driven');
  expect(month.rate).toBe(80);
  expect(month.cents - month.usedCents).toBe(121_400 * 80);
});
