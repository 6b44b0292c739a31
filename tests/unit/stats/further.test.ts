import { describe, expect, it } from 'vitest';
import { alphaLimits } from '#shared/stats/alpha-interval.ts';
import { bootstrap } from '#shared/stats/bootstrap.ts';
import { badExperienceCounts } from '#shared/stats/bad-experience.ts';
import { fitBgnbd } from '#shared/stats/bgnbd-fit.ts';
import { clusterBootstrap, clusterIcc, designEffect, meanClusterSize, shareOfClusters } from '#shared/stats/cluster.ts';
import { cronbachAlpha } from '#shared/stats/cronbach.ts';
import { mean, median, quantile, sum } from '#shared/stats/descriptive.ts';
import { excessCount, overDispersion, verifiedFallTest, emergingIssueTest } from '#shared/stats/emerging.ts';
import { fcrRepeatWindow } from '#shared/stats/fcr.ts';
import { feeUncertainty } from '#shared/stats/fee-uncertainty.ts';
import { keyness } from '#shared/stats/keyness.ts';
import { rmstDifference } from '#shared/stats/km-difference.ts';
import { largestRemainder } from '#shared/stats/largest-remainder.ts';
import { meanInterval } from '#shared/stats/mean-interval.ts';
import { breakEvenNonResponse, funnelLimits, nonResponseBounds } from '#shared/stats/non-response.ts';
import { pertQuantile, drawPert } from '#shared/stats/pert.ts';
import { trimWeights } from '#shared/stats/poststratify.ts';
import { mulberry32, randomBeta, randomGamma } from '#shared/stats/prng.ts';
import { drawSample } from '#shared/stats/sampling.ts';
import { sbgDiscountedYears, sbgSurvival } from '#shared/stats/sbg.ts';
import { smdOfMeans, smdOfShares } from '#shared/stats/smd.ts';
import { reliabilityOfMean } from '#shared/stats/spearman-brown.ts';
import { spearmanRho } from '#shared/stats/spearman-rho.ts';
import { talkMetrics } from '#shared/stats/talk.ts';
import { twoProportionTest } from '#shared/stats/two-proportion-test.ts';
import { weightedShare } from '#shared/stats/wilson.ts';

function range(n: number): number[] {
  return Array.from({ length: n }, (_, index) => index);
}

describe('clusters', () => {
  it('ICC is 1 for identical units within clusters, negative for opposed ones', () => {
    expect(clusterIcc([[1, 1], [3, 3], [5, 5]])).toBeCloseTo(1, 12);
    expect(clusterIcc([[0, 2], [2, 0], [0, 2]])).toBeCloseTo(-1, 12);
    expect(clusterIcc([[1], [2], [3]])).toBeNull();
    expect(clusterIcc([[1, 1], [1, 1]])).toBeNull();
  });

  it('design effect uses sum m^2 / sum m', () => {
    expect(meanClusterSize([1, 3])).toBe(2.5);
    expect(designEffect([1, 3], 0.2)).toBeCloseTo(1.3, 12);
    expect(designEffect([4, 4], -0.5)).toBe(1);
  });

  it('the cluster bootstrap is wider than the bootstrap of units that depend on each other, and reprints itself', () => {
    const clusters = range(40).map((index) => ({ x: index % 2 === 0 ? 5 : 0, n: 5 }));
    const units = clusters.flatMap(({ x, n }) => range(n).map((index) => (index < x ? 1 : 0)));
    const byCluster = clusterBootstrap(clusters, shareOfClusters, { resamples: 500, seed: 3 });
    const byUnit = bootstrap(units, mean, { resamples: 500, seed: 3 });
    expect(byCluster.estimate).toBe(0.5);
    expect((byCluster.se ?? 0) / (byUnit.se ?? 1)).toBeGreaterThan(1.9);
    expect(clusterBootstrap(clusters, shareOfClusters, { resamples: 500, seed: 3 }).ci).toEqual(byCluster.ci);
    expect(bootstrap([], mean, { seed: 1 })).toMatchObject({ estimate: null, se: null, ci: null });
  });
});

