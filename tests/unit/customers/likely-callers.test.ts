import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EngineLab } from '#tests/support/engine/engine-lab.ts';
import { openSampleLab } from '../metrics/sample-lab.ts';

let lab: EngineLab;
beforeAll(async () => {
  lab = await openSampleLab({ transcripts: false });
}, 180_000);
afterAll(() => lab.close());

test('who may call about the fee: customers with paper bills who had no contact about it, each with the reason', async () => {
  const { issues, rows } = await lab.client.customers.likelyCallers();
  const fee = issues.find(({ name }) => name === 'Paper-bill fee');
  expect(fee).toMatchObject({ onset: '2026-08-03', trait: { kind: 'field', name: 'billing', value: 'paper' } });
  expect(fee?.amongCallers?.value).toBeGreaterThan(0.9);
  expect(fee?.amongCustomers?.value).toBeLessThan(0.6);
  const named = rows.filter(({ issue }) => issue === 'Paper-bill fee');
  expect(named.length).toBeGreaterThan(50);
  expect(named.every(({ trait }) => trait.value === 'paper')).toBe(true);
  const { rows: called } = await lab.client.interactions.page({ filter: { cause: 'Paper-bill fee', from: '2026-08-03' }, offset: 0, limit: 500 });
  const callers = new Set(called.map(({ customer }) => customer));
  expect(named.filter(({ externalId }) => callers.has(externalId))).toEqual([]);
  expect(named.map(({ contacts }) => contacts)).toEqual(named.map(({ contacts }) => contacts).toSorted((a, b) => b - a));
});

test('a dismissed issue names nobody', async () => {
  const { signals } = await lab.client.signals.list();
  const fee = signals.find(({ name }) => name === 'Paper-bill fee');
  await lab.client.signals.mark({ subject: fee?.subject ?? '', onset: fee?.onset ?? '', state: 'dismissed', reason: 'It ends next week' });
  expect((await lab.client.customers.likelyCallers()).rows.filter(({ issue }) => issue === 'Paper-bill fee')).toEqual([]);
});
