import { describe, expect, test } from 'vitest';
import { discountedYears, fitRetention, heldOut, refitRetention, stayChance, tenureAt, type Relationship } from '#engine/customers/retention-model.ts';
import { mulberry32, randomBeta } from '#shared/stats/prng.ts';

const day = (year: number): string => new Date(Date.UTC(2000, 0, 1) + Math.round(year * 365.25) * 86_400_000).toISOString().slice(0, 10);

/** Contracts begun over twenty years; each customer leaves at a renewal with a chance of their own. */
function relationships(count: number, chance: (random: () => number) => number): Relationship[] {
  const random = mulberry32(99);
  return Array.from({ length: count }, () => {
    const begun = 20 * random();
    const theta = chance(random);
    let years = 1;
    while (years < 60 && random() >= theta) years += 1;
    return { begunOn: day(begun), leftOn: years === 60 ? null : day(begun + years) };
  });
}
const tenuresOf = (all: readonly Relationship[]) => all.flatMap((own) => tenureAt(own, day(20)) ?? []);

describe('a tenure', () => {
  const relationship = { begunOn: '2020-03-01', leftOn: '2023-03-01' };
  test.each([
    ['2020-02-28', null], ['2020-12-01', { renewals: 0, isLost: false }], ['2021-03-01', { renewals: 1, isLost: false }], ['2022-11-01', { renewals: 2, isLost: false }],
    ['2023-03-01', { renewals: 2, isLost: true }], ['2026-01-01', { renewals: 2, isLost: true }],
  ])('of a contract of three years, known on %s', (on, tenure) => (tenure === null ? expect(tenureAt(relationship, on)).toBeNull() : expect(tenureAt(relationship, on)).toMatchObject(tenure)));

  test('somebody who leaves in the middle of a year does not renew it', () => {
    expect(tenureAt({ begunOn: '2020-03-01', leftOn: '2021-09-01' }, '2026-01-01')).toMatchObject({ renewals: 1, isLost: true });
    expect(tenureAt({ begunOn: '2020-03-01', leftOn: '2020-04-01' }, '2026-01-01')).toMatchObject({ renewals: 0, isLost: true });
  });

  test('what lies in its last three years is counted apart', () => {
    expect(tenureAt({ begunOn: '2000-03-01', leftOn: null }, '2026-06-01')).toMatchObject({ renewals: 26, recent: { kept: 3, lost: 0 } });
    expect(tenureAt({ begunOn: '2000-03-01', leftOn: '2025-03-01' }, '2026-06-01')).toMatchObject({ renewals: 24, recent: { kept: 1, lost: 1 } });
    expect(tenureAt({ begunOn: '2000-03-01', leftOn: '2020-03-01' }, '2026-06-01')).toMatchObject({ recent: { kept: 0, lost: 0 } });
  });
});

describe('how customers stay', () => {
  // Fader & Hardie 2007, their cohort "regular": alpha 0.704, beta 1.182.
  const mixed = relationships(6000, (random) => randomBeta(random, 0.704, 1.182));

  test('a retention that differs between customers is found again in contracts of any age', () => {
    const model = fitRetention(tenuresOf(mixed));
    if (model?.kind !== 'sbg') throw new Error('no sBG');
    expect(Math.abs(model.alpha - 0.704)).toBeLessThan(0.06);
    expect(Math.abs(model.beta - 1.182)).toBeLessThan(0.12);
  });

  test('who renewed often is likelier to renew, and has more years to come', () => {
    const model = fitRetention(tenuresOf(mixed));
    if (model === null) throw new Error('no model');
    expect(stayChance(model, { renewals: 8, years: 1 })).toBeGreaterThan(stayChance(model, { renewals: 0, years: 1 }) + 0.2);
    expect(discountedYears(model, 8, 0.1)).toBeGreaterThan((discountedYears(model, 0, 0.1) ?? Infinity) + 2);
  });

  test('the first three quarters of the time tell the last one', () => {
    const found = heldOut(mixed, { first: day(0), last: day(20) });
    expect(found?.from).toBe('2014-12-31');
    expect(found?.customers).toBeGreaterThan(500);
    // The share of those there at the cut who are there five years later: a 99 % interval of their binomial.
    const error = 2.58 * Math.sqrt(((found?.observed ?? 0) * (1 - (found?.observed ?? 0))) / (found?.customers ?? 1));
    expect(Math.abs((found?.predicted ?? 0) - (found?.observed ?? 1))).toBeLessThan(error);
  });

  test('where a tenth leaves every year, whoever they are, the years to come are those of the formula', () => {
    const model = fitRetention(tenuresOf(relationships(6000, () => 0.1)));
    if (model === null) throw new Error('no model');
    // r / (1 + i - r) with r = 0.9, i = 0.1 is 4.5; within what 6,000 customers leave open.
    expect(Math.abs((discountedYears(model, 3, 0.1) ?? 0) - 4.5)).toBeLessThan(0.3);
  });

  test('refits scatter as few customers must, and are the same every time, in whatever order customers come', () => {
    const few = tenuresOf(mixed).slice(0, 150);
    const years = refitRetention(few, 5).map((model) => discountedYears(model, 2, 0.1) ?? 0);
    expect(years).toHaveLength(200);
    expect(Math.max(...years) - Math.min(...years)).toBeGreaterThan(0.5);
    expect(refitRetention(few.toReversed(), 5).map((model) => discountedYears(model, 2, 0.1) ?? 0)).toEqual(years);
  });

  test('before any renewal was due nothing can be said', () => {
    expect(fitRetention([{ renewals: 0, isLost: false, recent: { kept: 0, lost: 0 } }])).toBeNull();
    expect(heldOut([{ begunOn: day(19), leftOn: null }], { first: day(0), last: day(20) })).toBeNull();
  });
});
