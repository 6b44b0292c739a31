import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { matchPairs } from '#engine/customers/matching.ts';
import type { IndexContact } from '#engine/store/queries/after-outcome.ts';
import type { EngineLab } from '#tests/support/engine/engine-lab.ts';
import { openSampleLab } from '../metrics/sample-lab.ts';

const contact = (change: Partial<IndexContact>): IndexContact => (
  { customer: 'c', at: '2026-01-01T10:00:00Z', outcome: 'bad', reason: 'Bill', channel: 'phone', since: '2020-01-01', spend: 100, contacts: 0, eventOn: null, ...change });

describe('matched pairs', () => {
  test('pair only what is alike, count what is dropped, and leave out what is in between', () => {
    const matched = matchPairs([
      contact({ customer: 'a' }), contact({ customer: 'b', outcome: 'good' }), contact({ customer: 'c', outcome: 'good' }),
      contact({ customer: 'd', reason: 'Move' }), contact({ customer: 'e', outcome: 'good', reason: 'Move', channel: 'chat' }), contact({ customer: 'f', outcome: 'neutral' }),
    ]);
    expect([matched.bad.map(({ customer }) => customer), matched.good.map(({ customer }) => customer), matched.dropped]).toEqual([['a'], ['b'], 3]);
  });

  test('are called alike only when every covariate is', () => {
    const pairs = (spend: number) => Array.from({ length: 40 }, (_, index) => [contact({ customer: `b${index}`, spend: 100 + (index % 2) }), contact({ customer: `g${index}`, outcome: 'good', spend: spend + (index % 2) })]).flat();
    expect(matchPairs(pairs(100))).toMatchObject({ pairs: 40, isBalanced: true });
    expect(matchPairs([...pairs(100), ...Array.from({ length: 40 }, (_, index) => contact({ customer: `x${index}`, contacts: 2 + index })), ...Array.from({ length: 40 }, (_, index) => contact({ customer: `y${index}`, outcome: 'good', contacts: 2 }))]).isBalanced).toBe(false);
  });
});

describe('planted truth 6 of the sample', () => {
  let lab: EngineLab;
  beforeAll(async () => {
    lab = await openSampleLab({ transcripts: false });
  }, 180_000);
  afterAll(() => lab.close());

  const at = async (event: 'retention' | 'repurchase', group: string, day: number) => {
    const { groups } = await lab.client.customers.afterwards({ by: 'satisfaction', event });
    return groups.find((one) => one.group === group)?.at.find((one) => one.day === day);
  };

  test.each([
    { event: 'retention', group: 'bad', day: 183, share: 0.66 }, { event: 'retention', group: 'good', day: 183, share: 0.98 },
    { event: 'retention', group: 'bad', day: 548, share: 0.65 }, { event: 'retention', group: 'good', day: 548, share: 0.88 },
    { event: 'repurchase', group: 'bad', day: 183, share: 0.13 }, { event: 'repurchase', group: 'good', day: 183, share: 0.26 },
  ] as const)('$event of those with a $group first answer after $day days is $share', async ({ event, group, day, share }) => {
    const found = await at(event, group, day);
    expect(Math.abs((found?.figure.value ?? 0) - share)).toBeLessThan(0.05);
    expect(found?.figure.ci?.lo).toBeLessThan(found?.figure.value ?? 0);
    expect(found?.atRisk).toBeGreaterThanOrEqual(10);
  });

  test('the groups differ, the difference has its interval, and how pairs were matched is told', async () => {
    const { p, differences, matching } = await lab.client.customers.afterwards({ by: 'satisfaction', event: 'retention' });
    expect(p).toBeLessThan(0.001);
    expect(differences[1]?.raw.ci?.hi).toBeLessThan(0);
    expect(differences[1]?.raw.flags).toContain('association');
    // Nobody who was content had left after a month, and more than a hundred of each are followed: that is not too recent.
    expect(differences[0]?.raw).toMatchObject({ value: null, reason: 'NO_VARIATION' });
    expect(matching.pairs).toBeGreaterThan(10);
    expect(matching.dropped).toBeGreaterThan(0);
  });
});
