import { afterEach, describe, expect, test } from 'vitest';
import { GapGroup } from '#engine/metrics/gap/gap-group.ts';
import { mixAdjusted } from '#engine/metrics/gap/mix-adjusted.ts';
import { rankAgreement } from '#engine/metrics/gap/rank-agreement.ts';
import { listedSegments, type SegmentSides } from '#engine/metrics/gap/segments.ts';
import { independentUnits } from '#engine/metrics/gap/gap-group.ts';
import { matchedSides } from '#engine/metrics/gap/sides.ts';
import { clusterIcc, designEffect } from '#shared/stats/cluster.ts';
import { mulberry32 } from '#shared/stats/prng.ts';
import type { EngineLab } from '#tests/support/engine/engine-lab.ts';
import { csv, openLabWith } from './sample-lab.ts';

/** Customers with several interactions each, alike among themselves: [company 0-2, customer 0-3] per interaction. */
function clustered(customers: number): { customer: string; company: number; answer: number }[] {
  const next = mulberry32(5);
  return Array.from({ length: customers }, (_, at) => {
    const mood = next();
    return Array.from({ length: 1 + (at % 4) }, () => ({ customer: `C-${at}`, company: next() < 0.2 ? 2 : next() < 0.7 ? 1 : 0, answer: next() < 0.15 ? 3 : next() < mood ? 0 : 1 + Math.floor(next() * 2) }));
  }).flat();
}

/** Rows as they are, their customers numbered, then so many units `alone` without a customer, by their codes. */
function groupOf(rows: ReturnType<typeof clustered>, alone: readonly number[] = []): GapGroup {
  const customers = [...new Set(rows.map((row) => row.customer))];
  return new GapGroup(null, {
    codes: Uint8Array.from([...rows.map(({ company, answer }) => 4 * company + answer), ...alone]),
    customerOf: Int32Array.from([...rows.map(({ customer }) => customers.indexOf(customer)), ...alone.map(() => customers.length)]),
    unknownCustomer: customers.length,
  });
}

describe('one scan counts everything', () => {
  const rows = clustered(300);
  test.each([1, 2])('the square and both sides, with %i boxes', (topBox) => {
    const isGood = (answer: number) => answer < topBox;
    const count = (wanted: (row: (typeof rows)[number]) => boolean) => rows.filter(wanted).length;
    const both = rows.filter((row) => row.company < 2 && row.answer < 3);
    expect(groupOf(rows).counts(topBox)).toMatchObject({
      both: both.filter((row) => row.company === 1 && isGood(row.answer)).length, companyOnly: both.filter((row) => row.company === 1 && !isGood(row.answer)).length,
      customerOnly: both.filter((row) => row.company === 0 && isGood(row.answer)).length, neither: both.filter((row) => row.company === 0 && !isGood(row.answer)).length,
      companyN: count((row) => row.company < 2), companyYes: count((row) => row.company === 1), customerN: count((row) => row.answer < 3), customerYes: count((row) => isGood(row.answer)), total: rows.length,
    });
  });

  test('the design effects are those of the values, customer by customer', () => {
    const matched = rows.filter((row) => row.company < 2 && row.answer < 3);
    const clustersOf = (own: typeof rows, valueOf: (row: (typeof rows)[number]) => number) =>
      [...new Set(own.map((row) => row.customer))].map((customer) => own.filter((row) => row.customer === customer).map(valueOf));
    const effectOf = (clusters: number[][]) => designEffect(clusters.map((own) => own.length), clusterIcc(clusters) ?? 0);
    const design = groupOf(rows).design(1);
    expect(design.difference).toBeCloseTo(effectOf(clustersOf(matched, (row) => (row.company === 1 ? 1 : 0) - (row.answer === 0 ? 1 : 0))), 9);
    expect(design.customer).toBeCloseTo(effectOf(clustersOf(rows.filter((row) => row.answer < 3), (row) => (row.answer === 0 ? 1 : 0))), 9);
    expect(design.missRate).toBeCloseTo(effectOf(clustersOf(matched.filter((row) => row.answer > 0), (row) => (row.company === 1 ? 1 : 0))), 9);
    expect(design.customer).toBeGreaterThan(1.1);
  });

  test('interactions without a customer are independent, whatever they are next to', () => {
    expect(groupOf([], Array.from({ length: 50 }, (_, at) => (at % 2 ? 4 : 2))).design(1)).toEqual(independentUnits);
    // Beside customers who come again they make up for it: half as many repeated units, a smaller effect.
    const repeated = groupOf(rows).design(1).customer;
    const mixed = groupOf(rows, Array.from({ length: 2000 }, (_, at) => 8 + (at % 2 ? 0 : 2)));
    expect(mixed.design(1).customer).toBeLessThan(1 + (repeated - 1) / 2);
  });

  test('repeated customers widen the interval and raise p; the gap stays', () => {
    const about = { filter: {}, companyReason: 'NO_DATA', customerReason: 'NO_DATA', unlinked: { company: 0, customer: 0 } } as const;
    const counts = groupOf(rows).counts(1);
    const [naive, aware] = [matchedSides(counts, { ...about, design: independentUnits }), matchedSides(counts, { ...about, design: { ...independentUnits, difference: 2, matchedCompany: 2, matchedCustomer: 2 } })];
    expect(aware.gap.value).toBe(naive.gap.value);
    expect((aware.gap.ci?.hi ?? 0) - (aware.gap.ci?.lo ?? 0)).toBeGreaterThan(1.3 * ((naive.gap.ci?.hi ?? 0) - (naive.gap.ci?.lo ?? 0)));
    expect(aware.p ?? 0).toBeGreaterThan(naive.p ?? 1);
    expect(aware.gap).toMatchObject({ n: naive.gap.n, nEff: naive.gap.n / 2, flags: ['clustered'] });
  });
});