describe('non-response', () => {
  it('bounds, break-even and funnel by hand', () => {
    expect(nonResponseBounds(0.72, 0.2)).toEqual([0.144, expect.closeTo(0.944, 12)]);
    expect(breakEvenNonResponse({ company: 0.8, customer: 0.5, responseRate: 0.25 })).toBeCloseTo(0.9, 12);
    expect(breakEvenNonResponse({ company: 0.8, customer: 0.5, responseRate: 1 })).toBeNull();
    expect(funnelLimits(0.5, 100)).toEqual([0.35, 0.65]);
  });

  it('standardised differences', () => {
    expect(smdOfMeans([1, 2, 3], [2, 3, 4])).toBeCloseTo(-1, 12);
    expect(smdOfMeans([1], [2, 3])).toBeNull();
    expect(smdOfMeans([1, 1], [2, 2])).toBeNull();
    expect(smdOfShares(0.5, 0.3)).toBeCloseTo(0.2 / Math.sqrt(0.23), 12);
    expect(smdOfShares(0, 0)).toBe(0);
  });

  it('trimmed weights keep their mean and lie within the range', () => {
    const trimmed = trimWeights([0.01, 1, 1, 1, 30]);
    expect(sum(trimmed)).toBeCloseTo(33.01, 9);
    expect(Math.max(...trimmed) / Math.min(...trimmed)).toBeLessThanOrEqual(25);
  });

  it('a weighted share has fewer effective units', () => {
    const units = [...range(8).map(() => ({ weight: 1, isPositive: true })), ...range(2).map(() => ({ weight: 4, isPositive: false }))];
    expect(weightedShare(units)).toMatchObject({ share: 0.5, n: 10, nEff: 6.4 });
    expect(weightedShare([{ weight: 0, isPositive: true }])).toMatchObject({ share: null, ci: null });
  });
});

describe('two shares', () => {
  it('uses z where it may and Fisher where it must', () => {
    expect(twoProportionTest({ x1: 45, n1: 100, x2: 30, n2: 100 })).toMatchObject({ method: 'z', z: expect.closeTo(2.19089, 5), p: expect.closeTo(0.02846, 5) });
    expect(twoProportionTest({ x1: 3, n1: 4, x2: 1, n2: 4 })).toEqual({ method: 'fisher', z: null, p: expect.closeTo(17 / 35, 12) });
    expect(twoProportionTest({ x1: 0, n1: 0, x2: 1, n2: 4 })).toBeNull();
  });
});

describe('scales and ranks', () => {
  it('Cronbach, Spearman-Brown, Spearman', () => {
    expect(cronbachAlpha([[1, 1], [2, 2], [3, 3]])).toBeCloseTo(1, 12);
    expect(cronbachAlpha([[1, 3], [2, 2], [3, 1]])).toBeNull();
    expect(reliabilityOfMean(0.2898, 10)).toBeCloseTo(0.8032, 4);
    expect(spearmanRho([1, 2, 2, 4], [10, 20, 20, 90])).toBeCloseTo(1, 12);
    expect(spearmanRho([1, 1], [2, 3])).toBeNull();
  });

  it('alpha has no interval below 30 units and one that holds alpha above', () => {
    const first = range(60).map((index) => index % 5);
    const second = first.map((value, index) => (index % 6 === 0 ? (value + 1) % 5 : value));
    expect(alphaLimits([first.slice(0, 29), second.slice(0, 29)], 'nominal', { seed: 1 })).toBeNull();
    const [lo, hi] = alphaLimits([first, second], 'nominal', { seed: 1 }) ?? [NaN, NaN];
    expect(lo > 0.6 && lo < 0.8 && hi > 0.8 && hi < 1).toBe(true);
  });

  it('picks Student for many tame values and the bootstrap for few or skewed ones', () => {
    expect(meanInterval(range(40), 1)?.method).toBe('t');
    expect(meanInterval(range(20), 1)?.method).toBe('bootstrap');
    expect(meanInterval([...range(39), 5000], 1)?.method).toBe('bootstrap');
    expect(meanInterval([7], 1)).toEqual({ mean: 7, ci: null, method: 'bootstrap' });
    expect(meanInterval([], 1)).toBeNull();
    expect([median([3, 1, 2, 10]), quantile([1, 2, 3, 4], 0.9)]).toEqual([2.5, expect.closeTo(3.7, 12)]);
  });
});

