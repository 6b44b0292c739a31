import { describe, expect, it } from 'vitest';
import { codebook, customers, dateOf, dayMs, interactions, mondayOf, purchases, tags } from './sample-tables.ts';

const feeWeek = '2026-08-03';
const weekBefore = (monday: string, weeks: number): string => new Date(Date.parse(`${monday}T00:00:00Z`) - 7 * weeks * dayMs).toISOString().slice(0, 10);

/** Distinct coded interactions by week, all of them or those with one code. */
function codedByWeek(code?: string): Map<string, number> {
  const weeks = new Map<string, Set<string>>();
  for (const row of tags) {
    if (code && row['code'] !== code) continue;
    const monday = mondayOf(dateOf(row['interaction_id']));
    weeks.set(monday, (weeks.get(monday) ?? new Set()).add(row['interaction_id'] ?? ''));
  }
  return new Map([...weeks].map(([monday, ids]) => [monday, ids.size]));
}

const exposure = codedByWeek();
const fee = codedByWeek('BF');
const denseWeeks = [...exposure.keys()].filter((monday) => monday >= '2026-05-11').sort();
const sumOver = (counts: ReadonlyMap<string, number>, weeks: readonly string[]): number => weeks.reduce((sum, week) => sum + (counts.get(week) ?? 0), 0);

/** log of n choose k. */
function logChoose(n: number, k: number): number {
  let sum = 0;
  for (let i = 1; i <= k; i += 1) sum += Math.log((n - k + i) / i);
  return sum;
}

/** Upper mid-P of the conditional binomial test: y of y + y0 with the exposure's share. */
function upperMidP(y: number, y0: number, pi: number): number {
  const pmf = (k: number): number => Math.exp(logChoose(y + y0, k) + k * Math.log(pi) + (y + y0 - k) * Math.log(1 - pi));
  let sum = pmf(y) / 2;
  for (let k = y + 1; k <= y + y0; k += 1) sum += pmf(k);
  return sum;
}

describe('planted truth 3: the paper-bill fee', () => {
  it('at least 50 coded contacts in each of the last 25 weeks', () => {
    expect(denseWeeks).toHaveLength(25);
    for (const week of denseWeeks) expect(exposure.get(week)).toBeGreaterThanOrEqual(50);
  });
  it('every contact since 11 May 2026 is coded', () => {
    const coded = new Set(tags.map((row) => row['interaction_id']));
    const uncoded = interactions.filter((row) => (row['started_at'] ?? '') >= '2026-05-11' && !coded.has(row['interaction_id']));
    expect(uncoded).toEqual([]);
  });
  it('is heard at most once a week before it starts, six to ten times a week after', () => {
    for (const week of denseWeeks) {
      const count = fee.get(week) ?? 0;
      if (week < feeWeek) expect(count).toBeLessThanOrEqual(1);
      else expect([6, 7, 8, 9, 10]).toContain(count);
    }
    expect(sumOver(fee, denseWeeks.filter((week) => week < feeWeek))).toBe(3);
  });
  it.each([feeWeek, '2026-08-10'])('stands out in the week of %s and no other cause does', (week) => {
    const baseline = Array.from({ length: 12 }, (_, index) => weekBefore(week, index + 2));
    const own = exposure.get(week) ?? 0;
    const before = sumOver(exposure, baseline);
    const loud = codebook.filter((row) => row['kind'] === 'cause' && row['parent'] !== '').filter((row) => {
      const counts = codedByWeek(row['code']);
      const y = counts.get(week) ?? 0;
      const y0 = sumOver(counts, baseline);
      const expected = (own * y0) / before;
      return y >= 3 && y - expected >= 3 && y / Math.max(expected, 1e-9) >= 1.5 && upperMidP(y, y0, own / (own + before)) < 0.005;
    });
    expect(loud.map((row) => row['code'])).toEqual(['BF']);
  });
  it('belongs to Finance and is preventable', () => {
    expect(codebook.find((row) => row['code'] === 'BF')).toMatchObject({ owner: 'Finance', controllable_by: 'policy', preventable: 'yes' });
  });
  it('is heard first in a recorded call on its first day', () => {
    const firstDays = tags.filter((row) => row['code'] === 'BF' && dateOf(row['interaction_id']) >= feeWeek).map((row) => interactions.find((candidate) => candidate['interaction_id'] === row['interaction_id'])?.['started_at'] ?? '').sort();
    expect(firstDays[0]).toBe('2026-08-03T09:05:00+01:00');
  });
  it('only customers with paper bills call about it', () => {
    const paper = new Set(customers.filter((row) => row['billing'] === 'paper').map((row) => row['customer_id']));
    const callers = interactions.filter((row) => row['reason'] === 'Paper bill fee').map((row) => row['customer_id']);
    expect(callers.filter((id) => !paper.has(id))).toEqual([]);
  });
  it('costs more than it brings in its first three months', () => {
    const charged = customers.filter((row) => row['billing'] === 'paper' && !purchases.some((entry) => entry['customer_id'] === row['customer_id'] && entry['kind'] === 'cancellation' && (entry['date'] ?? '') < feeWeek));
    const revenue = charged.length * 3 * 3;
    const contacts = interactions.filter((row) => row['reason'] === 'Paper bill fee' && (row['started_at'] ?? '') >= feeWeek).length;
    const credits = purchases.filter((row) => row['kind'] === 'credit' && row['product'] === 'Paper billing').reduce((sum, row) => sum + Number(row['amount']), 0);
    const left = purchases.filter((row) => row['kind'] === 'cancellation' && (row['date'] ?? '') >= feeWeek);
    const paperLeft = left.filter((row) => charged.some((customer) => customer['customer_id'] === row['customer_id'])).map((row) => row['customer_id']);
    const lostMargin = paperLeft.reduce((sum, id) => sum + Number(purchases.filter((row) => row['customer_id'] === id && row['kind'] === 'renewal').at(-1)?.['margin'] ?? 0), 0);
    const discountedYears = 1 / 1.08 + 1 / 1.08 ** 2 + 1 / 1.08 ** 3;
    expect(paperLeft.length).toBeGreaterThanOrEqual(10);
    expect(left.length - paperLeft.length).toBeLessThanOrEqual(2);
    expect(revenue - contacts * 7 - credits - lostMargin * discountedYears).toBeLessThan(-500);
  });
});
