import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EngineLab } from '#tests/support/engine/engine-lab.ts';
import type { Envelope } from '#shared/model/envelope.ts';
import { envelopesIn, openSampleLab } from './sample-lab.ts';

/** Every number can be heard: the list behind a figure holds exactly the interactions that it claims. */
let lab: EngineLab;
beforeAll(async () => {
  lab = await openSampleLab({ transcripts: true });
}, 300_000);
afterAll(() => lab.close());

const listed = new Map<string, Promise<number>>();
function countOf(filter: Envelope['evidence']): Promise<number> {
  const key = JSON.stringify(filter);
  const known = listed.get(key) ?? lab.client.interactions.page({ filter: filter ?? {}, offset: 0, limit: 1 }).then((page) => page.total);
  listed.set(key, known);
  return known;
}

/** Figures of customers, not of interactions: their lists hold those customers' interactions. */
const isOfCustomers = (envelope: Envelope) => envelope.flags.includes('of_customers');

async function unheard(answer: unknown): Promise<string[]> {
  const wrong: string[] = [];
  for (const { path, envelope } of envelopesIn(answer)) {
    if (envelope.evidence === null || isOfCustomers(envelope)) continue;
    const total = await countOf(envelope.evidence);
    // Under five the numerator is hidden with the figure; what is linked to no interaction cannot be listed.
    if (envelope.flags.includes('below_5') && total <= envelope.n) continue;
    if (envelope.flags.includes('includes_unlinked') && total < envelope.n) continue;
    if (![envelope.n, envelope.x, envelope.denominator].includes(total)) wrong.push(`${path}: lists ${total}, claims n ${envelope.n}, x ${envelope.x}, of ${envelope.denominator}: ${JSON.stringify(envelope.evidence)}`);
  }
  return wrong;
}

const fields = ['queue', 'team', 'cause', 'channel', 'product', 'tenure', 'language', 'reason', 'agent', 'month', 'field:proactive'] as const;

describe('the list behind a figure holds what the figure counts', () => {
  test.each(['matched', 'scorecard', 'belief', 'mean'] as const)('gap %s, by every field', async (definition) => {
    for (const by of [null, ...fields]) {
      const report = await lab.client.gap.report({ definition, by, topBox: null, filter: {} });
      expect(envelopesIn(report).length, `${by}`).toBeGreaterThan(2);
      expect(await unheard(report), `by ${by}`).toEqual([]);
      if (by !== null) expect(report.segments.length, `${by}`).toBeGreaterThan(definition === 'belief' || !['language', 'field:proactive'].includes(by) ? 1 : 0);
    }
  }, 120_000);

  test('with two boxes, and inside a filter', async () => {
    expect(await unheard(await lab.client.gap.report({ definition: 'matched', by: 'team', topBox: 2, filter: { channel: 'phone', from: '2026-01-10', to: '2026-09-20' } }))).toEqual([]);
    expect(await unheard(await lab.client.gap.report({ definition: 'scorecard', by: 'month', topBox: 2, filter: { from: '2026-01-10', to: '2026-09-20' } }))).toEqual([]);
  }, 60_000);

  test('gap over time, quadrant and non-response', async () => {
    expect(await unheard(await lab.client.gap.overTime({ filter: {} }))).toEqual([]);
    for (const by of ['team', 'queue', 'agent'] as const) expect(await unheard(await lab.client.gap.quadrant({ by, filter: {} }))).toEqual([]);
    expect(await unheard(await lab.client.gap.nonResponse({ filter: {} }))).toEqual([]);
  }, 120_000);

  test('every metric, whole and inside a filter', async () => {
    expect(await unheard(await lab.client.metrics.get({ names: [], filter: {} }))).toEqual([]);
    expect(await unheard(await lab.client.metrics.get({ names: [], filter: { queue: 'Billing', channel: 'phone', from: '2026-02-01' } }))).toEqual([]);
  }, 120_000);

  test('every metric by agent and month', async () => {
    for (const { name } of await lab.client.metrics.list()) {
      expect(await unheard(await lab.client.metrics.explore({ name, by: 'agent', filter: { from: '2026-08-10' } })), name).toEqual([]);
    }
  }, 300_000);

  test('a figure of customers lists interactions of exactly those customers', async () => {
    const { 'bad-experience': bad, 'at-risk-high': high } = await lab.client.metrics.get({ names: ['bad-experience', 'at-risk-high'], filter: {} });
    for (const envelope of [bad, high]) {
      const pages = await Promise.all([0, 500, 1000].map((offset) => lab.client.interactions.page({ filter: envelope?.evidence ?? {}, offset, limit: 500 })));
      expect(pages[0]?.total).toBeLessThan(1500);
      expect(new Set(pages.flatMap((page) => page.rows).map((row) => row.customer)).size).toBe(envelope?.x);
    }
  });
});
