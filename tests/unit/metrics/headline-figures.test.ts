import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { interactions, matched, surveys, table, tags, type Row } from '#tests/unit/sample/sample-tables.ts';
import { groupBy } from '#engine/metrics/group-by.ts';
import type { EngineLab } from '#tests/support/engine/engine-lab.ts';
import { openSampleLab } from './sample-lab.ts';

/** Every figure here is computed a second time from the text of the files, with arrays alone: none of our SQL takes part. */
let lab: EngineLab;
beforeAll(async () => {
  lab = await openSampleLab({ transcripts: false });
}, 180_000);
afterAll(() => lab.close());

const figure = async (name: string, filter = {}) => {
  const found = (await lab.client.metrics.get({ names: [name], filter }))[name];
  if (!found) throw new Error(`no ${name}`);
  return found;
};
const answersTo = (item: string) => surveys.map((row) => row[item] ?? '').filter((value) => value !== '');
const shareOf = <T>(values: readonly T[], isCounted: (value: T) => boolean) => ({ x: values.filter(isCounted).length, n: values.length, value: values.filter(isCounted).length / values.length });
const dayMs = 86_400_000;
const startOf = (row: Row) => Date.parse(row['started_at'] ?? '');
const inbound = interactions.filter((row) => row['direction'] === 'inbound');

/** Wilson's interval, written out (Wilson 1927). */
function wilsonLimits(x: number, n: number): [number, number] {
  const z = 1.959963985;
  const [p, d] = [x / n, 1 + z * z / n];
  const [centre, half] = [(p + z * z / (2 * n)) / d, (z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))) / d];
  return [centre - half, centre + half];
}