const counts = ([companyYes, companyN]: [number, number], [customerYes, customerN]: [number, number], total = companyN + customerN) =>
  ({ both: 0, companyOnly: 0, customerOnly: 0, neither: 0, companyN, companyYes, customerN, customerYes, total, targeted: 0, purposeUnknown: 0 });

describe('mix-adjusted', () => {
  test('each segment weighs as much as it has interactions: a gap that is only mix disappears', () => {
    // In both queues both sides say the same; the company looks at the good one, the customers answer from the bad one.
    const found = mixAdjusted('scorecard', [counts([81, 90], [9, 10], 1000), counts([2, 10], [18, 90], 1000)], {});
    expect(found.value).toBeCloseTo(0, 9);
    expect(found.ci?.lo).toBeLessThan(0);
    expect(found.weighted).toBe(true);
  });
  test('a segment without a side is left out, and coverage says so', () => {
    const found = mixAdjusted('scorecard', [counts([40, 50], [20, 50], 600), counts([40, 50], [0, 0], 400)], {});
    expect(found.value).toBeCloseTo(40, 9);
    expect(found.coverage).toBeCloseTo(0.6, 9);
    expect(mixAdjusted('scorecard', [counts([40, 50], [0, 0])], {})).toMatchObject({ value: null, reason: 'NOT_IDENTIFIED' });
  });
});

describe('rank agreement', () => {
  const unit = (company: number, customer: number) => counts([company, 100], [customer, 100]);
  test('the same order is 1, the opposite order -1', () => {
    const eight = Array.from({ length: 8 }, (_, at) => at);
    expect(rankAgreement(eight.map((at) => unit(50 + at, 20 + 3 * at))).value).toBeCloseTo(1, 9);
    const opposite = rankAgreement(eight.map((at) => unit(50 + at, 60 - 3 * at)));
    expect(opposite.value).toBeCloseTo(-1, 9);
    expect(opposite.n).toBe(8);
  });
  test('seven, or those with under 30 on a side, are too few; equal shares have no order', () => {
    const seven = Array.from({ length: 7 }, (_, at) => unit(50 + at, 20 + at));
    expect(rankAgreement([...seven, counts([20, 29], [30, 100])])).toMatchObject({ value: null, reason: 'BELOW_MIN_N', n: 7, excluded: { outOfScope: 1 } });
    expect(rankAgreement(Array.from({ length: 9 }, () => unit(50, 20)))).toMatchObject({ value: null, reason: 'NO_VARIATION', ci: null });
  });
});

describe('many segments', () => {
  const about = { filter: {}, design: independentUnits, companyReason: 'NO_DATA', customerReason: 'NO_DATA', unlinked: { company: 0, customer: 0 } } as const;
  const row = (segment: string, [companyOnly, customerOnly]: [number, number], rest = 60): SegmentSides => ({
    segment, ...matchedSides({ ...counts([0, 0], [0, 0]), both: rest, companyOnly, customerOnly, neither: rest, companyN: 1, customerN: 1 }, about),
  });
  test('up to five, an interval without 0 is a difference; of twenty, only what survives Benjamini-Hochberg', () => {
    const borderline = () => row('borderline', [18, 7]);
    expect(listedSegments([borderline()])[0]?.isDifferent).toBe(true);
    const twenty = [borderline(), row('clear', [60, 2]), ...Array.from({ length: 18 }, (_, at) => row(`even ${at}`, [10, 10]))];
    expect(listedSegments(twenty).filter((segment) => segment.isDifferent).map((segment) => segment.segment)).toEqual(['clear']);
  });
  test('under 30 nothing is tested or ranked: such segments stand last, by name', () => {
    const listed = listedSegments([row('Z tiny', [12, 0], 1), row('A small', [14, 0], 4), row('large', [20, 18]), row('larger', [40, 5])]);
    expect(listed.map((segment) => [segment.segment, segment.isDifferent])).toEqual([['larger', true], ['large', false], ['A small', false], ['Z tiny', false]]);
  });
});