describe('operations', () => {
  it('an exact window and a contact of the same day are repeats, whatever the order', () => {
    const contacts = [['A', 10], ['A', 3], ['B', 5], ['B', 5], ['C', 1], ['C', 8.5]].map(([customer, day]) => ({ customer: String(customer), reason: 'fee', day: Number(day) }));
    expect(fcrRepeatWindow({ contacts, match: 'same_reason', asOfDay: 40, windowDays: 7 })).toMatchObject({ firstContactsMature: 4, resolved: 2 });
  });

  it('bridges short pauses of one speaker, drops noise, and leaves out words spoken into a hold', () => {
    const found = talkMetrics({ durationS: 30, hold: [[20, 30]], agent: [[0, 5], [5.2, 10], [12, 12.1], [19, 25]], customer: [], agentWords: 44, silenceEventMinS: 3 });
    expect(found).toMatchObject({ agentS: 11, talkableS: 20, silenceS: 9, silenceEvents: 1, agentWpm: 240 });
  });

  it('counts an episode once, chains through good events, and knows the edge of the look-back', () => {
    const bad = (customer: string, day: number, reason: string | null = 'fee') => ({ customer, day, reason, isBad: true });
    const counts = badExperienceCounts([
      bad('chain', 80), { ...bad('chain', 90), isBad: false }, bad('chain', 100),
      bad('reasons', 99), bad('reasons', 100, 'login'),
      bad('unknown reason', 99), bad('unknown reason', 100, null),
      bad('edge', 10), bad('before', 9), bad('future', 101),
    ], { asOfDay: 100, lookBackDays: 90, episodeGapDays: 14 });
    expect(Object.fromEntries(counts)).toEqual({ chain: 1, reasons: 2, 'unknown reason': 1, edge: 1, before: 0 });
  });
});

describe('signals', () => {
  it('over-dispersion, excess and the test of a fall', () => {
    expect(overDispersion([{ count: 4, exposure: 10 }, { count: 4, exposure: 10 }])).toBe(1);
    expect(overDispersion([{ count: 0, exposure: 10 }, { count: 8, exposure: 10 }])).toBe(8);
    expect(overDispersion([{ count: 3, exposure: 10 }])).toBeNull();
    const pair = { baselineCount: 24, baselineExposure: 12_000, currentCount: 9, currentExposure: 1000 };
    expect(excessCount(pair)).toBe(7);
    expect((verifiedFallTest(pair) ?? NaN) + (emergingIssueTest(pair).pUpperMid ?? NaN)).toBeCloseTo(1, 12);
  });

  it('keyness finds the word that sets a side apart and spares the common one', () => {
    const words = (fee: number, the: number) => new Map([['fee', fee], ['the', the]]);
    const found = keyness({ first: words(40, 500), second: words(4, 500), background: words(60, 4000), priorWords: 100 });
    expect(found.map(({ word }) => word)).toEqual(['fee', 'the']);
    expect(found[0]?.z).toBeGreaterThan(4);
    expect(keyness({ first: new Map([['new', 3]]), second: new Map(), background: words(1, 1) })).toEqual([]);
  });
});