describe('headline figures, computed again from the files', () => {
  test('csat: ratings of 4 or 5', async () => {
    expect(await figure('csat')).toMatchObject(shareOf(answersTo('csat').map(Number), (value) => value >= 4));
  });

  test('csat: mean and the two lowest boxes', async () => {
    const values = answersTo('csat').map(Number);
    expect((await figure('csat-mean')).value).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / values.length, 9);
    expect(await figure('csat-bottom-two')).toMatchObject(shareOf(values, (value) => value <= 2));
  });

  test('nps: promoters minus detractors', async () => {
    const values = answersTo('nps').map(Number);
    const expected = 100 * (values.filter((value) => value >= 9).length - values.filter((value) => value <= 6).length) / values.length;
    const found = await figure('nps');
    expect(found.n).toBe(values.length);
    expect(found.value).toBeCloseTo(expected, 9);
  });

  test('ces: answers of 5 and more', async () => {
    expect(await figure('ces')).toMatchObject(shareOf(answersTo('ces').map(Number), (value) => value >= 5));
  });

  test('felt items: answers of 5', async () => {
    for (const [name, column] of [['felt-not-repeating', 'repeat_not_needed'], ['felt-understood', 'understood'], ['felt-on-my-side', 'on_my_side']] as const) {
      expect(await figure(name)).toMatchObject(shareOf(answersTo(column), (value) => value === '5'));
    }
  });

  test('response rate: completed of all invitations', async () => {
    expect(await figure('response-rate')).toMatchObject(shareOf(table('survey_invitations.csv'), (row) => row['completed'] === 'yes'));
  });

  test('transfer: contacts with one transfer or more, and transfers per contact', async () => {
    const counts = interactions.map((row) => Number(row['transfers']));
    expect(await figure('transfer')).toMatchObject(shareOf(counts, (count) => count > 0));
    expect((await figure('transfers-per-contact')).value).toBeCloseTo(counts.reduce((sum, count) => sum + count, 0) / counts.length, 9);
  });

  test('handle time: mean, median, 90th percentile; calls without after-call work are missing, not 0', async () => {
    const known = inbound.filter((row) => row['acw_s'] !== '').map((row) => Number(row['talk_s']) + Number(row['hold_s']) + Number(row['acw_s'])).sort((a, b) => a - b);
    const quantile = (p: number) => {
      const at = (known.length - 1) * p;
      const low = Math.floor(at);
      return (known[low] ?? 0) + (at - low) * ((known[low + 1] ?? known[low] ?? 0) - (known[low] ?? 0));
    };
    const found = await figure('aht');
    expect(found.n).toBe(known.length);
    expect(found.value).toBeCloseTo(known.reduce((sum, seconds) => sum + seconds, 0) / known.length, 6);
    expect(found.excluded.missing).toBe(inbound.length - known.length);
    expect((await figure('aht-median')).value).toBeCloseTo(quantile(0.5), 6);
    expect((await figure('aht-p90')).value).toBeCloseTo(quantile(0.9), 6);
    expect((await figure('aht-lower-bound')).value).toBeLessThan(found.value ?? 0);
    expect((await figure('hold-time')).value).toBeCloseTo(inbound.reduce((sum, row) => sum + Number(row['hold_s']), 0) / inbound.length, 6);
  });

  test.each([['fcr', (row: Row) => `${row['customer_id']} ${row['reason']}`], ['fcr-any-reason', (row: Row) => row['customer_id'] ?? '']] as const)('%s: first contacts without another within 7 days', async (name, threadOf) => {
    const threads = groupBy(inbound, threadOf);
    const asOf = Math.max(...interactions.map(startOf));
    const firsts = inbound.filter((row) => asOf - startOf(row) >= 7 * dayMs
      && !(threads.get(threadOf(row)) ?? []).some((other) => startOf(other) < startOf(row) && startOf(row) - startOf(other) <= 7 * dayMs));
    const isResolved = (row: Row) => !(threads.get(threadOf(row)) ?? []).some((other) => startOf(other) > startOf(row) && startOf(other) - startOf(row) <= 7 * dayMs);
    expect(await figure(name)).toMatchObject(shareOf(firsts, isResolved));
    const tariffs = firsts.filter((row) => row['queue'] === 'Tariffs');
    expect(await figure(name, { queue: 'Tariffs' })).toMatchObject(shareOf(tariffs, isResolved));
  });

  test('fcr as customers and as agents say it', async () => {
    expect(await figure('fcr-reported')).toMatchObject(shareOf(answersTo('resolved'), (value) => value === 'yes'));
    expect(await figure('fcr-agent-logged')).toMatchObject(shareOf(inbound, (row) => row['resolved_agent_logged'] === 'yes'));
  });

  test('repeat information: of the coded contacts that were transferred or not the first of their episode', async () => {
    const coded = new Set(tags.map((row) => row['interaction_id']));
    const repeated = new Set(tags.filter((row) => row['code'] === 'VR').map((row) => row['interaction_id']));
    const threads = groupBy(interactions, (row) => `${row['customer_id']} ${row['reason']}`);
    const assessed = interactions.filter((row) => coded.has(row['interaction_id']));
    const atRisk = assessed.filter((row) => Number(row['transfers']) > 0
      || (threads.get(`${row['customer_id']} ${row['reason']}`) ?? []).some((other) => startOf(other) < startOf(row) && startOf(row) - startOf(other) <= 14 * dayMs));
    expect(await figure('repeat-information')).toMatchObject(shareOf(atRisk, (row) => repeated.has(row['interaction_id'])));
    expect(await figure('repeat-information-all')).toMatchObject(shareOf(assessed, (row) => repeated.has(row['interaction_id'])));
  });

  test('quality: passes of the drawn evaluations, and the mean of each dimension', async () => {
    const drawn = table('quality_scores.csv').filter((row) => row['purpose'] === 'random');
    expect(await figure('quality-pass')).toMatchObject(shareOf(drawn, (row) => row['passed'] === 'yes'));
    for (const [name, letter] of [['technical', 't'], ['emotional', 'e']] as const) {
      const scores = drawn.flatMap((row) => {
        const items = [1, 2, 3, 4, 5].map((item) => row[`${letter}${item}`] ?? '').filter((value) => value !== '').map(Number);
        return items.length < 4 ? [] : [25 * items.reduce((sum, value) => sum + value, 0) / items.length];
      });
      const found = await figure(name);
      expect(found.n).toBe(scores.length);
      expect(found.value).toBeCloseTo(scores.reduce((sum, score) => sum + score, 0) / scores.length, 6);
    }
  });

  test('the matched gap, and the interval of independent interactions inside the one that knows of customers', async () => {
    const report = await lab.client.gap.report({ definition: 'matched', by: null, topBox: null, filter: {} });
    const passed = matched.filter(({ evaluation }) => evaluation['passed'] === 'yes').length;
    const [lo, hi] = wilsonLimits(passed, matched.length);
    expect(report.company).toMatchObject({ x: passed, n: matched.length });
    expect(report.company.ci?.lo).toBeLessThanOrEqual(lo + 1e-9);
    expect(report.company.ci?.hi).toBeGreaterThanOrEqual(hi - 1e-9);
  });

  test('the scorecard gap: all drawn evaluations against all answers', async () => {
    const drawn = table('quality_scores.csv').filter((row) => row['purpose'] === 'random');
    const { company, customer, gap } = await lab.client.gap.report({ definition: 'scorecard', by: null, topBox: 2, filter: {} });
    const [inside, outside] = [shareOf(drawn, (row) => row['passed'] === 'yes'), shareOf(answersTo('csat').map(Number), (value) => value >= 4)];
    expect(company).toMatchObject(inside);
    expect(customer).toMatchObject(outside);
    expect(gap.value).toBeCloseTo(100 * (inside.value - outside.value), 9);
  });

  test('the mean gap: difference of the two scores on 0-100', async () => {
    const { gap } = await lab.client.gap.report({ definition: 'mean', by: null, topBox: null, filter: {} });
    const linkedByHand = new Set(surveys.filter((row) => row['interaction_id'] === '').map((row) => row['customer_id']));
    const differences = matched.map(({ evaluation, survey }) => Number(evaluation['score']) - 25 * (Number(survey['csat']) - 1));
    expect(linkedByHand.size).toBeGreaterThan(0);
    expect(gap.n).toBe(differences.length);
    expect(gap.value).toBeCloseTo(differences.reduce((sum, difference) => sum + difference, 0) / differences.length, 6);
  });
});
