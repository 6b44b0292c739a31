import { describe, expect, it } from 'vitest';
import { bootstrapMean } from '#shared/stats/bootstrap.ts';
import { clusterBootstrap, shareOfClusters } from '#shared/stats/cluster.ts';
import { pareto } from '#shared/stats/pareto.ts';
import { kaplanMeier } from '#shared/stats/kaplan-meier.ts';
import { mcnemar } from '#shared/stats/mcnemar.ts';
import { poissonRateRatio } from '#shared/stats/poisson.ts';
import { matchedGap } from '#shared/stats/perception-gap.ts';
import { randomNumbers } from '#shared/stats/prng.ts';
import { wilson } from '#shared/stats/wilson.ts';

/** Milliseconds of the fastest of three runs: another process may be in the way of one. */
function fastest(work: () => unknown): number {
  return Math.min(...[0, 1, 2].map(() => {
    const from = performance.now();
    work();
    return performance.now() - from;
  }));
}

describe('speed', () => {
  it('does not depend on n where a formula does not', () => {
    expect(fastest(() => [wilson({ x: 4e5, n: 1e6 }), matchedGap({ both: 4e5, companyOnly: 3e5, customerOnly: 1e5, neither: 2e5 })])).toBeLessThan(50);
    expect(fastest(() => [mcnemar(5e8, 4.999e8), poissonRateRatio({ x1: 1e8, t1: 1, x2: 1.0001e8, t2: 1 })])).toBeLessThan(500);
  });

  it('bootstraps 1,000 values 2,000 times within a second', () => {
    const values = randomNumbers(1, 1000);
    expect(fastest(() => bootstrapMean({ values, seed: 1 }))).toBeLessThan(1000);
    const clusters = values.map((value) => ({ x: value < 0.5 ? 1 : 0, n: 2 }));
    expect(fastest(() => clusterBootstrap(clusters, shareOfClusters, { seed: 1 }))).toBeLessThan(1000);
  });

  it('follows 100,000 customers and sorts 100,000 coded contacts within a second', () => {
    const followUps = randomNumbers(2, 100_000).map((value, index) => ({ time: Math.floor(value * 700), isEvent: index % 3 === 0 }));
    expect(fastest(() => kaplanMeier(followUps, [30, 183, 548]))).toBeLessThan(1000);
    const contacts = followUps.map(({ time }) => ({ codes: [`cause ${time % 40}`, `cause ${time % 7}`], cost: time }));
    expect(fastest(() => pareto(contacts, 'fractional'))).toBeLessThan(1000);
  });
});