describe('money and uncertainty', () => {
  it('splits cents without losing one', () => {
    expect(largestRemainder(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(largestRemainder(1, [0.2, 0.5, 0.3])).toEqual([0, 1, 0]);
    expect(largestRemainder(5, [0, 0])).toEqual([0, 0]);
  });

  it('PERT draws have the mean and the range of PERT', () => {
    const estimate = { low: 10, mode: 12, high: 30 };
    const next = mulberry32(11);
    const draws = range(20_000).map(() => drawPert(next, estimate));
    expect(Math.min(...draws) >= 10 && Math.max(...draws) <= 30).toBe(true);
    expect(mean(draws)).toBeCloseTo((10 + 4 * 12 + 30) / 6, 1);
    expect(quantile(draws, 0.9)).toBeCloseTo(pertQuantile(estimate, 0.9), 0);
    expect(drawPert(next, { low: 3, mode: 3, high: 3 })).toBe(3);
    expect(mean(range(20_000).map(() => randomGamma(next, 2.5)))).toBeCloseTo(2.5, 1);
  });

  it('the fee tornado puts the widest input first, and the seed reprints the draws', () => {
    const sure = (mode: number) => ({ low: mode, mode, high: mode });
    const beliefs = {
      customers: sure(1000), shareCharged: sure(0.3), fee: { low: 2, mode: 10, high: 30 }, waivedShare: sure(0.1), contactsPerCharged: { low: 0.2, mode: 0.25, high: 0.3 },
      costPerContact: sure(9), creditPerContact: sure(2), extraChurn: sure(0.01), marginPerCustomerYear: sure(150), yearsLost: sure(3), discount: sure(0.1),
    };
    const found = feeUncertainty(beliefs, 5, 2000);
    expect(found).toEqual(feeUncertainty(beliefs, 5, 2000));
    expect(found.tornado.slice(0, 2).map((bar) => bar.input)).toEqual(['fee', 'contactsPerCharged']);
    const [lo, hi] = found.net80 ?? [NaN, NaN];
    expect(lo < (found.meanNet ?? NaN) && (found.meanNet ?? NaN) < hi).toBe(true);
    expect(found.chanceOfLoss).toBeGreaterThan(0);
    expect(feeUncertainty({ ...beliefs, shareCharged: sure(0) }, 5, 100)).toMatchObject({ meanNet: null, net80: null, chanceOfLoss: null });
  });
});

describe('lifetime', () => {
  it('recovers the parameters that simulated buyers were drawn with', () => {
    const next = mulberry32(99);
    const buyers = range(4000).map(() => {
      const rate = randomGamma(next, 1.2) / 8;
      const dropOut = randomBeta(next, 1.1, 3);
      const age = 30 + 20 * next();
      let [time, recency, x] = [0, 0, 0];
      for (;;) {
        time -= Math.log(1 - next()) / rate;
        if (time > age) break;
        recency = time;
        x += 1;
        if (next() < dropOut) break;
      }
      return { x, recency, age };
    });
    const fit = fitBgnbd(buyers);
    expect([fit.r, fit.alpha, fit.a, fit.b].map((value) => Math.log(value ?? NaN)).map((value, index) => Math.abs(value - Math.log([1.2, 8, 1.1, 3][index] ?? NaN)) < 0.2))
      .toEqual([true, true, true, true]);
    expect(fitBgnbd(buyers.slice(0, 499)).reason).toBe('NOT_IDENTIFIED');
    expect(fitBgnbd(range(600).map(() => ({ x: 0, recency: 0, age: 9 }))).reason).toBe('NOT_IDENTIFIED');
  });

  it('discounted years stay finite where the mean lifetime does not', () => {
    const cohort = { alpha: 0.704, beta: 1.182 };
    expect(sbgSurvival(cohort, 1)).toBeCloseTo(1.182 / 1.886, 12);
    expect(sbgDiscountedYears(cohort, { discount: 0.1 })).toBeLessThan(10);
    expect(sbgDiscountedYears(cohort, { discount: 0, maxYears: 1 })).toBeCloseTo(1.182 / 1.886, 12);
  });

  it('restricted means differ by the area between the curves', () => {
    const first = [{ time: 2, isEvent: true }, { time: 6, isEvent: false }];
    const second = [{ time: 4, isEvent: true }, { time: 6, isEvent: false }];
    expect(rmstDifference({ first, second }, 6)).toBeCloseTo(-1, 12);
    expect(rmstDifference({ first, second }, 7)).toBeNull();
  });
});

describe('samples', () => {
  it('are reproducible, without repeats, and every unit has its chance', () => {
    const frame = range(50);
    expect(drawSample(frame, 10, 4)).toEqual(drawSample(frame, 10, 4));
    expect(drawSample(frame, 10, 4)).not.toEqual(drawSample(frame, 10, 5));
    expect(new Set(drawSample(frame, 50, 1)).size).toBe(50);
    expect(drawSample(frame, 80, 1)).toHaveLength(50);
    const hits = range(2000).flatMap((seed) => drawSample(frame, 10, seed));
    for (const unit of frame) expect(Math.abs(hits.filter((hit) => hit === unit).length - 400)).toBeLessThan(90);
  });
});
