import { describe, expect, test } from 'vitest';
import { modelValue } from '#engine/customers/model-value.ts';
import type { ModelValue } from '#shared/model/model-value.ts';
import { aShop, lastDay, shopper, type Shop } from './a-shop.ts';

/** Whoever came back at all is there on the last day again, so that nobody is seen to stay away. */
const everybodyIsThere = `INSERT INTO purchase (id, external_id, customer_id, date, kind, amount, margin, currency)
  SELECT 'last ' || customer_id, 'last ' || customer_id, customer_id, '${lastDay}', 'purchase', 10, 10, 'GBP' FROM purchase GROUP BY customer_id HAVING count(DISTINCT date) > 1`;

describe('no value', () => {
  const refusalIn = async (shop: Shop, change = ''): Promise<ModelValue> => {
    const db = await aShop(shop);
    if (change !== '') db.exec(change);
    try {
      return await modelValue(db, shopper(1));
    } finally {
      db.close();
    }
  };

  test.each([
    { name: 'of fewer than 500 buyers', shop: { customers: 499 }, refusal: 'few_customers', reason: 'BELOW_MIN_N' },
    { name: 'where nobody has come back twice as long ago as they usually do', shop: { customers: 510, again: false }, refusal: 'short_history', reason: 'NOT_MATURE' },
    { name: 'where customers cancel', shop: { customers: 510 }, change: "UPDATE purchase SET kind = 'cancellation' WHERE id = 'p9'", refusal: 'subscriptions', reason: 'NOT_IDENTIFIED' },
    { name: 'where nobody has bought', shop: { customers: 510 }, change: 'DELETE FROM purchase', refusal: 'no_purchases', reason: 'NO_DATA' },
    { name: 'where too few had bought when the trial begins', shop: { customers: 510 }, change: "UPDATE purchase SET date = '2026-09-01' WHERE customer_id > 'c000400'", refusal: 'untried', reason: 'NOT_MATURE' },
    { name: 'where nobody who came back is seen to stay away', shop: { customers: 510 }, change: everybodyIsThere, refusal: 'not_identified', reason: 'NOT_IDENTIFIED' },
  ] as const)('$name', async ({ shop, refusal, reason, ...rest }) => {
    const found = await refusalIn(shop, 'change' in rest ? rest.change : '');
    expect(found).toMatchObject({ refusal, holdOut: null, ahead: null, fitted: null, value: { value: null, reason } });
  });

  test.each([
    { name: 'where spending goes with how often somebody buys', shop: { customers: 900, worth: (_random, rate) => 20 + 300 * rate }, refusal: 'value_depends' },
    { name: 'where every purchase costs the same', shop: { customers: 510, worth: () => 20 }, refusal: 'not_identified' },
    { name: 'over several currencies', shop: { customers: 510, currencyOf: (customer) => (customer % 2 ? 'GBP' : 'EUR') }, refusal: 'mixed_currencies' },
    { name: 'where purchases carry no amount', shop: { customers: 510, worth: () => null }, refusal: 'no_amounts' },
  ] satisfies { name: string; shop: Shop; refusal: string }[])('in money $name; the purchases expected are told, with their trial', async ({ shop, refusal }) => {
    const found = await refusalIn(shop);
    expect(found).toMatchObject({ refusal, method: 'bgnbd', holdOut: { of: 'purchases' }, ahead: { each: null }, value: { value: null, reason: 'NOT_IDENTIFIED' } });
    expect(found.ahead?.purchases).toBeGreaterThan(0);
  });
});
