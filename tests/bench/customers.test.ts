import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { afterwards } from '#engine/customers/afterwards.ts';
import { atRiskPage } from '#engine/customers/at-risk.ts';
import { atRiskScenario } from '#engine/customers/scenario.ts';
import { customerThread } from '#engine/customers/thread.ts';
import type { Database } from '#engine/store/database.ts';
import { readDefinitions } from '#engine/store/queries/definitions.ts';
import { isLong } from '#tests/support/store/effort.ts';
import { customerId, fullSize, largeCustomers } from '#tests/support/store/large-customers.ts';

/** Every day a tenth; the long form is the size that the budgets are promised for: 25,000 customers, 200,000 contacts, 500,000 purchases. */
const size = isLong ? fullSize : { customers: 2500, interactions: 20_000, purchases: 50_000 };
/** Milliseconds of the processor, so that other work on the machine does not count. */
const budgetMs = 500;

let db: Database;
beforeAll(async () => {
  db = await largeCustomers(size);
}, 900_000);
afterAll(() => db.close());

function cpuMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe(`${size.customers} customers, ${size.interactions} contacts, ${size.purchases} purchases`, () => {
  test.each([
    ['at-risk list', () => atRiskPage(db, readDefinitions(db).definitions, { offset: 0, limit: 100 })],
    ['value at risk', () => atRiskScenario(db, readDefinitions(db).definitions)],
    ['survival by outcome', () => afterwards(db, { by: 'satisfaction', event: 'retention' })],
    ['thread', () => customerThread(db, readDefinitions(db).definitions, customerId(7))],
  ])('%s, asked for the first time', (name, work) => {
    const ms = cpuMs(work);
    console.log(`${name}: ${ms.toFixed(0)} ms of ${budgetMs}`);
    expect(ms).toBeLessThan(budgetMs);
  });

  test('the lists read by index, not by scanning what they do not show', () => {
    const plan = (sql: string) => db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).map(({ detail }) => detail).join('; ');
    expect(plan("SELECT sum(margin) FROM purchase WHERE customer_id IN ('a') AND date > '2026' AND kind IN ('purchase')")).toContain('COVERING INDEX purchase_customer');
    expect(plan("SELECT min(date) FROM purchase WHERE kind = 'cancellation' AND customer_id = 'a'")).toContain('COVERING INDEX purchase_kind');
    expect(plan('SELECT interaction_id FROM tag WHERE severity >= 2')).toContain('tag_severe');
  });
});