describe('who is invited', () => {
  let lab: EngineLab;
  afterEach(() => lab.close());
  const agents = (at: number) => (at < 100 ? 'A-picky' : `A-${at % 4}`);
  const numbers = Array.from({ length: 500 }, (_, at) => at);
  const interactions = csv('interaction_id,channel,started_at,agent_id,queue,customer_id', numbers.map((at) => [`I-${at}`, 'phone', '2026-03-02T10:00:00Z', agents(at), at % 2 ? 'Billing' : 'Moving', `C-${at}`]));

  test('an agent far outside the funnel is a risk of gaming; answers, silence and break-even follow', async () => {
    const invited = numbers.filter((at) => (at < 100 ? at < 15 : at % 5 > 1));
    const answered = invited.filter((at) => at % 2 === 1);
    lab = await openLabWith({
      'interactions.csv': interactions, 'survey_invitations.csv': csv('invitation_id,interaction_id,sent_at,completed', invited.map((at) => [`V-${at}`, `I-${at}`, '2026-03-03T10:00:00Z', at % 2 === 1 ? 'yes' : 'no'])),
      'surveys.csv': csv('response_id,interaction_id,answered_at,csat', answered.map((at) => [`S-${at}`, `I-${at}`, '2026-03-04T10:00:00Z', at % 3 ? 5 : 2])),
      'quality_scores.csv': csv('evaluation_id,interaction_id,purpose,passed', numbers.filter((at) => at % 10 === 0).map((at) => [`E-${at}`, `I-${at}`, 'random', at % 50 ? 'yes' : 'no'])),
    });
    const panel = await lab.client.gap.nonResponse({ filter: {} });
    expect(panel.invited).toMatchObject({ x: invited.length, n: 500, flags: ['gaming_risk'] });
    expect(panel.invitedByAgent.filter((agent) => agent.isOutside).map((agent) => agent.agent)).toEqual(['A-picky']);
    expect(panel.responseRate).toMatchObject({ x: answered.length, n: invited.length });
    const [rate, share] = [answered.length / invited.length, panel.raw.value ?? NaN];
    expect(panel.bounds?.lo).toBeCloseTo(rate * share, 9);
    expect(panel.bounds?.hi).toBeCloseTo(rate * share + 1 - rate, 9);
    expect(panel.breakEven).toBeCloseTo((0.8 - rate * share) / (1 - rate), 9);
    // Only odd interactions answered, and all of those were in Billing: the survey says nothing of Moving.
    const billing = panel.differences.find((row) => row.name === 'queue:Billing');
    expect([billing?.responders, billing?.flag]).toEqual([1, 'red']);
    expect(panel.weighted.flags).toContain('weighted_by_queue');
  });

  test('weights turn answers that come from one queue into what all interactions would say', async () => {
    // Billing answers four times as often, and is never pleased; Moving always is. Half of all interactions are in each.
    const answered = numbers.filter((at) => (at % 2 ? true : at % 8 === 0));
    lab = await openLabWith({ 'interactions.csv': interactions, 'surveys.csv': csv('response_id,interaction_id,answered_at,csat', answered.map((at) => [`S-${at}`, `I-${at}`, '2026-03-04T10:00:00Z', at % 2 ? 2 : 5])) });
    const panel = await lab.client.gap.nonResponse({ filter: {} });
    expect(panel.raw.value).toBeCloseTo(63 / 313, 9);
    expect(panel.weighted.value).toBeCloseTo(0.5, 9);
    expect(panel.weighted.nEff ?? 0).toBeLessThan(panel.raw.n);
    // Nobody is known to have been asked: there is no response rate, and no bound that follows from one.
    expect([panel.responseRate.reason, panel.invited.reason, panel.bounds, panel.breakEven]).toEqual(['NO_DATA', 'NO_DATA', null, null]);
  });
});
