import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EngineLab } from '#tests/support/engine/engine-lab.ts';
import { openSampleLab } from '../metrics/sample-lab.ts';

let lab: EngineLab;
beforeAll(async () => {
  lab = await openSampleLab({ transcripts: true });
}, 240_000);
afterAll(() => lab.close());

describe('customers of the sample', () => {
  test('the one who was failed three times stands on top, alone in her tier', async () => {
    const { rows, tiers, total, rule } = await lab.client.customers.atRisk({ offset: 0, limit: 100 });
    expect(rows[0]).toMatchObject({ externalId: 'C-10017', name: 'Ruth Hallam', badCount: 3, tier: 'critical', isRevenue: false });
    expect(rows[0]?.yearMargin).toBeCloseTo(861.13, 2);
    expect(tiers).toMatchObject({ critical: 1, high: 107 });
    expect(total).toBe(tiers.watch + tiers.high + tiers.critical);
    expect(rule).toMatchObject({ lookBackDays: 365, episodeGapDays: 14 });
    const { rows: bad } = await lab.client.interactions.page({ filter: rows[0]?.evidence ?? {}, offset: 0, limit: 9 });
    expect(bad.map(({ externalId }) => externalId).sort()).toEqual(['BW-2026-006680', 'BW-2026-009000', 'BW-2026-011200']);
    const counts = rows.map(({ badCount }) => badCount);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  });

  test('the tiers are those of the metrics', async () => {
    const { tiers } = await lab.client.customers.atRisk({ offset: 0, limit: 1 });
    const figures = await lab.client.metrics.get({ names: ['bad-experience', 'at-risk-high', 'at-risk-critical'], filter: {} });
    expect([tiers.watch + tiers.high + tiers.critical, tiers.high + tiers.critical, tiers.critical])
      .toEqual(['bad-experience', 'at-risk-high', 'at-risk-critical'].map((name) => figures[name]?.x));
    const { rows, total } = await lab.client.customers.atRisk({ tier: 'high', offset: 100, limit: 50 });
    expect([total, rows.length, new Set(rows.map(({ tier }) => tier))]).toEqual([107, 7, new Set(['high'])]);
  });

  test('her thread holds decades, newest first, with everything that leads to Listen', async () => {
    const { customer, thread, story } = await lab.client.customers.thread({ id: 'C-10017' });
    expect(customer).toMatchObject({ since: '1994-03-14', badCount: 3, tier: 'critical', contacts: 6, currency: 'GBP', repeats30: 0 });
    // Margins 16,853 (README of the sample) less credits and what six contacts cost.
    expect(customer.value.value).toBeGreaterThan(16_700);
    expect(customer.value.value).toBeLessThan(16_853);
    const dates = thread.map(({ at }) => at ?? '');
    expect(dates).toEqual(dates.toSorted().toReversed());
    expect(dates.at(-1)?.slice(0, 4)).toBe('1994');
    const contacts = thread.filter((entry) => entry.kind === 'contact');
    expect(contacts.filter(({ bad }) => bad.length > 0).map(({ externalId }) => externalId)).toEqual(['BW-2026-011200', 'BW-2026-009000', 'BW-2026-006680']);
    expect(contacts.find(({ externalId }) => externalId === 'BW-2026-006680')).toMatchObject({ words: { text: expect.stringMatching(/\w/) as string } });
    expect(thread.filter((entry) => entry.kind === 'survey').length).toBeGreaterThan(0);
    expect(story.map(({ externalId, source }) => [externalId, source])).toEqual(expect.arrayContaining([['BW-2026-006680', 'tagged'], ['BW-2026-011200', 'tagged']]));
    expect(story.every(({ at }, index) => index === 0 || (at ?? '') >= (story[index - 1]?.at ?? ''))).toBe(true);
  });

  test('what a person stars is the story from then on', async () => {
    const before = (await lab.client.customers.thread({ id: 'C-10017' })).story;
    const { id } = await lab.client.tags.star({ interactionId: 'BW-2026-009000', turnSeq: 3, charStart: null, charEnd: null, note: 'The second time' });
    const { story, thread } = await lab.client.customers.thread({ id: 'C-10017' });
    expect(story).toMatchObject([{ externalId: 'BW-2026-009000', turnSeq: 3, source: 'starred', label: 'The second time' }]);
    expect(thread.find((entry) => entry.kind === 'contact' && entry.externalId === 'BW-2026-009000')).toMatchObject({ stars: 1 });
    await lab.client.tags.unstar({ id });
    expect((await lab.client.customers.thread({ id: 'C-10017' })).story).toEqual(before);
  });

  test('money at risk is a scenario with the interval of the difference, or says why there is none', async () => {
    const { tiers, landmark, marginMultiple } = await lab.client.customers.scenario();
    expect(landmark).toBe('2026-05-01');
    expect(tiers.map(({ tier }) => tier)).toEqual(['none', 'watch', 'high']);
    expect(marginMultiple).toBeGreaterThan(1);
    for (const { valueAtRisk, difference } of tiers) {
      if (difference.value === null) expect(valueAtRisk).toMatchObject({ value: null, reason: 'BELOW_MIN_N' });
      else expect(valueAtRisk.flags).toContain('scenario');
    }
  });

  test('what one may still bring has its interval, its method and its trial on time that it did not know', async () => {
    const { value, years, yearMargin, holdOut } = await lab.client.customers.modelValue({ id: 'C-10440' });
    expect(value.value).toBeCloseTo((years ?? 0) * (yearMargin ?? 0), 6);
    expect(value.ci?.lo).toBeLessThan(value.value ?? 0);
    expect(value.ci?.hi).toBeGreaterThan(value.value ?? Infinity);
    expect(value.flags).toEqual(expect.arrayContaining(['model', 'planning_number', 'of_customers']));
    // Nobody leaves in the sample before its last three years: three quarters of the time cannot tell the last one, and it is said.
    expect(holdOut).toMatchObject({ from: '2018-02-26', predicted: 1 });
    expect(holdOut?.observed).toBeLessThan(0.9);
  });

  test('nothing more is expected of who left', async () => {
    const { rows } = await lab.client.customers.atRisk({ offset: 0, limit: 500 });
    const values = await Promise.all(rows.map(({ id }) => lab.client.customers.modelValue({ id })));
    const left = values.filter(({ leftOn }) => leftOn !== null);
    expect(left.length).toBeGreaterThan(0);
    expect(left.every(({ value }) => value.value === 0 && value.flags.includes('left'))).toBe(true);
  });

  test('a customer that is not there is refused', async () => {
    await expect(lab.client.customers.thread({ id: 'nobody' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
