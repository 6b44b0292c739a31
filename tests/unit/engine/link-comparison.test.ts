import { expect, test } from 'vitest';
import { openLab } from '#tests/support/engine/engine-lab.ts';

test('interactions with a survey are compared with those without, by share with interval and by standardised difference', async () => {
  const lab = await openLab();
  try {
    const calls = Array.from({ length: 100 }, (_unused, at) => `C-${at},${at % 2 === 0 ? 'phone' : 'chat'},2026-03-${String(1 + (at % 28)).padStart(2, '0')}T10:00:00Z,${at < 50 ? 'Billing' : 'Sales'},${at < 50 ? 300 + at : 200 + at},K-${at}`);
    // 40 of the 50 in Billing answered, 10 of the 50 in Sales.
    const surveys = [...Array.from({ length: 40 }, (_unused, at) => at), ...Array.from({ length: 10 }, (_unused, at) => 50 + at)].map((at) => `S-${at},C-${at},K-${at},2026-04-01T10:00:00Z,${1 + (at % 5)}`);
    await lab.run(await lab.put({
      'interactions.csv': `interaction_id,channel,started_at,queue,duration_s,customer_id\n${calls.join('\n')}`,
      'surveys.csv': `response_id,interaction_id,customer_id,answered_at,csat\n${surveys.join('\n')}`,
    }));
    const { linked, unlinked, rows } = await lab.client.surveys.comparison();
    expect([linked, unlinked]).toEqual([50, 50]);
    const billing = rows.find(({ trait, value }) => trait === 'queue' && value === 'Billing');
    expect(billing).toMatchObject({ linked: 0.8, unlinked: 0.2, nLinked: 50, nUnlinked: 50 });
    expect(billing?.difference).toBeCloseTo(0.6, 10);
    // Newcombe's method 10 for 40/50 against 10/50, and (0.8 - 0.2)/sqrt(0.16), both worked out by hand.
    expect(billing?.ci?.[0]).toBeCloseTo(0.4156, 3);
    expect(billing?.ci?.[1]).toBeCloseTo(0.7238, 3);
    expect(billing?.smd).toBeCloseTo(1.5, 10);
    expect(rows.find(({ trait, value }) => trait === 'channel' && value === 'phone')?.smd).toBeCloseTo(0, 10);
    expect(rows.find(({ trait }) => trait === 'duration')).toMatchObject({ value: null, ci: null });
    // All of one month: nothing to compare.
    expect(rows.filter(({ trait }) => trait === 'month')).toEqual([]);
  } finally {
    await lab.close();
  }
});
