import { describe, expect, it } from 'vitest';
import { cohenKappa } from '#shared/stats/cohen.ts';
import { krippendorffAlpha } from '#shared/stats/krippendorff.ts';

/** Characters that each of two coders marked, those that both did, and all there are; with the kappa after Cohen 1960. */
const table = [
  { first: 90, second: 90, both: 80, all: 1000, kappa: 0.878 }, { first: 100, second: 100, both: 50, all: 10_000, kappa: 0.495 },
  { first: 500, second: 500, both: 250, all: 1000, kappa: 0 }, { first: 900, second: 900, both: 810, all: 1000, kappa: 0 },
  { first: 950, second: 950, both: 905, all: 1000, kappa: 0.053 },
];

describe('agreement on marked characters (the check table against QualCoder)', () => {
  it.each(table)('$first and $second marked, $both by both, of $all: kappa $kappa', ({ first, second, both, all, kappa }) => {
    const counts = [[both, first - both], [second - both, all - first - second + both]];
    expect(cohenKappa(counts).kappa).toBeCloseTo(kappa, 3);
  });

  it.each(table)('$first and $second, $both, $all: alpha from the marks themselves', ({ first, second, both, all }) => {
    const marks = (spans: readonly (readonly [number, number])[]) => Array.from({ length: all }, (_, at) => (spans.some(([from, to]) => at >= from && at < to) ? 1 : 0));
    const one = marks([[0, first]]);
    const other = marks([[first - both, first - both + second]]);
    const alpha = krippendorffAlpha([one, other], 'nominal');
    const p = (first + second) / (2 * all);
    // Nominal alpha of two coders is Scott's pi with the correction for small samples (Krippendorff 2019, 12.3.1).
    const disagreed = (first + second - 2 * both) / all;
    expect(alpha).toBeCloseTo(1 - ((2 * all - 1) / (2 * all)) * (disagreed / (2 * p * (1 - p))), 10);
  });
});
