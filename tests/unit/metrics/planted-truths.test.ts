import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EngineLab } from '#tests/support/engine/engine-lab.ts';
import { openSampleLab } from './sample-lab.ts';

let lab: EngineLab;
beforeAll(async () => {
  lab = await openSampleLab({ transcripts: false });
}, 180_000);
afterAll(() => lab.close());

const ask = (definition: 'matched' | 'scorecard' | 'belief' | 'mean', by: 'queue' | 'agent' | null = null, filter = {}) =>
  lab.client.gap.report({ definition, by, topBox: null, filter });
const figures = async (names: string[], filter = {}) => lab.client.metrics.get({ names, filter });

describe('what is planted in the sample comes out through the contract', () => {
  test('1: leaders 80 %, managers 50 %, agents 30 %, customers 8.0 %', async () => {
    const belief = await ask('belief');
    expect(belief.company).toMatchObject({ value: 0.8, x: 20, n: 25 });
    expect(belief.customer).toMatchObject({ value: 0.08, x: 50, n: 625 });
    expect(belief.gap.value).toBeCloseTo(72, 9);
    expect(belief.segments.map(({ segment, company }) => [segment, company.x, company.n])).toEqual([['leader', 20, 25], ['manager', 14, 28], ['agent', 12, 40]]);
    expect(belief.segments.every((segment) => segment.customer.x === 50)).toBe(true);
  });

  test('2: the matched gap of 40.0 points with its square and its queues', async () => {
    const matched = await ask('matched', 'queue');
    expect(matched.company).toMatchObject({ value: 0.72, x: 288, n: 400 });
    expect(matched.customer).toMatchObject({ value: 0.32, x: 128, n: 400 });
    expect(matched.gap.value).toBeCloseTo(40, 9);
    expect(matched.gap.ci?.lo).toBeGreaterThan(32);
    expect(matched.gap.ci?.hi).toBeLessThan(48);
    expect(matched.table).toEqual({ both: 96, companyOnly: 192, customerOnly: 32, neither: 80 });
    expect(matched.blindSpot).toMatchObject({ x: 192, n: 400 });
    expect(matched.missRate).toMatchObject({ x: 192, n: 272 });
    expect(matched.hiddenStrength).toMatchObject({ x: 32, n: 400 });
    expect(matched.finding.key).toBe('finding.matched.companyHigher');
    expect(matched.targetedLeftOut).toBe(90);
    const bySegment = Object.fromEntries(matched.segments.map(({ segment, company, customer, gap }) => [segment, [gap.n, company.x, customer.x]]));
    expect(bySegment).toEqual({ Billing: [150, 117, 38], 'Moving home': [70, 49, 32], Outages: [60, 33, 32], Tariffs: [90, 70, 20], Complaints: [30, 19, 6] });
    const gapOf = (queue: string) => matched.segments.find((segment) => segment.segment === queue);
    expect(gapOf('Outages')?.gap.value).toBeCloseTo(100 / 60, 9);
    expect(gapOf('Outages')?.isDifferent).toBe(false);
    expect(gapOf('Billing')?.isDifferent).toBe(true);
    expect(matched.segments.map((segment) => segment.segment)[0]).toBe('Tariffs');
  });

  test('3: the fee stands in 103 contacts since August 2026, none of them before its first day by more than three a week', async () => {
    const coded = async (from: string, to: string) => (await lab.client.interactions.page({ filter: { cause: 'Paper-bill fee', from, to }, offset: 0, limit: 1 })).total;
    const [before, after] = [await coded('2026-05-11', '2026-08-02'), await coded('2026-08-03', '2026-11-01')];
    expect(after).toBe(103);
    expect(before).toBe(3);
  });

  test('4: Graham Pell is right and cold: two scores on two sides of the threshold, passed and not pleasing', async () => {
    const before = { agent: 'A-07', to: '2026-08-31' };
    const { technical, emotional } = await figures(['technical', 'emotional'], before);
    expect(technical?.n).toBe(83);
    expect(Math.abs((technical?.value ?? 0) - 86)).toBeLessThan(1);
    expect(Math.abs((emotional?.value ?? 0) - 40)).toBeLessThan(1);
    const quadrant = await lab.client.gap.quadrant({ by: 'agent', filter: { to: '2026-08-31' } });
    const cold = quadrant.groups.filter((group) => (group.technical.value ?? 0) > 62.5 && (group.emotional.value ?? 100) < 50);
    expect(cold.map((group) => group.name)).toEqual(['Graham Pell']);
    const matched = await ask('matched', null, { agent: 'A-07' });
    expect([matched.gap.n, matched.company.x, matched.customer.x]).toEqual([51, 49, 3]);
  });

  test('5: one customer in the critical tier, and every failure was passed', async () => {
    const { 'at-risk-critical': critical, 'at-risk-high': high } = await figures(['at-risk-critical', 'at-risk-high']);
    expect(critical?.x).toBe(1);
    // 107 more have two, by the day on which it was bad; two further episodes only end within the year.
    expect(high?.x).toBe(108);
    const { rows } = await lab.client.interactions.page({ filter: critical?.evidence ?? {}, offset: 0, limit: 50 });
    expect(new Set(rows.map((row) => row.customer))).toEqual(new Set(['C-10017']));
    const { table } = await ask('matched', null, { ...critical?.evidence });
    expect(table).toEqual({ both: 0, companyOnly: 3, customerOnly: 0, neither: 0 });
  });

  test('7: Tariffs is quick, solves little, and its agents log nearly everything as solved', async () => {
    const of = async (queue: string) => {
      const found = await figures(['aht', 'fcr', 'fcr-agent-logged'], { queue });
      return { aht: found['aht']?.value ?? 0, fcr: found['fcr']?.value ?? 0, logged: found['fcr-agent-logged']?.value ?? 0 };
    };
    const tariffs = await of('Tariffs');
    expect(Math.round(tariffs.aht)).toBe(172);
    expect(Math.round(100 * tariffs.fcr)).toBe(57);
    expect(Math.round(100 * tariffs.logged)).toBe(91);
    for (const queue of ['Billing', 'Moving home', 'Outages', 'Complaints']) {
      const other = await of(queue);
      expect(other.aht).toBeGreaterThan(300);
      expect(other.fcr).toBeGreaterThan(0.79);
    }
  });
});
