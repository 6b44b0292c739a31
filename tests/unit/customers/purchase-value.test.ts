import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { historyOf } from '#engine/customers/buying-history.ts';
import { modelValue } from '#engine/customers/model-value.ts';
import type { Database } from '#engine/store/database.ts';
import type { ModelValue } from '#shared/model/model-value.ts';
import { conditionalPurchases } from '#shared/stats/bgnbd.ts';
import { aShop, planted, shopper } from './a-shop.ts';

describe('a history of purchases', () => {
  const span = { until: '2026-10-31', cut: '2026-04-30' };
  test('counts days, in weeks, and what each return brought, less what went back', () => {
    const days = [['2026-01-01', 50, 2], ['2026-01-15', 30, 1], ['2026-01-20', -10, 0], ['2026-08-06', 40, 1]] as const;
    expect(historyOf(days.map(([day, value, bought]) => [1, day, value, bought, 0, 'GBP', 'GBP']), span)).toEqual({
      buyer: { x: 2, recency: 31, age: 303 / 7 }, spender: { x: 2, meanValue: 30 }, early: { x: 1, recency: 2, age: 17 }, later: 1,
    });
  });
  test('of somebody who only sent things back is none', () => expect(historyOf([[1, '2026-01-01', -5, 0, 0, null, null]], span)).toBeNull());
  test('that begins after the trial does is not tried', () => expect(historyOf([[1, '2026-06-01', 5, 1, 0, null, null]], span)).toMatchObject({ early: null, later: 0, spender: null }));
});

describe('buyers without a contract', () => {
  let db: Database;
  beforeAll(async () => {
    db = await aShop({ customers: 2000 });
  });
  afterAll(() => db.close());
  const of = (n: number): Promise<ModelValue> => modelValue(db, shopper(n));
  const withPurchases = (test: string): string => db.get<{ id: string }>(`SELECT customer_id AS id FROM purchase GROUP BY 1 HAVING ${test} LIMIT 1`)?.id ?? '';

  test('are found to be what they were drawn as, in how they come back and in what they spend', async () => {
    const { fitted, basis, method } = await of(1);
    expect([basis, method]).toEqual(['purchases', 'bgnbd']);
    const off = (name: 'r' | 'alpha' | 'a' | 'b') => Math.abs(Math.log(fitted?.[name] ?? Number.NaN) - Math.log(planted[name]));
    // Three standard errors of 2,000 buyers, who are seen by the day.
    for (const name of ['r', 'alpha', 'a', 'b'] as const) expect([name, off(name) < 0.3]).toEqual([name, true]);
    // The mean of all purchases, p v / (q - 1), is what the three tell together.
    const { p = 0, q = 0, v = 0 } = fitted?.spend ?? {};
    expect(Math.abs((p * v) / (q - 1) / ((planted.p * planted.v) / (planted.q - 1)) - 1)).toBeLessThan(0.06);
    expect([Math.abs(Math.log(p / planted.p)) < 0.25, Math.abs(Math.log(q / planted.q)) < 0.25]).toEqual([true, true]);
  });

  test('the first three quarters of the time tell how much is bought in the last one', async () => {
    const { holdOut } = await of(1);
    expect(holdOut).toMatchObject({ of: 'purchases', from: '2026-05-02', to: '2026-10-31', customers: 2000 });
    expect(holdOut?.observed).toBeGreaterThan(1000);
    // Purchases of one person come together, so that a sum scatters more than a count would: some 6 % here.
    expect(Math.abs((holdOut?.predicted ?? 0) / (holdOut?.observed ?? 1) - 1)).toBeLessThan(0.12);
  });

  test('somebody is worth the purchases expected of them at what each brings, later ones counted less', async () => {
    const { ahead, value, currency } = await modelValue(db, withPurchases('count(DISTINCT date) > 4'));
    const { purchases, each, years, stillBuys } = ahead ?? { purchases: 0, each: 0, years: 0, stillBuys: 0 };
    const worth = purchases * (each ?? 0);
    expect([currency, years]).toEqual(['GBP', 728 / 365.25]);
    expect(value.value).toBeGreaterThan(worth * 1.1 ** -2);
    expect(value.value).toBeLessThan(worth);
    expect(value.flags).toEqual(['model', 'planning_number', 'of_customers']);
    expect(stillBuys).toBeGreaterThan(0);
    expect(stillBuys).toBeLessThan(1);
  });

  test('its interval lies around it, and is what 2,000 customers leave open', async () => {
    const { value: { value, ci } } = await modelValue(db, withPurchases('count(DISTINCT date) > 4'));
    const [lo, middle, hi] = [ci?.lo ?? 0, value ?? 0, ci?.hi ?? 0];
    expect([lo < middle, middle < hi, hi - lo < 0.5 * middle]).toEqual([true, true, true]);
  });

  test('the chance that somebody who bought once still buys is not said: the model calls it 1, and knows nothing', async () => {
    const { ahead, value, fitted } = await modelValue(db, withPurchases('count(DISTINCT date) = 1'));
    expect(ahead).toMatchObject({ bought: 1, stillBuys: null });
    expect(value.value).toBeGreaterThan(0);
    expect(conditionalPurchases(fitted ?? planted, { x: 0, recency: 0, age: 60 }, 1).pAlive).toBe(1);
  });

  test('what is fitted is fitted once, and again after an import', async () => {
    const [one, two] = await Promise.all([of(1), of(1)]);
    expect(two).toEqual(one);
    db.transaction(() => {
      db.run("INSERT INTO import_batch (id, at, actor, status) VALUES ('b2', '2026-11-01T00:00:00Z', 'test', 'ready')");
      db.run("INSERT INTO purchase (id, external_id, customer_id, date, kind) VALUES ('left', 'left', ?, '2026-01-01', 'cancellation')", [shopper(3)]);
    });
    expect(await of(1)).toMatchObject({ refusal: 'subscriptions', fitted: null, holdOut: null, value: { value: null, reason: 'NOT_IDENTIFIED' } });
    db.run("DELETE FROM purchase WHERE id = 'left'");
  });

  test('others are heard while it is fitted', async () => {
    db.run("INSERT INTO import_batch (id, at, actor, status) VALUES ('b3', '2026-11-01T00:00:00Z', 'test', 'ready')");
    let [longest, last, isDone] = [0, performance.now(), false];
    const tick = (): void => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
      if (!isDone) setImmediate(tick);
    };
    setImmediate(tick);
    const before = process.cpuUsage();
    await of(1);
    isDone = true;
    const spent = process.cpuUsage(before).user / 1000;
    // Slices of 30 ms and a step; generous, because other work on the machine counts here.
    expect(longest).toBeLessThan(Math.max(200, spent / 3));
  });
});
